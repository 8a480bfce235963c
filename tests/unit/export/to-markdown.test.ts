import type { Blockquote } from 'mdast'
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DuizhaoError } from '../../../src/shared/domain/error.ts'
import type { ExportModel, ExportScope } from '../../../src/shared/export/export-model.ts'
import { parseManaged } from '../../../src/shared/export/managed-blocks.ts'
import { splitFrontMatter } from '../../../src/shared/export/front-matter.ts'
import { toMarkdown } from '../../../src/shared/export/to-markdown.ts'
import { buildModel, id } from './model-builder.ts'
import { parseGfm, visibleText, comparable } from './parse-markdown.ts'
import { sampleModel, sampleSpec } from './sample-model.ts'

const article: ExportScope = { kind: 'article', articleId: id('zh1') }
const pair: ExportScope = { kind: 'pair', pairId: id('pr1') }
const tag: ExportScope = { kind: 'tag', tagId: id('tag:治理') }

function only(scope: ExportScope, fullText: boolean, model: ExportModel = sampleModel()): string {
  const [file, ...more] = toMarkdown(model, scope, { fullText })
  expect(more).toEqual([])
  return file?.content ?? ''
}

function expected(name: string): string {
  return readFileSync(new URL(`expected/${name}.expected.md`, import.meta.url), 'utf8')
}

/** The callout of a highlight, as other programs read it. */
function callout(content: string, highlightId: string): Blockquote {
  const block = parseManaged(splitFrontMatter(content).rest).find(
    (part) => part.kind === 'managed' && part.key === highlightId,
  )
  const [first] = parseGfm(block?.kind === 'managed' ? block.body : '').children
  if (first?.type !== 'blockquote') throw new Error(`no callout for ${highlightId}`)
  return first
}

describe('the files, byte by byte', () => {
  test('an article with its text', () => expect(only(article, true)).toBe(expected('article-full')))
  test('a pair with its text', () => expect(only(pair, true)).toBe(expected('pair-full')))
  test('a tag', () => expect(only(tag, false)).toBe(expected('tag')))
  test('a speaker: what begins in their words, with who they are and where', () => {
    const content = only({ kind: 'speaker', speakerId: id('sp1') }, false)
    expect(content).toContain('# 阿依古丽 - Aygul')
    expect(content).toContain('阿依古丽 · 港务员 · zh-Hans')
    expect(content).toContain('— 阿依古丽 (港务员) · 桥与镜子')
    expect(content.match(/\^hl-/gu)).toHaveLength(2)
    expect(content).not.toContain('治理要靠大家')
    expect(only({ kind: 'speaker', speakerId: id('sp2') }, false).match(/\^hl-/gu)).toHaveLength(1)
  })
  test('the library', () => {
    const files = toMarkdown(sampleModel(), { kind: 'library' }, { fullText: false })
    expect(files.map((file) => file.path)).toEqual([
      'README.md',
      'articles/A Bridge and a Mirror en1.md',
      'articles/桥与镜子： 论坛 纪要 zh1.md',
      'articles/无注 zh2.md',
      'pairs/桥与镜子： 论坛 纪要 - A Bridge and a Mirror pr1.md',
      'pairs/桥与镜子： 论坛 纪要 - 无注 pr2.md',
      'tags/2025 tag2025.md',
      'tags/治理 tag.md',
      'tags/治理 - 安全 合作 tag.md',
    ])
    expect(files[0]?.content).toBe(expected('library'))
    expect(files[2]?.content).toBe(only(article, false))
    expect(files[4]?.content).toBe(only(pair, false))
  })
})

