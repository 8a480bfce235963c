import { fitConfidence, judgePosteriors } from './fit-confidence.ts'
import { readGoldSets } from './gold-documents.ts'
import { openLexicon } from './open-lexicon.ts'

// Prints the tables of src/shared/align/confidence.ts.
const sets = readGoldSets([])
if (sets === null) throw new Error('../shared/alignment/dev is not here')
for (const [title, lexicon] of [
  ['WITH_LEXICON', openLexicon()],
  ['WITHOUT_LEXICON', null],
] as const) {
  console.log(title)
  for (const [posterior, share] of fitConfidence(
    judgePosteriors(sets, lexicon).flatMap(({ judged }) => judged),
  )) {
    console.log(`  [${posterior.toFixed(6)}, ${share.toFixed(4)}],`)
  }
}
