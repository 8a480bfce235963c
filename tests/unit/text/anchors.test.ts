import { describe, expect, test } from 'vitest'
import type { Anchor } from '../../../src/shared/domain/anchor.ts'
import { indexAnchorText, type AnchorText } from '../../../src/shared/text/anchor-text.ts'
import { createAnchor, exactOf } from '../../../src/shared/text/create-anchor.ts'
import { moveAnchorThroughEdit, moveOffsets } from '../../../src/shared/text/move-anchor.ts'
import { anchorQuote, countQuote } from '../../../src/shared/text/quote-anchor.ts'
import { resolveAnchor } from '../../../src/shared/text/resolve-anchor.ts'
import { article, segmentId } from './article.ts'

const SENTENCES = [
  '乌鲁木齐是东西方文明的交汇处，丝绸之路在此经过。',
  '上合组织从2001年成立以来，已经成为具有广泛影响力的合作平台。',
  '媒体不仅是社会发展的镜子，更是人民之间相互理解的桥梁。',
  '加强媒体之间的合作，是上合组织工作的重点任务。',
  '我们愿与各国分享真实的信息，构建面向未来的合作空间。',
  '今天的新疆，对外贸易蓬勃发展，开放的大门越开越大。',
]

function quoteIn(text: AnchorText, quote: string, occurrence = 1): Anchor {
  const anchor = anchorQuote(text, quote, occurrence)
  if (anchor === null) throw new Error(`${quote} is not in the text`)
  return anchor
}

/** What an anchor resolves to, as `state reason quote@segment`. */
function resolved(anchor: Anchor, text: AnchorText): string {
  const { state, reason, parts } = resolveAnchor(anchor, text)
  const place = parts.map((part) => `${part.segmentId}:${String(part.start)}`).join('+')
  return `${state} ${reason} ${exactOf(indexAnchorText(text), parts)}@${place}`
}

test('positions and segments', () => {
  const index = indexAnchorText(article(['ab', '', 'cd']))
  expect([0, 1, 2, 3, 4].map((position) => index.segmentAt(position))).toEqual([0, 0, 2, 2, 2])
  expect([index.toPosition(segmentId('s2'), 2), index.toPosition(segmentId('s2'), 3)]).toEqual([4, null])
  expect(index.partsOf({ start: 2, end: 3 })).toEqual([{ segmentId: 's2', start: 0, end: 1 }])
})

describe('createAnchor', () => {
  const text = article(['  第一句。 ', '', '𠮷👨‍👩‍👧二。', '   ', 'Third.  '])
  const select = (from: string, start: number, to: string, end: number): Anchor =>
    createAnchor(text, {
      startSegmentId: segmentId(from),
      startOffset: start,
      endSegmentId: segmentId(to),
      endOffset: end,
    })

  test.each([
    ['as selected', ['s0', 2, 's0', 4], '第一', 's0:2-4'],
    ['backwards', ['s0', 4, 's0', 2], '第一', 's0:2-4'],
    ['trimmed', ['s0', 0, 's0', 7], '第一句。', 's0:2-6'],
    ['grown to graphemes', ['s2', 1, 's2', 4], '𠮷👨‍👩‍👧', 's2:0-10'],
    [
      'across segments, empty ones left out',
      ['s0', 4, 's4', 3],
      '句。 𠮷👨‍👩‍👧二。   Thi',
      's0:4-7 s2:0-12 s3:0-3 s4:0-3',
    ],
    ['white space at both ends of several', ['s3', 0, 's4', 8], 'Third.', 's4:0-6'],
  ] as const)('%s', (_, [from, start, to, end], exact, parts) => {
    const anchor = select(from, start, to, end)
    expect(anchor.exact).toBe(exact)
    expect(anchor.parts.map((p) => `${p.segmentId}:${String(p.start)}-${String(p.end)}`).join(' ')).toBe(
      parts,
    )
  })

  test('keeps 32 characters around it, cut on grapheme edges', () => {
    const long = article([`${'👨‍👩‍👧'.repeat(5)}here${'𠮷'.repeat(20)}`])
    const anchor = quoteIn(long, 'here')
    expect(anchor.prefix).toBe('👨‍👩‍👧'.repeat(4))
    expect(anchor.suffix).toBe('𠮷'.repeat(16))
  })

  test.each([
    ['nothing', ['s0', 3, 's0', 3]],
    ['white space', ['s3', 0, 's3', 3]],
    ['an unknown segment', ['s9', 0, 's9', 1]],
    ['an offset too far', ['s0', 0, 's0', 99]],
    ['half an offset', ['s0', 0, 's0', 1.5]],
  ] as const)('refuses %s', (_, [from, start, to, end]) => {
    expect(() => select(from, start, to, end)).toThrow(expect.objectContaining({ code: 'invalid_input' }))
  })
})

