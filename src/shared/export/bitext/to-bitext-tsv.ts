import type { BeadChoice } from './bead-choice.ts'
import { beadTable } from './bead-table.ts'
import type { BitextModel } from './bitext-model.ts'
import { escapeFormula } from './escape-formula.ts'
import { BYTE_ORDER_MARK, type TableOptions } from './table-options.ts'

/**
 * Tab-separated values: a bead a line, LF at each end. Inside a cell, tab, line feed, carriage return and
 * backslash are written `\t`, `\n`, `\r` and `\\`, so that neither a tab nor a line end is ever part of a text.
 * Throws `invalid_input` without beads.
 */
export function toBitextTsv(
  model: BitextModel,
  choice: BeadChoice = 'all',
  { bom, escapeFormulas }: TableOptions = { bom: false, escapeFormulas: false },
): string {
  const cell = (text: string): string => escapeCell(escapeFormulas ? escapeFormula(text) : text)
  const lines = beadTable(model, choice).map((row) => `${row.map(cell).join('\t')}\n`)
  return `${bom ? BYTE_ORDER_MARK : ''}${lines.join('')}`
}

const ESCAPES: Readonly<Record<string, string>> = { '\t': '\\t', '\n': '\\n', '\r': '\\r', '\\': '\\\\' }

function escapeCell(text: string): string {
  return text.replace(/[\t\n\r\\]/gu, (character) => ESCAPES[character] ?? character)
}
