import type { Input } from '../../../shared/contract/contract.ts'
import type { ExportFormat, ExportScope } from '../../../shared/contract/schemas/export.ts'
import type { LanguageCodes } from '../../../shared/export/bitext/memory-options.ts'
import type { SourceChoice } from '../../../shared/export/bitext/source-side.ts'
import { scopeKey, type ScopeKind } from './use-scope-choices.ts'

/** `confident`: those that are verified, and those of a confidence of `minConfidence` or more. */
export type BeadChoice = 'all' | 'verified' | 'confident'

/** What the least confidence may be. */
export const LEAST_CONFIDENCES = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98] as const

/** What the user has chosen for the next export, whichever of it the format asks for. */
export interface ExportChoices {
  readonly format: ExportFormat
  readonly fullText: boolean
  readonly beads: BeadChoice
  readonly minConfidence: number
  /** The source of what was exported then, by the scope's key; null: as is usual for the pair. */
  readonly source: { readonly of: string; readonly choice: SourceChoice } | null
  readonly codes: LanguageCodes
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

/** Whether a format is made for translation memories, so that it has a source and a target. */
export function isMemory(format: ExportFormat): format is 'tmx' | 'xliff-2.1' | 'xliff-1.2' {
  return format === 'tmx' || format === 'xliff-2.1' || format === 'xliff-1.2'
}

/** What was chosen as the source of this very scope; null: nothing. */
export function chosenSource({ source }: ExportChoices, scope: ExportScope): SourceChoice | null {
  return source?.of === sourceKey(scope) ? source.choice : null
}

/** What a choice of a source is for. */
export function sourceKey(scope: ExportScope): string {
  return `${scope.kind} ${scopeKey(scope)}`
}

/** The choices as the API takes them; an article or a tag comes as Markdown whatever was chosen before. */
export function optionsOf(
  choices: ExportChoices,
  kind: ScopeKind,
  scope: ExportScope,
): Input<'exports.preview'>['options'] {
  const format = hasBeads(kind) ? choices.format : 'markdown'
  const beads = choices.beads === 'confident' ? { minConfidence: choices.minConfidence } : choices.beads
  switch (format) {
    case 'markdown':
      return { format, fullText: choices.fullText }
    case 'tsv':
    case 'csv': {
      const usual = tableDefault(format)
      const { bom, escapeFormulas } = choices
      return { format, beads, bom: bom ?? usual, escapeFormulas: escapeFormulas ?? usual }
    }
    case 'ladder':
      return { format, beads: 'all' }
    case 'tmx':
    case 'xliff-2.1':
    case 'xliff-1.2': {
      const source = chosenSource(choices, scope)
      return { format, beads, codes: choices.codes, ...(source === null ? {} : { source }) }
    }
    case 'html':
    case 'docx':
    case 'xlsx':
    case 'json':
      return { format, beads }
  }
}
