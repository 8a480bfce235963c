import type { Input } from '../../../shared/contract/contract.ts'
import type { ExportFormat } from '../../../shared/contract/schemas/export.ts'
import type { ScopeKind } from './use-scope-choices.ts'

export type BeadChoice = 'all' | 'verified'

/** What the user has chosen for the next export, whichever of it the format asks for. */
export interface ExportChoices {
  readonly format: ExportFormat
  readonly fullText: boolean
  readonly beads: BeadChoice
  /** Null: as is usual for the format. */
  readonly bom: boolean | null
  readonly escapeFormulas: boolean | null
}

export const FORMAT_GROUPS = [
  { group: 'reading', formats: ['markdown', 'html', 'docx'] },
  { group: 'memory', formats: ['tmx', 'xliff-2.1', 'xliff-1.2'] },
  { group: 'table', formats: ['tsv', 'csv', 'xlsx'] },
  { group: 'aligner', formats: ['ladder', 'json'] },
] as const satisfies readonly { readonly group: string; readonly formats: readonly ExportFormat[] }[]

/** Whether a format is made of beads, so that it needs a pair, or the pairs of the library. */
export function hasBeads(kind: ScopeKind): boolean {
  return kind === 'pair' || kind === 'library'
}

/** How a table is written where nothing else was chosen. */
export function tableDefault(format: 'tsv' | 'csv'): boolean {
  return format === 'csv'
}

/** The choices as the API takes them; an article or a tag comes as Markdown whatever was chosen before. */
export function optionsOf(choices: ExportChoices, kind: ScopeKind): Input<'exports.preview'>['options'] {
  const format = hasBeads(kind) ? choices.format : 'markdown'
  switch (format) {
    case 'markdown':
      return { format, fullText: choices.fullText }
    case 'tsv':
    case 'csv': {
      const usual = tableDefault(format)
      const { beads, bom, escapeFormulas } = choices
      return { format, beads, bom: bom ?? usual, escapeFormulas: escapeFormulas ?? usual }
    }
    case 'ladder':
      return { format, beads: 'all' }
    case 'html':
    case 'docx':
    case 'tmx':
    case 'xliff-2.1':
    case 'xliff-1.2':
    case 'xlsx':
    case 'json':
      return { format, beads: choices.beads }
  }
}
