import type { LanguageTag } from '../../shared/domain/article.ts'
import type { ImportWarning } from '../../shared/domain/imported-document.ts'
import { detectLanguage } from '../../shared/text/detect-language.ts'
import { addFinding, bestFinding, type DraftBlock, type Reading } from './reading.ts'
import { isWideText } from './line-layout.ts'

/** Below this the detector itself advises to ask the user. */
const SURE = 0.6

/** A second script that makes up more of the text than this is worth a word. */
const MIXED_SHARE = 0.2

/** The share of the blocks that are in the rarer of the two kinds of script, by length; a Han character counts as three letters. */
function shareOfOtherScript(blocks: readonly DraftBlock[]): number {
  let wide = 0
  let narrow = 0
  for (const { text } of blocks) {
    if (!/\p{L}/u.test(text)) continue
    if (isWideText(text)) wide += text.length * 3
    else narrow += text.length
  }
  return Math.min(wide, narrow) / Math.max(1, wide + narrow)
}

/**
 * Finds the document's language: the one that was asked for, else the front matter's, else detected.
 * Gives the warnings that belong to it.
 *
 * @param given the language the user chose; it is believed
 */
export function findLanguage(reading: Reading, given: LanguageTag | undefined): readonly ImportWarning[] {
  const warnings: ImportWarning[] = []
  if (given !== undefined) addFinding(reading, 'language', given, 'given-language', 1)
  if (bestFinding(reading, 'language') === null) {
    const { language, confidence } = detectLanguage(reading.blocks.map((block) => block.text).join('\n'))
    addFinding(reading, 'language', language, 'detected-language', confidence)
    if (language === 'und' || confidence < SURE)
      warnings.push({ code: 'language-uncertain', detail: language })
  }
  const mixed = shareOfOtherScript(reading.blocks)
  if (mixed >= MIXED_SHARE) {
    warnings.push({ code: 'mixed-languages', detail: `${Math.round(mixed * 100)} %` })
  }
  return warnings
}
