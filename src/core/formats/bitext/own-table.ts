import type { TableColumns } from './table-columns.ts'
import type { Delimiter, TableRow } from './table-rows.ts'

const UNESCAPED: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', '\\': '\\' }

/** A cell of our tab-separated tables, in which tab, line ends and backslash are written with a backslash. */
export function unescapeCell(cell: string): string {
  return cell.replace(/\\([tnr\\])/gu, (whole, sign: string) => UNESCAPED[sign] ?? whole)
}

/** What a spreadsheet would take for a formula, or was marked as text; as `escapeFormula` of the export has it. */
const MARKED = /^[=+\-@\t\r\n'＝＋－＠]/u

/** The row of names of our tables, up to the delimiter before the last name. */
const HEADER = /^.{0,2000}\bleft_segments([\t,;])right_segments\b/u

/** The delimiter of one of our tables; null for a table of somebody else. */
export function ownDelimiter(text: string): Delimiter | null {
  return (HEADER.exec(text)?.[1] as Delimiter | undefined) ?? null
}

/**
 * Whether formulas are escaped in one of our tables: an escaped text is longer by one than its record says. Where
 * no text tells a note may, and else what the export does unless told otherwise.
 */
export function escapesFormulas(
  rows: readonly TableRow[],
  columns: TableColumns,
  delimiter: Delimiter,
): boolean {
  let byNotes: boolean | null = null
  for (const { cells } of rows) {
    for (const [index, { column }] of columns.texts.entries()) {
      const told = isEscaped(
        cells[column] ?? '',
        cellOf(cells, index === 0 ? columns.leftSegments : columns.rightSegments),
      )
      if (told !== null) return told
    }
    const note = cellOf(cells, columns.note)
    if (!note.startsWith("'") && MARKED.test(note)) byNotes = false
    else if (note.startsWith("'") && MARKED.test(note.slice(1))) byNotes ??= true
  }
  return byNotes ?? delimiter !== '\t'
}

function isEscaped(text: string, record: string): boolean | null {
  if (!MARKED.test(text)) return null
  const end = Number(/-(\d{1,9})(?:\+[\da-f.]*)?$/u.exec(record)?.[1] ?? Number.NaN)
  if (text.startsWith("'") && end === text.length - 1) return true
  return end === text.length ? false : null
}

function cellOf(cells: readonly string[], column: number | null): string {
  return column === null ? '' : (cells[column] ?? '')
}

/** Takes the sign off that marks a cell as text. */
export function unmarkFormula(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell
}
