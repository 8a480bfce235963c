import { formatTagPath } from '../../domain/tag-path.ts'
import { escapeFormula } from '../bitext/escape-formula.ts'
import { BYTE_ORDER_MARK, type TableOptions } from '../bitext/table-options.ts'
import { quoteCell } from '../bitext/to-bitext-csv.ts'
import { childrenByName, type CodebookTag } from './codebook-tag.ts'

export const CODEBOOK_COLUMNS = ['path', 'color', 'description', 'examples'] as const

/** A codebook as a table (RFC 4180): a tag a line, parents before their children; the color is a number from 1 to 8. */
export function toCodebookCsv(
  tags: readonly CodebookTag[],
  { bom, escapeFormulas }: TableOptions = { bom: true, escapeFormulas: true },
): string {
  const children = childrenByName(tags)
  const cell = (text: string): string => quoteCell(escapeFormulas ? escapeFormula(text) : text)
  const lines: string[] = []
  const line = (cells: readonly string[]): void => {
    lines.push(`${cells.map(cell).join(',')}\r\n`)
  }
  const write = (tag: CodebookTag, above: readonly string[]): void => {
    const names = [...above, tag.name]
    line([formatTagPath(names), tag.color === null ? '' : String(tag.color), tag.description, tag.examples])
    for (const child of children.get(tag.id) ?? []) write(child, names)
  }
  line(CODEBOOK_COLUMNS)
  for (const tag of children.get(null) ?? []) write(tag, [])
  return `${bom ? BYTE_ORDER_MARK : ''}${lines.join('')}`
}
