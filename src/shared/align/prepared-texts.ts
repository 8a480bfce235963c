import type { BoundaryFamily } from './boundary-evidence.ts'
import type { Corner } from './band.ts'
import type { TrainingPair } from './learn-translations.ts'
import { renumberTokens, type SideTokens } from './tokens.ts'
import { selectTranslations, type TranslationTable } from './translation-table.ts'

/** Two texts as the search sees them: words as numbers, lengths as running totals, places between segments as labels. */
export interface PreparedTexts {
  readonly rows: SideTokens
  readonly columns: SideTokens
  readonly rowLengths: Float64Array
  readonly columnLengths: Float64Array
  /** General frequencies by type; null where none are known. */
  readonly rowGeneral: Float32Array | null
  readonly columnGeneral: Float32Array | null
  /** What words may mean before the texts themselves have been looked at. */
  readonly seeds: TranslationTable
  readonly families: readonly BoundaryFamily[]
  /** By segment: how much likelier than another it is to have no counterpart, in nats. */
  readonly rowAlone: Float32Array
  readonly columnAlone: Float32Array
  /** What the library knows: stretches that say the same. */
  readonly taught: readonly TrainingPair[]
}

/** The part of the texts between two corners, with words numbered anew so that its tables are small. */
export function cutTexts(texts: PreparedTexts, from: Corner, to: Corner): PreparedTexts {
  const rows = renumberTokens(texts.rows, from.row, to.row)
  const columns = renumberTokens(texts.columns, from.column, to.column)
  const pick = (general: Float32Array | null, types: Uint32Array): Float32Array | null =>
    general === null ? null : Float32Array.from(types, (type) => general[type] ?? 0)
  return {
    rows: rows.tokens,
    columns: columns.tokens,
    rowLengths: texts.rowLengths.subarray(from.row, to.row + 1),
    columnLengths: texts.columnLengths.subarray(from.column, to.column + 1),
    rowGeneral: pick(texts.rowGeneral, rows.originals),
    columnGeneral: pick(texts.columnGeneral, columns.originals),
    seeds: selectTranslations(
      texts.seeds,
      rows.originals,
      columns.renumbered,
      rows.tokens.counts,
      columns.tokens.counts,
    ),
    families: texts.families.map((family) => ({
      ...family,
      rowLabels: family.rowLabels.subarray(from.row, to.row + 1),
      columnLabels: family.columnLabels.subarray(from.column, to.column + 1),
    })),
    rowAlone: texts.rowAlone.subarray(from.row, to.row),
    columnAlone: texts.columnAlone.subarray(from.column, to.column),
    taught: texts.taught.map((pair) => ({
      ...pair,
      rows: Int32Array.from(pair.rows, (type) => rows.renumbered[type] ?? -1),
      columns: Int32Array.from(pair.columns, (type) => columns.renumbered[type] ?? -1),
    })),
  }
}
