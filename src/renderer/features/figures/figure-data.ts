import type { Crosstab } from '../../../shared/contract/schemas/survey.ts'
import { escapeFormula } from '../../../shared/export/bitext/escape-formula.ts'

/** What a figure shows: a table of counts, each with the address of its list. */
export interface FigureData {
  readonly rows: readonly FigureRow[]
  readonly columns: readonly { readonly label: string; readonly total: number }[]
}

export interface FigureRow {
  /** The tag's own name, and how deep it lies. */
  readonly name: string
  readonly path: string
  readonly depth: number
  readonly total: number
  readonly cells: readonly FigureCell[]
  /** The one column that has anything, where that tells of a gap; null otherwise. */
  readonly only: number | null
}

export interface FigureCell {
  readonly count: number
  readonly href: string
}

export interface FigureWords {
  readonly column: (key: string | null, label: string | null) => string
  readonly href: (tagId: string, key: string | null) => string
}

/** `findsGaps`: tells rows that have highlights in one column only, of two or more. */
export function figureData(crosstab: Crosstab, words: FigureWords, findsGaps = false): FigureData {
  const counts = new Map<string, Map<string | null, number>>()
  for (const { tagId, key, count } of crosstab.cells) {
    const row = counts.get(tagId) ?? new Map<string | null, number>()
    counts.set(tagId, row.set(key, count))
  }
  const { columns } = crosstab
  return {
    columns: columns.map(({ key, label, total }) => ({ label: words.column(key, label), total })),
    rows: crosstab.rows.map(({ tagId, path, depth, total }) => {
      const row = counts.get(tagId)
      const cells = columns.map(({ key }) => ({ count: row?.get(key) ?? 0, href: words.href(tagId, key) }))
      const filled = cells.flatMap(({ count }, index) => (count > 0 ? [index] : []))
      const [first, ...others] = filled
      const isGap = findsGaps && columns.length > 1 && others.length === 0 && first !== undefined
      const name = path.split('/').at(-1) ?? path
      return { name, path, depth, total, cells, only: isGap ? first : null }
    }),
  }
}

/** The same numbers for a spreadsheet. A byte order mark, without which Excel misreads Chinese. */
export function toFigureCsv({ rows, columns }: FigureData, corner: string, total: string): string {
  const lines = [
    [corner, ...columns.map(({ label }) => label), total],
    ...rows.map(({ path, cells, total: sum }) => [
      path,
      ...cells.map(({ count }) => String(count)),
      String(sum),
    ]),
  ]
  return `\uFEFF${lines.map((line) => line.map(csvCell).join(',')).join('\r\n')}\r\n`
}

function csvCell(text: string): string {
  return `"${escapeFormula(text).replaceAll('"', '""')}"`
}
