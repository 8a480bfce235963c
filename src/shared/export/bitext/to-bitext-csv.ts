import type { BeadChoice } from './bead-choice.ts'
import { beadTable } from './bead-table.ts'
import type { BitextModel } from './bitext-model.ts'
import { escapeFormula } from './escape-formula.ts'
import { BYTE_ORDER_MARK, type TableOptions } from './table-options.ts'

/**
 * Comma-separated values (RFC 4180): a bead a line, CRLF at each end, cells in quotes where they need them.
 * Throws `invalid_input` without beads.
 */
export function toBitextCsv(
  model: BitextModel,
  choice: BeadChoice = 'all',
  { bom, escapeFormulas }: TableOptions = { bom: true, escapeFormulas: true },
): string {
  const cell = (text: string): string => quoteCell(escapeFormulas ? escapeFormula(text) : text)
  const lines = beadTable(model, choice).map((row) => `${row.map(cell).join(',')}\r\n`)
  return `${bom ? BYTE_ORDER_MARK : ''}${lines.join('')}`
}

/** A cell as RFC 4180 has it: in quotes where it needs them. */
export function quoteCell(text: string): string {
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
