import { describe, expect, it } from 'vitest'
import { filterRows, languagesOf, sortRows } from '../../../src/renderer/features/library/arrange-rows.ts'
import { articleRow, type LibraryRow } from '../../../src/renderer/features/library/library-row.ts'
import type { ArticleSummary } from '../../../src/shared/contract/schemas/article.ts'
import type { ArticleId } from '../../../src/shared/domain/ids.ts'

function row(title: string, over: Partial<ArticleSummary> = {}): LibraryRow {
  return articleRow({
    id: title as ArticleId,
    title,
    titleGuessed: false,
    language: 'zh-Hans',
    kind: 'news',
    date: null,
    source: null,
    place: null,
    author: null,
    blockCount: 1,
    segmentCount: 1,
    characterCount: 1,
    pairIds: [],
    highlightCount: 0,
    noteCount: 0,
    createdAt: 0,
    updatedAt: 0,
    deletedAt: null,
    ...over,
  })
}

const titles = (rows: readonly LibraryRow[]): string[] => rows.map(({ id }) => id)

describe('filterRows', () => {
  const rows = [
    row('桥与镜子', { place: '乌鲁木齐' }),
    row('ＡＢＣ 报告'),
    row('Harbour Notes', { language: 'en' }),
  ]

  it.each([
    ['桥', ['桥与镜子']],
    ['乌鲁木齐 桥', ['桥与镜子']],
    ['abc', ['ＡＢＣ 报告']],
    ['HARBOUR', ['Harbour Notes']],
    ['', ['桥与镜子', 'ＡＢＣ 报告', 'Harbour Notes']],
    ['没有', []],
  ])('finds %j in any case and width', (text, expected) => {
    expect(titles(filterRows(rows, { text, language: '' }))).toEqual(expected)
  })

  it('filters by language', () => {
    expect(titles(filterRows(rows, { text: '', language: 'en' }))).toEqual(['Harbour Notes'])
    expect(languagesOf(rows)).toEqual(['zh-Hans', 'en'])
  })
})

describe('sortRows', () => {
  const collator = new Intl.Collator('zh-CN', { numeric: true })

  it('puts the newest date first and the undated last', () => {
    const rows = [row('无'), row('旧', { date: '2018' }), row('新', { date: '2025-05-23' })]
    expect(titles(sortRows(rows, 'date', collator))).toEqual(['新', '旧', '无'])
  })

  it('sorts titles by pinyin and numbers by size', () => {
    const rows = [row('第10篇'), row('中'), row('第9篇'), row('安')]
    expect(titles(sortRows(rows, 'title', collator))).toEqual(['安', '第9篇', '第10篇', '中'])
  })

  it('puts what was added last first', () => {
    const rows = [row('一', { createdAt: 1 }), row('二', { createdAt: 2 })]
    expect(titles(sortRows(rows, 'added', collator))).toEqual(['二', '一'])
  })

  it('puts what came last first among what was added at the same moment, in any language', () => {
    const rows = ['b', 'c', 'a'].map((id) => row(id, { createdAt: 1 }))
    expect(titles(sortRows(rows, 'added', collator))).toEqual(['c', 'b', 'a'])
  })
})
