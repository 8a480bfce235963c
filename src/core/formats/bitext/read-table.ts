import type { ImportedBitext } from '../../../shared/domain/imported-bitext.ts'
import { bitextError } from './bitext-error.ts'
import { BitextBuilder, type UnitText } from './bitext-builder.ts'
import { escapesFormulas, ownDelimiter, unescapeCell, unmarkFormula } from './own-table.ts'
import { readText } from './read-text.ts'
import { findColumns, type TableColumns } from './table-columns.ts'
import { plainRows, quotedRows, usesQuotes, type Delimiter, type TableRow } from './table-rows.ts'
import { UnitTexts } from './unit-text.ts'

/** Line numbers that are listed in a warning. */
const LISTED = 10

/** Characters of a table that are looked at to find its delimiter. */
const HEAD = 100_000

/**
 * A table of texts, a unit a row: tab-, comma- or semicolon-separated, quoted or not, with or without a row of
 * names. Columns are found by their names (languages, `source`, `score`, …) or by what is in them. Duizhao's own
 * tables come back whole (docs/formats.md). Rows of more cells than the table has are skipped and told by line,
 * since nobody can say which of them belong together.
 *
 * @throws DuizhaoError `corrupt_file` for a table without two columns of text, or as `quotedRows` does
 */
export function readTable(
  name: string,
  bytes: Uint8Array,
  progress: (done: number, total: number) => void,
): ImportedBitext {
  const builder = new BitextBuilder()
  const { text, encoding } = readText(bytes, builder)
  const own = ownDelimiter(text)
  const isOwn = own !== null
  const delimiter = own ?? findDelimiter(text)
  const rows = rowsOf(text, delimiter, isOwn)
  const columns = findColumns(rows.map(({ cells }) => cells))
  if (columns === null) {
    throw bitextError(
      'table',
      'The table has no two columns of text. A bitext has one row for each unit and a column for each language, divided by tabs, commas or semicolons.',
    )
  }
  const body = columns.hasHeader ? rows.slice(1) : rows
  const reader = new RowReader(builder, columns, isOwn, isOwn && escapesFormulas(body, columns, delimiter))
  const width = columns.hasHeader ? (rows[0]?.cells.length ?? 0) : usualWidth(body)
  const ragged: number[] = []
  for (const [index, { line, cells }] of body.entries()) {
    if (index % 1000 === 0) progress(index, body.length)
    if (cells.slice(width).some((cell) => cell.trim() !== '')) {
      ragged.push(line)
      builder.skip('ragged-row')
      continue
    }
    if (cells.length < width) ragged.push(line)
    reader.add(cells)
  }
  if (ragged.length > 0) {
    const more = ragged.length > LISTED ? ' …' : ''
    builder.warn('ragged-rows', `${ragged.slice(0, LISTED).join(', ')}${more}`)
  }
  reader.warn()
  const format = delimiter === '\t' ? 'tsv' : 'csv'
  return builder.finish({ name, format, encoding, head: new Map(), leftKey: 'left' })
}

class RowReader {
  readonly #texts = new UnitTexts()
  readonly #builder: BitextBuilder
  readonly #columns: TableColumns
  readonly #isOwn: boolean
  readonly #isMarked: boolean

  constructor(builder: BitextBuilder, columns: TableColumns, isOwn: boolean, isMarked: boolean) {
    this.#builder = builder
    this.#columns = columns
    this.#isOwn = isOwn
    this.#isMarked = isMarked
  }

  add(cells: readonly string[]): void {
    const { texts, confidence, status, unmatched, note, leftSegments, rightSegments } = this.#columns
    const cell = (column: number | null): string => {
      const raw = column === null ? '' : (cells[column] ?? '')
      return this.#isMarked ? unmarkFormula(raw) : raw
    }
    const unitTexts = texts.map(({ column, language }, index): UnitText => {
      const key = index === 0 ? 'left' : index === 1 ? 'right' : `column ${column}`
      const record = index > 1 ? '' : cell(index === 0 ? leftSegments : rightSegments)
      // Of our own rows, a side without a record has no segment.
      const isMissing = this.#isOwn && record === ''
      const segments = isMissing
        ? []
        : this.#texts.segmentsOf(cell(column), this.#isOwn ? record : undefined, language)
      return { key, language, segments }
    })
    this.#builder.add(unitTexts, {
      confidence: cell(confidence),
      status: cell(status),
      unmatched: cell(unmatched),
      note: cell(note),
    })
  }

  warn(): void {
    if (this.#texts.changed > 0) this.#builder.warn('changed-elsewhere', String(this.#texts.changed))
  }
}

function rowsOf(text: string, delimiter: Delimiter, isOwn: boolean): TableRow[] {
  if (delimiter !== '\t') return quotedRows(text, delimiter)
  if (isOwn) {
    return plainRows(text, delimiter).map(({ line, cells }) => ({ line, cells: cells.map(unescapeCell) }))
  }
  return usesQuotes(text) ? quotedRows(text, delimiter) : plainRows(text, delimiter)
}

/** The delimiter by which most of the first lines have the same number of cells; a tab wins a tie. */
function findDelimiter(text: string): Delimiter {
  const head = text.slice(0, HEAD)
  // Quotes may hold delimiters and line ends, or be nothing but quotes.
  const readings = [head, head.replace(/"(?:[^"]|"")*"/gu, '')].map((reading) =>
    reading
      .split(/\r\n|[\r\n]/u)
      .slice(0, 50)
      .filter((line) => line !== ''),
  )
  const score = (delimiter: Delimiter): number =>
    Math.max(
      ...readings.map((lines) => {
        const widths = lines.map((line) => line.split(delimiter).length)
        const usual = mostFrequent(widths)
        return usual < 2 ? 0 : widths.filter((width) => width === usual).length / lines.length
      }),
    )
  const delimiters: readonly Delimiter[] = ['\t', ',', ';']
  const scores = delimiters.map(score)
  return delimiters[scores.indexOf(Math.max(...scores))] ?? '\t'
}

function usualWidth(rows: readonly TableRow[]): number {
  return mostFrequent(rows.slice(0, 1000).map(({ cells }) => cells.length))
}

function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0
}