describe('an export', () => {
  test('is the same whatever the order of the rows', () => {
    const twin = { id: 'zh3', title: '无注', blocks: [{ text: ['同名的一篇。'] }] }
    const model = buildModel({ ...sampleSpec, articles: [...sampleSpec.articles, twin] })
    const shuffled = fc.record({
      articles: fc.shuffledSubarray([...model.articles], { minLength: model.articles.length }),
      pairs: fc.shuffledSubarray([...model.pairs], { minLength: model.pairs.length }),
      annotations: fc.shuffledSubarray([...model.annotations], { minLength: model.annotations.length }),
      tags: fc.shuffledSubarray([...model.tags], { minLength: model.tags.length }),
    })
    const whole: ExportScope = { kind: 'library' }
    fc.assert(
      fc.property(shuffled, (rows) => {
        expect(toMarkdown({ ...model, ...rows }, whole, { fullText: true })).toEqual(
          toMarkdown(model, whole, { fullText: true }),
        )
      }),
      { numRuns: 30 },
    )
  })

  test('holds a note exactly as it is written, whatever is in it, and nothing escapes from it', () => {
    const pieces = [
      '- a',
      '\t- b',
      '    code',
      '\tcode',
      '```',
      '~~~js',
      '> q',
      '# h',
      '',
      '',
      'text  ',
      '---',
      '1. x',
      '<!-- a -->',
      '| a |\n| - |',
      '**真，**她',
      '^hl-x',
      '- [ ] t',
      '\r\n',
    ]
    const notes = fc.array(fc.constantFrom(...pieces), { maxLength: 10 }).map((lines) => lines.join('\n'))
    fc.assert(
      fc.property(notes, (note) => {
        const spec = { ...sampleSpec, highlights: [{ id: 'h1', in: 'zh1', quote: '镜子也是。', note }] }
        const content = only(article, false, buildModel(spec))
        const { children } = callout(content, 'h1')
        const rule = children.findIndex((child) => child.type === 'thematicBreak')
        const inside = rule === -1 ? [] : children.slice(rule + 1)
        expect(inside.map((child) => comparable(child))).toEqual(
          parseGfm(note.trimEnd()).children.map((child) => comparable(child)),
        )
        expect(parseGfm(splitFrontMatter(content).rest).children.at(-1)).toMatchObject({
          value: '<!-- duizhao:end h1 -->',
        })
      }),
      { numRuns: 500 },
    )
  })

  test('ends where it ends even when its note opens what it does not close', () => {
    for (const note of ['<!--', '<div>', '```', '~~~~', '> - a', '[^1]:', '%%']) {
      const spec = { ...sampleSpec, highlights: [{ id: 'h1', in: 'zh1', quote: '镜子也是。', note }] }
      const content = only(article, false, buildModel(spec))
      expect(parseGfm(splitFrontMatter(content).rest).children.slice(-2)).toMatchObject([
        { type: 'paragraph', children: [{ value: '^hl-h1' }] },
        { type: 'html', value: '<!-- duizhao:end h1 -->' },
      ])
    }
  })

  test('names a link, a tag line and a block id that Obsidian finds', () => {
    const content = only(article, false)
    expect(content).toContain('#治理/安全-合作')
    expect(content).toContain('#n2025')
    expect(content).toContain('](duizhao://highlight/h-mirrored)')
    expect(content).toMatch(/\n\n\^hl-h-mirrored\n\n/u)
  })

  test('shows the mirror where there is one, otherwise the aligned passage, marked as such', () => {
    const content = only(pair, false)
    const mirrored = visibleText(callout(content, 'h-mirrored'))
    expect(mirrored).toContain('“Bridges are for walking,” she said.')
    expect(mirrored).not.toContain('Aligned passage')
    const passage = visibleText(callout(content, 'h-passage'))
    expect(passage).toContain('Aligned passage')
    expect(passage).toContain('Governance takes *everyone*.')
    expect(visibleText(callout(content, 'h-english'))).toContain('治理要靠大家。1. 不是列表。')
  })

  test('leaves no sentence of a pair out, aligned or not', () => {
    const { articles, pairs } = sampleModel()
    for (const { id: pairId, leftArticleId, rightArticleId } of pairs) {
      const seen = visibleText(parseGfm(only({ kind: 'pair', pairId }, true))).replace(/\s+/gu, '')
      for (const { id: articleId, blocks } of articles) {
        if (articleId !== leftArticleId && articleId !== rightArticleId) continue
        for (const { text } of blocks.flatMap((block) => block.segments)) {
          expect(seen.replaceAll('※', '')).toContain(text.replace(/\s+/gu, ''))
        }
      }
    }
  })

  test('of something that is not there says so', () => {
    expect(() =>
      toMarkdown(sampleModel(), { kind: 'pair', pairId: id('gone') }, { fullText: false }),
    ).toThrow(DuizhaoError)
  })
})
