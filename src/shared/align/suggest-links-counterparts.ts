import type { LanguageTag } from '../domain/article.ts'
import type { LinkReason } from '../domain/link.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { PassageReader, primaryLanguage, type KnownTerm, type Passage } from './passage-evidence.ts'
import { linkTypes, UnitTypes } from './passage-evidence-links.ts'
import { pairNames, placeNames, type NamePair } from './passage-evidence-names.ts'
import type { PassageSide } from './suggest-links.ts'
import { explainLink } from './suggest-links-reasons.ts'
import { compareLikeness, type Likeness } from './suggest-links-score.ts'
import { sketchOf } from './suggest-links-sketch.ts'

export interface CounterpartsInput {
  readonly wanted: { readonly language: LanguageTag; readonly text: string }
  readonly passages: PassageSide
  readonly terms: readonly KnownTerm[]
  /** How many are wanted. */
  readonly limit: number
}

/** A passage that may say what was wanted. */
export interface FoundCounterpart {
  readonly index: number
  /** From {@link LEAST_COUNTERPART_SCORE} to 1. */
  readonly score: number
  readonly reasons: readonly LinkReason[]
}

/** Fewer nats of evidence than this are chance: a rare word or two common ones are worth more. */
const LEAST_TOTAL = 3
/**
 * Below this nothing is listed. Chosen with bench/align/counterparts.ts: 800 sentences and phrases of the development
 * texts are looked for among up to 1,500 passages in which every second one has its counterpart. Of all hits 8 in 100
 * are the counterpart, above .3 22 in 100 (51 of the first ones), below it 2 or 3. The floor keeps four fifths of the
 * counterparts that are found at all (58 of 72 in 100) and leaves out three quarters of the other hits; of the
 * selections that have no counterpart 65 in 100 get an empty list, as they should, instead of 21.
 */
export const LEAST_COUNTERPART_SCORE = 0.3
/** Passages that are compared in full, for each that is wanted. */
const COMPARED = 8

/**
 * Passages that say what a selection says, best first. What counts is how much of the selection is in the
 * passage; the passage may say more. Words are weighed by the general counts, so that pages of one library can
 * be looked through one after the other and their answers compared. Names are found where the lexicon or the
 * library's terms have them, or other words lead to their passage.
 */
export function findCounterparts(
  { wanted, passages, terms, limit }: CounterpartsInput,
  lexicon: Lexicon,
  progress: (done: number, total: number) => void,
): FoundCounterpart[] {
  const reader = new PassageReader(lexicon, terms)
  const selection = reader.read(wanted.text, wanted.language)
  const ours = new UnitTypes([selection.units])
  const one = { types: ours.passages[0] ?? new Int32Array(0), vocabulary: ours }
  const forms = formsOf(selection, terms, passages.language)
  const sketch = sketchOf(selection.units, forms, lexicon)
  const likely = passages.texts
    .map((text, index) => {
      if (index % 256 === 0) progress(index, passages.texts.length)
      // A long passage says more of everything.
      return { index, text, worth: sketch(text) / Math.sqrt(text.length + 50) }
    })
    .filter(({ worth }) => worth > 0)
    .toSorted((left, right) => right.worth - left.worth || left.index - right.index)
    .slice(0, COMPARED * limit)
  return likely
    .flatMap(({ index, text }) => {
      const passage = reader.read(text, passages.language)
      const theirs = new UnitTypes([passage.units])
      const other = { types: theirs.passages[0] ?? new Int32Array(0), vocabulary: theirs }
      const names = pairNames(selection, passage, lexicon)
      const likeness = compareLikeness(
        one,
        other,
        linkTypes(ours, theirs, lexicon),
        placeNames(names, one, other),
      )
      return judge(index, likeness, selection, passage, names)
    })
    .toSorted((left, right) => right.score - left.score || left.index - right.index)
    .slice(0, limit)
}

/** How the terms of the selection are said in the passages' language. */
function formsOf({ units }: Passage, terms: readonly KnownTerm[], language: LanguageTag): string[] {
  return units.flatMap(({ kind, id }) =>
    kind === 'term'
      ? (terms[id]?.forms ?? []).flatMap((given) =>
          primaryLanguage(given.language) === primaryLanguage(language) ? [given.form] : [],
        )
      : [],
  )
}

function judge(
  index: number,
  likeness: Likeness,
  selection: Passage,
  passage: Passage,
  names: readonly NamePair[],
): FoundCounterpart[] {
  const { ofLeft, leftTotal, matches } = likeness
  if (leftTotal < LEAST_TOTAL) return []
  // The share of the selection that is said, less sure the less there is to go by.
  const score = ofLeft * (1 - Math.exp(-leftTotal / LEAST_TOTAL))
  if (score < LEAST_COUNTERPART_SCORE) return []
  return [{ index, score: Math.min(1, score), reasons: explainLink(selection, passage, matches, names) }]
}