describe('resolveAnchor', () => {
  const original = article(SENTENCES)
  const bridge = quoteIn(original, '人民之间相互理解的桥梁')
  const word = quoteIn(original, '合作', 2)
  const across = quoteIn(original, '桥梁。加强媒体')
  const edited = (number: number, sentence: string): AnchorText => article(SENTENCES.with(number, sentence))

  test.each([
    ['the same text', bridge, original, 'ok same-place 人民之间相互理解的桥梁@s2:15'],
    ['a short quote in the same text', word, original, 'ok same-place 合作@s3:7'],
    [
      'a word inserted before, in the segment',
      bridge,
      edited(2, '媒体不仅仅是社会发展的镜子，更是人民之间相互理解的桥梁。'),
      'ok same-segment 人民之间相互理解的桥梁@s2:16',
    ],
    ['new segment ids', word, article(SENTENCES, ['a', 'b', 'c', 'd', 'e', 'f']), 'ok elsewhere 合作@d:7'],
    [
      'segments split otherwise',
      across,
      article([`${SENTENCES[0] ?? ''}${SENTENCES[1] ?? ''}`, SENTENCES.slice(2).join('')], ['x', 's2']),
      'ok same-place 桥梁。加强媒体@s2:24',
    ],
    [
      'the quote itself mended',
      bridge,
      edited(2, '媒体不仅是社会发展的镜子，更是各国人民间相互理解的桥梁。'),
      'moved similar 人民间相互理解的桥梁@s2:17',
    ],
    [
      'a short quote whose surroundings are others',
      word,
      article([...SENTENCES.slice(0, 3), '完全不同的一句话谈到了合作以及别的事情。']),
      'lost not-found @',
    ],
    ['the sentence gone', bridge, article(SENTENCES.toSpliced(2, 1)), 'lost not-found @'],
    [
      'the sentence twice, ids gone',
      bridge,
      article(
        [...SENTENCES, ...SENTENCES],
        Array.from({ length: 12 }, (_, n) => `n${String(n)}`),
      ),
      'moved ambiguous 人民之间相互理解的桥梁@n2:15',
    ],
    [
      'the sentence twice, its id kept',
      bridge,
      article([...SENTENCES, ...SENTENCES.slice(1, 4)]),
      'ok same-place 人民之间相互理解的桥梁@s2:15',
    ],
    ['an empty text', bridge, article([]), 'lost not-found @'],
  ])('%s', (_, anchor, text, expected) => expect(resolved(anchor, text)).toBe(expected))

  test('half of a grapheme is no place, though it reads the same', () => {
    const before = article(['代表团里有一位👩参加了会议。'])
    const after = article(['代表团里有一位👩\u200d🚀参加了会议。'])
    expect(resolved(quoteIn(before, '👩'), after)).toBe('lost not-found @')
    expect(resolved(quoteIn(before, '代表团里有一位👩'), after)).toBe(
      'moved similar 代表团里有一位👩\u200d🚀@s0:0',
    )
  })

  test('a quote mended where it stood is not taken for its twin elsewhere', () => {
    const twins = article([...SENTENCES, ...SENTENCES.slice(1, 4)])
    const changed = article(
      [...SENTENCES, ...SENTENCES.slice(1, 4)].with(
        2,
        '媒体不仅是社会发展的镜子，更是人民间相互理解的桥梁。',
      ),
    )
    expect(resolved(quoteIn(twins, '人民之间相互理解的桥梁'), changed)).toMatch(/^moved/u)
  })

  test('the same word at the same offset, but not the same one', () => {
    const before = article(['甲方的意见和乙方的意见都很重要，丙方的意见也要听。'])
    const after = article(['乙方的意见都很重要，丙方的意见也要听。'])
    // 甲方的意见 is gone; 意见 at the same offset is now 乙方's.
    expect(resolved(quoteIn(before, '意见'), after)).not.toMatch(/^ok/u)
  })

  test('a lost quote in a long article is given up in good time', () => {
    const long = article(Array.from({ length: 4_000 }, (_, n) => `${String(n)}${SENTENCES[n % 6] ?? ''}`))
    const gone = { ...bridge, exact: '二十世纪的铁路工程师们在山谷里修建了一座长桥' }
    expect(resolved(gone, long)).toMatch(/^lost/u)
  })

  test('monotonous text and a quote of thousands of characters end soon', () => {
    const dull = article(['的'.repeat(30_000)])
    const anchor = createAnchor(dull, {
      startSegmentId: segmentId('s0'),
      startOffset: 15_000,
      endSegmentId: segmentId('s0'),
      endOffset: 18_000,
    })
    resolveAnchor({ ...anchor, exact: `${anchor.exact}了` }, article(['的'.repeat(29_000)]))
  })
})

