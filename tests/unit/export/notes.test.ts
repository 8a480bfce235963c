import { expect, test } from 'vitest'
import { mergeManaged } from '../../../src/shared/export/merge-managed.ts'
import { toMarkdown } from '../../../src/shared/export/to-markdown.ts'
import { findNoteLinks, mapNoteLinks } from '../../../src/shared/text/find-note-links.ts'
import { buildModel, id } from './model-builder.ts'
import { sampleSpec } from './sample-model.ts'

const links = [
  '[文](duizhao://article/zh2)',
  '[语](duizhao://highlight/h-english)',
  '[签](duizhao://tag/tag:治理)',
  '[记](duizhao://note/n-free)',
  '[条](duizhao://note/n-article)',
  '[无](duizhao://term/t1)',
].join(' ')

const model = buildModel({
  ...sampleSpec,
  notes: [
    {
      id: 'n-free',
      body: `自由𠮷😀\n\n${links}\n\n<!-- duizhao:end text -->\n\n\`\`\`\n[码](duizhao://article/zh2)`,
    },
    { id: 'n-article', body: `关于此篇\n\n- ${links}`, on: { kind: 'article', articleId: id('zh1') } },
    { id: 'n-bead', body: '关于此句', on: { kind: 'bead', beadId: id('pr1-b2') } },
  ],
})

function library(): Map<string, string> {
  const files = toMarkdown(model, { kind: 'library' }, { fullText: false })
  return new Map(files.map(({ path, content }) => [path, content]))
}

test('a free note is a file, an article’s note a block of its file, a row’s note one of the pair’s', () => {
  const files = library()
  const free = files.get('notes/自由𠮷😀 nfree.md') ?? ''
  expect(free).toContain('duizhao: "duizhao://note/n-free"')
  expect(free).toContain(
    [
      '[文](../articles/无注%20zh2.md)',
      '[语](../articles/A%20Bridge%20and%20a%20Mirror%20en1.md#^hl-h-english)',
      '[签](../tags/治理%20tag.md)',
      '[记](自由𠮷😀%20nfree.md)',
      '[条](../articles/桥与镜子：%20论坛%20纪要%20zh1.md#^note-n-article)',
      '[无](duizhao://term/t1)',
    ].join(' '),
  )
  // Code is no link, and an end of ours in the note's text does not end its block.
  expect(free).toContain('[码](duizhao://article/zh2)')
  expect(mergeManaged(free, free)).toBe(free)
  expect(free).toContain('\\<!-- duizhao:end text -->')

  const article = files.get('articles/桥与镜子： 论坛 纪要 zh1.md') ?? ''
  expect(article).toContain('## 笔记 Notes')
  expect(article).toContain('> - [文](无注%20zh2.md) [语](A%20Bridge')
  expect(article).toContain('[条](#^note-n-article)')
  expect(article).toMatch(/\n\^note-n-article\n/u)

  const pair = files.get('pairs/桥与镜子： 论坛 纪要 - A Bridge and a Mirror pr1.md') ?? ''
  expect(pair).toContain('> [!note] 3 · 镜子也是。 · So are mirrors.')
  expect(pair).toContain('> 关于此句')
  // What the file at hand holds is linked to there.
  expect(pair).toContain('[语](#^hl-h-english)')
  expect(files.get('README.md')).toContain('- [自由𠮷😀](notes/自由𠮷😀%20nfree.md)')
})

test('one article alone: what is not in the file keeps its address, whatever the order of the rows', () => {
  const scope = { kind: 'article', articleId: id<'article'>('zh1') } as const
  const [file] = toMarkdown(model, scope, { fullText: false })
  expect(file?.content).toContain('> - [文](duizhao://article/zh2) [语](duizhao://highlight/h-english)')
  const turned = { ...model, notes: model.notes.toReversed() }
  expect(toMarkdown(turned, scope, { fullText: false })[0]?.content).toBe(file?.content)
  expect(toMarkdown(turned, { kind: 'library' }, { fullText: false })).toEqual(
    toMarkdown(model, { kind: 'library' }, { fullText: false }),
  )
})

test.each([
  ['见[桥](duizhao://article/a1)。', ['article/a1']],
  ['[a [b] \\] `]` c](<duizhao://tag/t1>)', ['tag/t1']],
  ['[桥](duizhao://article/a1)[镜](duizhao://note/n1)', ['article/a1', 'note/n1']],
  ['`[x](duizhao://tag/t1)` ``[x](duizhao://tag/t1) ` ``', []],
  ['```\n[x](duizhao://tag/t1)\n```\n[y](duizhao://tag/t2)', ['tag/t2']],
  ['> ~~~\n> [x](duizhao://tag/t1)\n> ~~~\n> [y](duizhao://tag/t2)', ['tag/t2']],
  ['\\[x](duizhao://tag/t1) ` [y](duizhao://tag/t2)', ['tag/t2']],
  ['[x](https://a.example/duizhao://tag/t1) [x](duizhao://pair/p1) [[桥]]', []],
])('%s', (markdown, expected) => {
  expect(findNoteLinks(markdown).map(({ kind, id: target }) => `${kind}/${target}`)).toEqual(expected)
  expect(mapNoteLinks(markdown, () => null)).toBe(markdown)
})

test('finding links takes time in proportion to the note', () => {
  const hard = `${'[`'.repeat(100_000)}](duizhao://tag/t1)`
  const start = performance.now()
  findNoteLinks(hard)
  findNoteLinks(`${'`` ` '.repeat(50_000)}duizhao://`)
  expect(performance.now() - start).toBeLessThan(2_000)
})
