import type { TableColumns } from './table-columns.ts'
import type { Delimiter, TableRow } from './table-rows.ts'

const UNESCAPED: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', '\\': '\\' }

/** A cell of our tab-separated tables, in which tab, line ends and backslash are written with a backslash. */
export function unescapeCell(cell: string): string {
  return cell.replace(/\\([tnr\\])/gu, (whole, sign: string) => UNESCAPED[sign] ?? whole)
}

/** What a spreadsheet would take for a formula, or was marked as text; as `escapeFormula` of the export has it. */
const MARKED = /^[=+\-@\t\r\n'＝＋－＠]/u

/**
 * Whether formulas are escaped in one of our tables: an escaped text is longer by one than its record says.
 * Where no text tells, by what the export does unless told otherwise.
 */
export function escapesFormulas(rows: readonly TableRow[], columns: TableColumns, delimiter: Delimiter): boolean {
  for (const { cells } of rows) {
    for (const [index, { column }] of columns.texts.entries()) {
      const text = cells[column] ?? ''
      const recordColumn = index === 0 ? columns.leftSegments : columns.rightSegments
      const record = recordColumn === null ? '' : (cells[recordColumn] ?? '')
      const end = Number(/-(\d{1,9})(?:\+[\da-f.]*)?$/u.exec(record)?.[1] ?? Number.NaN)
      if (!MARKED.test(text) || Number.isNaN(end)) continue
      if (text.startsWith("'") && end === text.length - 1) return true
      if (end === text.length) return false
    }
  }
  return delimiter !== '\t'
}

/** Takes the sign off that marks a cell as text. */
export function unmarkFormula(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell
}
