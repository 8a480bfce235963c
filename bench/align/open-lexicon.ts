import { fileURLToPath } from 'node:url'
import { LEXICON_FILE, loadLexicon } from '../../src/core/lexicon/load-lexicon.ts'
import type { Lexicon } from '../../src/shared/lexicon/lexicon.ts'

/** The lexicon as it is shipped. */
export function openLexicon(): Lexicon {
  return loadLexicon(fileURLToPath(new URL(`../../resources/${LEXICON_FILE}`, import.meta.url)))
}
