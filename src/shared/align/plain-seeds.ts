import type { SideTokens } from './tokens.ts'
import { makeTable, type TranslationTable } from './translation-table.ts'

/** A word that stands on both sides is likely the same word. */
const SAME_WORD = 0.9

/** The words that both sides write alike. */
export function plainSeeds(rows: SideTokens, columns: SideTokens): TranslationTable {
  const renderings = rows.keys.map((key) => {
    const same = columns.numbers.get(key)
    return same === undefined ? undefined : new Map([[same, SAME_WORD]])
  })
  return makeTable(renderings, rows.counts, columns.counts)
}
