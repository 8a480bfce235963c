import type { Lexicon } from '../lexicon/lexicon.ts'
import type { AlignSegment, KnownEvidence, KnownPair } from './aligner.ts'
import { BilingualSeeds } from './bilingual-seeds.ts'
import { BilingualReader } from './bilingual-words.ts'
import {
  BLOCK_CLASSES,
  blockLabels,
  CASE_CLASSES,
  caseLabels,
  MARK_CLASSES,
  markLabels,
  QUOTE_CLASSES,
  quoteLabels,
  type BoundaryLabels,
} from './boundary-labels.ts'
import type { BoundaryFamily } from './boundary-evidence.ts'
import type { TrainingPair } from './learn-translations.ts'
import { runningLengths } from './length-evidence.ts'
import { plainSeeds } from './plain-seeds.ts'
import { plainWords } from './plain-words.ts'
import type { PreparedTexts } from './prepared-texts.ts'
import { markRepeats, repeatBonus } from './repeats.ts'
import { numberTokens, type SideTokens } from './tokens.ts'

/** How texts in two languages are read, and what their words may mean. */
interface LanguagePair {
  readonly rowWords: (text: string) => string[]
  readonly columnWords: (text: string) => string[]
  seeds(rows: SideTokens, columns: SideTokens): PreparedTexts['seeds']
  rowGeneral(rows: SideTokens): Float32Array | null
  columnGeneral(columns: SideTokens): Float32Array | null
}

/** Texts in any two languages: nothing is known but what both write alike. */
export const PLAIN_PAIR: LanguagePair = {
  rowWords: plainWords,
  columnWords: plainWords,
  seeds: plainSeeds,
  rowGeneral: () => null,
  columnGeneral: () => null,
}

/** Chinese rows, English columns. */
export function bilingualPair(lexicon: Lexicon): LanguagePair {
  const reader = new BilingualReader(lexicon)
  const bilingualSeeds = new BilingualSeeds(lexicon)
  const frequencies = (
    keys: readonly string[],
    find: (key: string) => number,
    all: Float32Array,
  ): Float32Array => Float32Array.from(keys, (key) => all[find(key)] ?? 0)
  return {
    rowWords: (text) => reader.chinese(text),
    columnWords: (text) => reader.english(text),
    seeds: (rows, columns) => bilingualSeeds.table(rows, columns),
    rowGeneral: ({ keys }) => frequencies(keys, (key) => lexicon.findChinese(key), lexicon.chineseFrequency),
    columnGeneral: ({ keys }) =>
      frequencies(keys, (key) => lexicon.findEnglish(key), lexicon.englishFrequency),
  }
}

/** Reads both sides. `read` is told after every thousand segments how many have been read. */
export function prepareTexts(
  rows: readonly AlignSegment[],
  columns: readonly AlignSegment[],
  pair: LanguagePair,
  known: KnownEvidence,
  read: (segments: number) => void,
): PreparedTexts {
  let done = 0
  const words = (segments: readonly AlignSegment[], split: (text: string) => string[]): string[][] =>
    segments.map(({ text }) => {
      done += 1
      if (done % 1000 === 0) read(done)
      return split(text)
    })
  const rowTokens = numberTokens(words(rows, pair.rowWords))
  const columnTokens = numberTokens(words(columns, pair.columnWords))
  const rowTexts = rows.map(({ text }) => text)
  const columnTexts = columns.map(({ text }) => text)
  const [rowRepeats, columnRepeats] = [markRepeats(rowTexts), markRepeats(columnTexts)]
  return {
    rows: rowTokens,
    columns: columnTokens,
    rowLengths: runningLengths(rowTexts),
    columnLengths: runningLengths(columnTexts),
    rowGeneral: pair.rowGeneral(rowTokens),
    columnGeneral: pair.columnGeneral(columnTokens),
    seeds: pair.seeds(rowTokens, columnTokens),
    families: [
      family(markLabels(rowTexts), markLabels(columnTexts), MARK_CLASSES),
      family(quoteLabels(rowTexts), quoteLabels(columnTexts), QUOTE_CLASSES),
      family(caseLabels(rowTexts), caseLabels(columnTexts), CASE_CLASSES),
      family(blockLabels(rows), blockLabels(columns), BLOCK_CLASSES),
    ],
    rowAlone: repeatBonus(rowRepeats, columnRepeats),
    columnAlone: repeatBonus(columnRepeats, rowRepeats),
    taught: teach(known, pair, rowTokens, columnTokens),
  }
}

function family(rowLabels: BoundaryLabels, columnLabels: BoundaryLabels, classes: number): BoundaryFamily {
  return { rowLabels, columnLabels, rowClasses: classes, columnClasses: classes }
}

/** What a verified bead and a term count; a bead that was found counts as much as it is likely. */
const BEAD_WORTH = 1
const TERM_WORTH = 10
/** A word that has been taught in this many beads needs no further one. */
const ENOUGH = 20

/** The known pairs that say something about words of these texts. */
function teach(
  { beads, terms }: KnownEvidence,
  pair: LanguagePair,
  rows: SideTokens,
  columns: SideTokens,
): TrainingPair[] {
  const sightings = new Uint32Array(rows.keys.length)
  const read = ({ left, right }: KnownPair, weight: number): TrainingPair => ({
    rows: pair.rowWords(left).map((key) => rows.numbers.get(key) ?? -1),
    columns: pair.columnWords(right).map((key) => columns.numbers.get(key) ?? -1),
    weight,
  })
  const isOfUse = (taught: TrainingPair): boolean => {
    let isNew = false
    for (const type of Array.from(taught.rows)) {
      if (type < 0) continue
      sightings[type] = (sightings[type] ?? 0) + 1
      if ((sightings[type] ?? 0) <= ENOUGH) isNew = true
    }
    return isNew && Array.from(taught.columns).some((type) => type >= 0)
  }
  return [
    ...terms.map((term) => read(term, TERM_WORTH)),
    ...beads.map((bead) => read(bead, BEAD_WORTH)),
  ].filter(isOfUse)
}
