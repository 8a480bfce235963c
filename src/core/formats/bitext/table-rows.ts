import { bitextError } from './bitext-error.ts'

/** A row of a table, with the line of the file where it begins, from 1. */
export interface TableRow {
  readonly line: number
  readonly cells: string[]
}

export type Delimiter = ',' | ';' | '\t'

/**
 * The rows of a table in which cells may be quoted (RFC 4180). Text between a closing quote and the delimiter is
 * kept as it is. Blank lines are passed over. Linear.
 *
 * @throws DuizhaoError `corrupt_file` with the `line` of a quote that is never closed
 */
export function quotedRows(text: string, delimiter: Delimiter): TableRow[] {
  const rows: TableRow[] = []
  const cellEnd = new RegExp(`[${delimiter}\\r\\n]`, 'gu')
  let line = 1
  let at = 0
  let row: TableRow = { line, cells: [] }
  const endRow = (): void => {
    if (row.cells.length > 1 || row.cells[0] !== '') rows.push(row)
  }
  while (at <= text.length) {
    let cell = ''
    if (text.charAt(at) === '"') {
      const opened = line
      const pieces: string[] = []
      let from = at + 1
      for (;;) {
        const quote = text.indexOf('"', from)
        if (quote === -1) throw quoteNeverClosed(opened)
        pieces.push(text.slice(from, quote))
        from = quote + 1
        if (text.charAt(from) !== '"') break
        pieces.push('"')
        from += 1
      }
      cell = pieces.join('')
      line += countLineEnds(cell)
      at = from
    }
    cellEnd.lastIndex = at
    const end = cellEnd.exec(text)?.index ?? text.length
    row.cells.push(cell + text.slice(at, end))
    at = end + 1
    if (text.charAt(end) === delimiter) continue
    endRow()
    if (text.charAt(end) === '\r' && text.charAt(at) === '\n') at += 1
    line += 1
    row = { line, cells: [] }
    if (at >= text.length) break
  }
  return rows
}

/** The rows of a table without quoting: a line each. */
export function plainRows(text: string, delimiter: Delimiter): TableRow[] {
  return text.split(/\r\n|[\r\n]/u).flatMap((content, index) => {
    return content === '' ? [] : [{ line: index + 1, cells: content.split(delimiter) }]
  })
}

/** Whether the cells of a tab-separated table are quoted: all that begin with a quote end with one, and some need it. */
export function usesQuotes(text: string): boolean {
  let needed = false
  let at = 0
  for (;;) {
    at = nextOpeningQuote(text, at)
    if (at === -1) return needed
    const from = at + 1
    let close = text.indexOf('"', from)
    while (close !== -1 && text.charAt(close + 1) === '"') {
      needed = true
      close = text.indexOf('"', close + 2)
    }
    if (close === -1 || !/^[\t\r\n]?$/u.test(text.charAt(close + 1))) return false
    needed ||= /[\t\n\r]/u.test(text.slice(from, close))
    at = close + 1
  }
}

/** The next quote that stands at the beginning of a cell; -1 where there is none. */
function nextOpeningQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
    if (at === 0 || /[\t\r\n]/u.test(text.charAt(at - 1))) return at
  }
  return -1
}

function countLineEnds(cell: string): number {
  let count = 0
  for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1
  return count
}

function quoteNeverClosed(line: number): Error {
  return bitextError(
    'quote',
    `A quotation mark in line ${line} opens a cell and is never closed. Correct that line, or save the table as tab-separated text.`,
    { line },
  )
}
