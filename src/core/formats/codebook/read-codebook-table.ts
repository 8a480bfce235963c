import type { CodebookEntry } from '../../../shared/domain/codebook-entry.ts'
import { colorOfHex } from '../../../shared/domain/color-hex.ts'
import { COLORS, type Color } from '../../../shared/domain/highlight.ts'
import { parseTagPath } from '../../../shared/domain/tag-path.ts'
import { quotedRows, type Delimiter } from '../bitext/table-rows.ts'
import { decodeBytes } from '../decode-bytes.ts'
import { CodebookBuilder } from './codebook-builder.ts'
import { codebookError } from './codebook-error.ts'

type Column = 'path' | 'color' | 'description' | 'examples'

const NAMES: Readonly<Record<Column, readonly string[]>> = {
  path: ['path', 'tag', 'code', 'name', '路径', '标签', '名称'],
  color: ['color', 'colour', '颜色'],
  description: ['description', 'definition', 'memo', '说明', '定义'],
  examples: ['examples', 'example', '例子', '示例'],
}

/**
 * The tags of a table: the first row names the columns, of which `path` (or `tag`, `code`, `name`) must be there.
 * An apostrophe that the export put before a formula is taken off.
 *
 * @throws DuizhaoError `corrupt_file` with a `reason`; as the decoder does
 */
export function readCodebookTable(bytes: Uint8Array): CodebookEntry[] {
  const { text } = decodeBytes(bytes)
  const [header, ...rows] = quotedRows(text, delimiterOf(text))
  const columns = columnsOf(header?.cells ?? [])
  const builder = new CodebookBuilder()
  for (const { line, cells } of rows) {
    const cell = (column: Column): string => unescapeFormula(cells[columns[column] ?? -1] ?? '')
    const names = parseTagPath(cell('path'))
    if (names.length === 0) {
      if (cells.every((each) => each.trim() === '')) continue
      throw codebookError('name', `A tag has no name (line ${line}). Give it one.`, { line })
    }
    builder.add(
      {
        names,
        guid: null,
        color: colorOf(cell('color')),
        description: cell('description'),
        examples: cell('examples'),
      },
      `line ${line}`,
    )
  }
  return builder.finish()
}

function delimiterOf(text: string): Delimiter {
  const [header = ''] = text.split('\n', 1)
  const count = (delimiter: Delimiter): number => header.split(delimiter).length
  const delimiters: readonly Delimiter[] = [',', '\t', ';']
  return delimiters.reduce((best, each) => (count(each) > count(best) ? each : best))
}

function columnsOf(header: readonly string[]): Partial<Record<Column, number>> {
  const told = header.map((cell) => cell.trim().toLowerCase())
  const columns: Partial<Record<Column, number>> = {}
  for (const column of ['path', 'color', 'description', 'examples'] as const) {
    const index = told.findIndex((name) => NAMES[column].includes(name))
    if (index !== -1) columns[column] = index
  }
  if (columns.path === undefined) {
    throw codebookError(
      'columns',
      'The first row does not name a column “path”. Name the columns: path, color, description, examples.',
    )
  }
  return columns
}

function colorOf(cell: string): Color | null {
  const wanted = cell.trim()
  return COLORS.find((color) => String(color) === wanted) ?? colorOfHex(wanted)
}

function unescapeFormula(cell: string): string {
  return /^'[=+\-@\t\r\n'＝＋－＠]/u.test(cell) ? cell.slice(1) : cell
}
