import type { LanguageTag, Side } from '../../domain/article.ts'
import { regionCode } from '../../text/region-code.ts'
import type { BitextModel } from './bitext-model.ts'

/** Codes of languages: as the articles have them, by script; or Chinese by region, as other programs expect it. */
export const LANGUAGE_CODES = ['script', 'region'] as const
export type LanguageCodes = (typeof LANGUAGE_CODES)[number]

/** How a format for translation memories is written. */
export interface MemoryOptions {
  /** The side that was translated; the other one is the target. */
  readonly source: Side
  readonly codes: LanguageCodes
}

export const PLAIN_MEMORY: MemoryOptions = { source: 'left', codes: 'script' }

export function codeOf(language: LanguageTag, codes: LanguageCodes): LanguageTag {
  return codes === 'region' ? regionCode(language) : language
}

/** Source and target: which sides they are, and the codes of their languages. */
export function directionOf(
  model: Pick<BitextModel, Side>,
  { source, codes }: MemoryOptions,
): { source: Side; target: Side; sourceCode: LanguageTag; targetCode: LanguageTag } {
  const target = source === 'left' ? 'right' : 'left'
  return {
    source,
    target,
    sourceCode: codeOf(model[source].language, codes),
    targetCode: codeOf(model[target].language, codes),
  }
}
