import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Mark } from '../../../src/shared/domain/text.ts'
import { escapeLine } from '../../../src/shared/export/escape-markdown.ts'
import { inlineMarkdown } from '../../../src/shared/export/inline-markdown.ts'
import { nodeTypes, parseCommonMark, parseGfm, visibleText } from './parse-markdown.ts'

/** All that any dialect takes for markup, among the text it is found in. */
const pieces = [
  ...'\\`*_{}[]()#+-.!|<>~=:^$%&@/"\'1290aZ 　真她，。“”《》—…🙂\u0301\t\n',
  '1. ',
  '- ',
  '+ ',
  '# ',
  '> ',
  '---',
  '===',
  '```',
  '~~~',
  ':-',
  '    ',
  '**',
  '__',
  '~~',
  '==',
  '%%',
  '[[',
  'https://a.b/c_d*e',
  'www.a.b/x_y',
  'a@b.c',
  '&amp;',
  '&#35;',
  '<b>',
  '<!--',
  '[^1]: ',
  '[x](y)',
  '| a |',
  '\n\n',
]
const nastyText = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join(''))

/** White space as Markdown keeps it: none at the edges of lines, no empty lines. */
function folded(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/^[ \t]+|[ \t]+$/gu, ''))
    .filter((line) => line !== '')
    .join('\n')
}

function randomMarks(text: string): fc.Arbitrary<Mark[]> {
  return fc.array(
    fc.record({
      kind: fc.constantFrom('emphasis', 'strong', 'code', 'link', 'footnote' as const),
      start: fc.nat(text.length),
      end: fc.nat(text.length),
      value: fc.constantFrom('https://example.org/a_(b)', 'javascript:alert(1)', '1'),
    }),
    { maxLength: 5 },
  )
}

describe('text that would be markup', () => {
  test.each([
    ['CommonMark', parseCommonMark],
    ['GFM', parseGfm],
  ])('reads as itself in %s, as one paragraph', (_, parse) => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const tree = parse(inlineMarkdown({ text, marks: [] }))
        expect(visibleText(tree)).toBe(folded(text))
        const blocks = new Set(tree.children.map((node) => node.type))
        expect([...blocks]).toEqual(folded(text) === '' ? [] : ['paragraph'])
      }),
      { numRuns: 3000 },
    )
  })

  test('keeps its place behind a heading, a list sign and a quote sign', () => {
    fc.assert(
      fc.property(nastyText, fc.constantFrom('# ', '- ', '> ', '> [!quote]- '), (text, sign) => {
        const line = escapeLine(text)
        const seen = visibleText(parseGfm(sign + line))
          .replace('[!quote]-', '')
          .trim()
        expect(seen.replace(/\s+/gu, ' ')).toBe(text.trim().replace(/\s+/gu, ' '))
      }),
      { numRuns: 1500 },
    )
  })

  test.each([
    ['# 不是标题', '\\# 不是标题'],
    ['1. 不是列表', '1\\. 不是列表'],
    ['1.不用转义', '1.不用转义'],
    ['C# 与 #话题', 'C# 与 \\#话题'],
    ['他说：“治理—安全”（3–5%）。', '他说：“治理—安全”（3–5%）。'],
    ['从$5到$6', '从\\$5到\\$6'],
    ['见 https://a.b/c 与 https://a.b/c_d', '见 https://a.b/c 与 https\\://a.b/c\\_d'],
    ['A & B &amp; C', 'A & B \\&amp; C'],
    ['一行\n- 二行', '一行\\\n\\- 二行'],
  ])('%j is written %j', (text, markdown) => {
    expect(inlineMarkdown({ text, marks: [] })).toBe(markdown)
  })
})

describe('marks', () => {
  test('never change what is read, and no sign of theirs is left over', () => {
    fc.assert(
      fc.property(
        nastyText.chain((text) => fc.tuple(fc.constant(text), randomMarks(text))),
        ([text, marks]) => {
          for (const parse of [parseCommonMark, parseGfm]) {
            const tree = parse(inlineMarkdown({ text, marks }))
            expect(visibleText(tree).replace(/\s+/gu, '')).toBe(text.replace(/\s+/gu, ''))
          }
        },
      ),
      { numRuns: 5000 },
    )
  })

  test('never lose an emphasis around letters, whatever stands beside it', () => {
    const beside = fc.constantFrom('她', 'a', '，', ' ', '“', '*', '')
    const inside = fc.constantFrom('真', '真，', '“真”', 'b.', '(c)')
    fc.assert(
      fc.property(
        beside,
        inside,
        beside,
        fc.constantFrom('strong', 'emphasis' as const),
        (before, word, after, kind) => {
          const marks: Mark[] = [{ kind, start: before.length, end: before.length + word.length }]
          const tree = parseCommonMark(inlineMarkdown({ text: before + word + after, marks }))
          expect(nodeTypes(tree)).toContain(kind)
        },
      ),
    )
  })

  test.each<[string, string, Mark[], string]>([
    ['punctuation beside a letter moves out', '真，她', [{ kind: 'strong', start: 0, end: 2 }], '**真**，她'],
    ['at a line’s end it stays', '她真的。', [{ kind: 'strong', start: 1, end: 4 }], '她**真的。**'],
    ['an opening quote moves out too', '说“真”的', [{ kind: 'emphasis', start: 1, end: 4 }], '说“*真*”的'],
    ['white space always moves out', 'a b c', [{ kind: 'strong', start: 1, end: 4 }], 'a **b** c'],
    [
      'neighbours of a kind are one',
      'ab',
      [
        { kind: 'strong', start: 0, end: 1 },
        { kind: 'strong', start: 1, end: 2 },
      ],
      '**ab**',
    ],
    [
      'what crosses is cut back',
      'abcd',
      [
        { kind: 'emphasis', start: 0, end: 3 },
        { kind: 'strong', start: 2, end: 4 },
      ],
      '*ab***cd**',
    ],
    [
      'a link is not cut',
      '见报',
      [{ kind: 'link', start: 1, end: 2, value: 'https://a.b/(c)' }],
      '见[报](https://a.b/%28c%29)',
    ],
    [
      'a link that could do harm is text',
      'x',
      [{ kind: 'link', start: 0, end: 1, value: 'javascript:x' }],
      'x',
    ],
    ['code holds backticks', 'a`b', [{ kind: 'code', start: 0, end: 3 }], '``a`b``'],
    [
      'ruby stays readable',
      '漢',
      [{ kind: 'ruby', start: 0, end: 1, value: 'hàn' }],
      '<ruby>漢<rt>hàn</rt></ruby>',
    ],
  ])('%s', (_, text, marks, markdown) => {
    expect(inlineMarkdown({ text, marks })).toBe(markdown)
  })

  test('a reference stands behind the emphasis it ends with, and never inside a link', () => {
    const bold: Mark[] = [{ kind: 'strong', start: 0, end: 2 }]
    expect(inlineMarkdown({ text: '真的她', marks: bold }, [{ at: 2, markdown: '[※](#^x)' }])).toBe(
      '**真的**[※](#^x)她',
    )
    const link: Mark[] = [{ kind: 'link', start: 0, end: 2, value: 'https://a.b' }]
    expect(inlineMarkdown({ text: '真的她', marks: link }, [{ at: 1, markdown: '[※](#^x)' }])).toBe(
      '[真的](https://a.b)[※](#^x)她',
    )
    expect(inlineMarkdown({ text: '看!', marks: [] }, [{ at: 2, markdown: '[※](#^x)' }])).toBe(
      '看\\![※](#^x)',
    )
  })
})