describe('moveOffsets', () => {
  test.each([
    // Text with the range in brackets, before and after.
    ['typo before it', '他们合做发展[经济]', '他们合作发展[经济]'],
    ['typo in it', '他们[合做发展]经济', '他们[合作发展]经济'],
    ['exactly it replaced', '他们合[做]发展', '他们合[作]发展'],
    ['insertion at its start stays out', '他们[合作]发展', '他们共同[合作]发展'],
    ['insertion at its end stays out', '他们[合作]发展', '他们[合作]共同发展'],
    ['insertion within', '他们[合作]发展', '他们[合与作]发展'],
    ['deletion over its end', '他们[合作发展]经济', '他们[合作]济'],
    ['a pair grows whole', 'a[𠮷]b', 'a[𠮶]b'],
    ['a rare character comes before one that shares its first half', 'a[𠂐]b', 'a𠂙[𠂐]b'],
    ['a word is replaced across its start', 'an [enormous bag] there', 'a [huge bag] there'],
    ['a word is replaced across its end', 'he [gave an old] lamp', 'he [gave a broken] lamp'],
  ])('%s', (_, before, after) => {
    const strip = (marked: string): string => marked.replaceAll(/[[\]]/gu, '')
    const range = { start: before.indexOf('['), end: before.indexOf(']') - 1 }
    const { start, end, collapsed } = moveOffsets(strip(before), strip(after), range)
    expect({ start, end, collapsed }).toEqual({
      start: after.indexOf('['),
      end: after.indexOf(']') - 1,
      collapsed: false,
    })
  })

  test.each([
    ['deleted', '他们合作发展', '他们发展', 2, 4],
    ['part of a rewriting', '他们合作发展经济。', '一九九六年的大雪。', 3, 5],
  ])('%s collapses', (_, before, after, start, end) => {
    const moved = moveOffsets(before, after, { start, end })
    expect(moved).toMatchObject({ collapsed: true, kept: 0 })
    expect(moved.start).toBe(moved.end)
  })
})

