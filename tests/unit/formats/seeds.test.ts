import { describe, expect, it } from 'vitest'

import { joinBlocks, normaliseSource } from '../../../src/core/formats/normalise-source.ts'
import { readDocument } from '../../../src/core/formats/read-document.ts'
import type { ImportedDocument } from '../../../src/shared/domain/imported-document.ts'
import type { BlockKind } from '../../../src/shared/domain/text.ts'
import { sharedArticles } from '../../fixtures/shared-articles.ts'

const articles = sharedArticles('the import of the five real articles')
const present = articles !== null
const names = (articles ?? []).map((article) => article.name)

function articleNamed(name: string | undefined): { name: string; bytes: Uint8Array } {
  const article = articles?.find((candidate) => candidate.name === name)
  if (article === undefined) throw new Error(`no article ${name}`)
  return article
}

function sourceOf(name: string): string {
  return new TextDecoder().decode(articleNamed(name).bytes)
}

function importSeed(index: number): ImportedDocument {
  return readDocument(articleNamed(names[index]))
}

function textsOf(document: ImportedDocument, kind: BlockKind): string[] {
  return document.blocks.filter((block) => block.kind === kind).map((block) => block.text)
}

describe.skipIf(!present)('the five real articles import with no manual fix-up', () => {
  it('are all there', () => expect(names).toHaveLength(5))

  it('languages and dates', () => {
    const metadata = names.map((_, index) => importSeed(index).metadata)
    expect(metadata.map(({ language }) => language)).toEqual(['en', 'en', 'zh-Hans', 'en', 'en'])
    expect(metadata.map(({ date }) => date)).toEqual([
      '2025-05-23',
      '2025-07-26',
      null,
      '2018-06-03',
      '2024-10-21',
    ])
    expect(metadata.map(({ titleGuessed }) => titleGuessed)).toEqual([false, false, false, true, false])
    expect(metadata.map(({ kind }) => kind)).toEqual(['news', 'news', 'speech', 'news', 'news'])
  })

  for (const index of [0, 1, 4]) {
    it(`${index}: the first line's title and date are taken apart`, () => {
      const document = importSeed(index)
      const [header = ''] = sourceOf(names[index] ?? '').split('\n')
      const title = header.replace(/^ date \d{4}-\d{2}-\d{2} /u, '')
      expect(title).not.toMatch(/date/)
      expect(document.metadata.title).toBe(title)
      expect(textsOf(document, 'title')).toEqual([title])
      expect(
        document.findings.filter(({ rule }) => rule === 'header-line').map(({ field }) => field),
      ).toEqual(['date', 'title'])
    })
  }

  it('1: the dateline gives place and source and stays in the text', () => {
    const document = importSeed(1)
    expect(document.metadata).toMatchObject({ place: 'Zhengzhou', source: 'Xinhua' })
    expect(
      document.findings.filter(({ rule }) => rule === 'agency-dateline').map(({ field }) => field),
    ).toEqual(['place', 'source'])
    expect(textsOf(document, 'paragraph')[0]).toMatch(/^ZHENGZHOU, /)
  })

  it('3: the header holds only a place; the title is made from the first sentence', () => {
    const document = importSeed(3)
    expect(document.metadata.place).toBe('Islamabad')
    expect(document.metadata.title.length).toBeLessThanOrEqual(80)
    const first = document.blocks[0]?.text ?? ''
    expect(first.startsWith(document.metadata.title.replace('…', ''))).toBe(true)
    expect(document.warnings.map(({ code }) => code)).toEqual(['title-guessed'])
    expect(textsOf(document, 'title')).toEqual([])
  })

  it('captions and credits have these kinds, and nothing else has', () => {
    const counts = names.map((_, index) => {
      const document = importSeed(index)
      return [textsOf(document, 'caption').length, textsOf(document, 'credit').length]
    })
    expect(counts).toEqual([
      [0, 0],
      [1, 0],
      [3, 6],
      [0, 0],
      [3, 0],
    ])
    for (const caption of textsOf(importSeed(4), 'caption')) expect(caption).toMatch(/\(Photo .*\)$/)
    const credits = textsOf(importSeed(2), 'credit')
    expect(credits.filter((credit) => credit.endsWith('摄'))).toHaveLength(3)
  })

  it('2: the page is divided into speeches with speakers', () => {
    const document = importSeed(2)
    expect(document.speakers).toHaveLength(7)
    expect(document.speakers.filter(({ name }) => name.includes('·'))).toHaveLength(4)
    for (const { role } of document.speakers) expect(role).toMatch(/[长席]$/)
    expect(textsOf(document, 'byline')).toHaveLength(7)
    // Seven speeches, and one heading that lost its speech to the page's layout.
    expect(textsOf(document, 'heading')).toHaveLength(8)
    for (const block of document.blocks) {
      if (block.kind === 'paragraph') expect(block.speaker).not.toBeNull()
      else expect(block.speaker).toBeNull()
    }
    expect(textsOf(document, 'title')[0]).toBe(document.metadata.title)
  })

  for (const [index, name] of names.entries()) {
    it(`${index}: the text round-trips`, () => {
      const source = sourceOf(name)
      const joined = joinBlocks(importSeed(index))
      expect(joined).toBe(normaliseSource(source))
      // The same, told without any of our own code: not a character is lost, added or moved.
      const words = source.replace(/^\s*date \d{4}-\d{2}-\d{2} (?:Islamabad\n)?/u, '')
      expect(joined.replace(/\s/gu, '')).toBe(words.replace(/\s/gu, ''))
    })
  }
})