describe('moveAnchorThroughEdit', () => {
  const before = article(SENTENCES)
  const bridge = quoteIn(before, '相互理解的桥梁')

  test.each([
    [
      'a typo in the segment',
      SENTENCES.with(2, '媒体不但是社会发展的镜子，更是人民之间相互理解的桥梁。'),
      'ok',
      '相互理解的桥梁',
    ],
    [
      'a typo in the quote',
      SENTENCES.with(2, '媒体不仅是社会发展的镜子，更是人民之间相互了解的桥梁。'),
      'ok',
      '相互了解的桥梁',
    ],
    [
      'merged segments',
      [SENTENCES[0] ?? '', SENTENCES.slice(1, 4).join(''), ...SENTENCES.slice(4)],
      'ok',
      '相互理解的桥梁',
    ],
    ['its sentence deleted', SENTENCES.toSpliced(2, 1), 'lost', '相互理解的桥梁'],
    ['another article', ['四月的一天，天气晴朗。', '钟敲了十三下。'], 'lost', '相互理解的桥梁'],
  ])('%s', (_, texts, state, exact) => {
    const after = article(texts)
    const moved = moveAnchorThroughEdit(bridge, before, after)
    expect({ state: moved.state, exact: moved.anchor.exact }).toEqual({ state, exact })
    if (state !== 'lost') expect(resolveAnchor(moved.anchor, after).reason).toBe('same-place')
  })

  test('a passage cut and pasted elsewhere is found, but a few words are not', () => {
    const after = article([...SENTENCES.toSpliced(2, 1), SENTENCES[2] ?? ''])
    const passage = quoteIn(before, '社会发展的镜子，更是人民之间相互理解的桥梁')
    expect(moveAnchorThroughEdit(passage, before, after)).toMatchObject({
      state: 'moved',
      anchor: { exact: passage.exact, parts: [{ segmentId: 's5', start: 5, end: 26 }] },
    })
    expect(moveAnchorThroughEdit(bridge, before, after)).toEqual({ state: 'lost', anchor: bridge })
  })

  test('an anchor across segments stays whole when text comes in between', () => {
    const across = quoteIn(before, '桥梁。加强媒体')
    const after = article(SENTENCES.toSpliced(3, 0, '新的一句。'), [
      's0',
      's1',
      's2',
      'new',
      's3',
      's4',
      's5',
    ])
    const moved = moveAnchorThroughEdit(across, before, after)
    expect(moved.anchor.exact).toBe('桥梁。新的一句。加强媒体')
    expect(moved.anchor.parts.map((part) => part.segmentId)).toEqual(['s2', 'new', 's3'])
  })

  test('a corrected book: thousands of changes, compared sentence by sentence', () => {
    const many = Array.from({ length: 3_000 }, (_, n) => `第${String(n)}句：${SENTENCES[n % 6] ?? ''}`)
    const corrected = many.map((text, n) => (n % 10 === 0 ? text.replace('的', '之') : text))
    const old = article(many)
    const anchor = quoteIn(old, '桥梁', 200)
    const moved = moveAnchorThroughEdit(anchor, old, article(corrected))
    expect(moved).toMatchObject({ state: 'ok', anchor: { parts: anchor.parts, exact: '桥梁' } })
  })
})

describe('anchorQuote', () => {
  const text = article(['The “Shanghai Spirit” lives.', ' The Shanghai spirit. 上海精神与上海精神。'])

  test.each([
    ['上海精神', 2],
    ['Shanghai Spirit', 1],
    ['"shanghai spirit"', 1],
    ['SHANGHAI SPIRIT', 2],
    ['  lives. The  ', 1],
    ['Peking', 0],
    [' ', 0],
  ])('%j occurs %d times', (quote, count) => {
    expect(countQuote(text, quote)).toBe(count)
    expect(anchorQuote(text, quote, count + 1)).toBeNull()
    if (count > 0) expect(anchorQuote(text, quote, count)).not.toBeNull()
  })

  test('takes the occurrence asked for', () => {
    expect(anchorQuote(text, '上海精神', 2)?.parts).toEqual([{ segmentId: 's1', start: 27, end: 31 }])
    expect(anchorQuote(text, '上海精神', 0)).toBeNull()
  })
})
