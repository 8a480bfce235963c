import type { LanguageTag } from '../domain/article.ts'
import type { TextRange } from '../text/graphemes.ts'
import { type Passage, PassageReader, type Unit } from './passage-evidence.ts'
import { pairNames, type NamePair } from './passage-evidence-names.ts'

/** Several texts of one side that stand one after the other. */
export interface TextRun {
  readonly language: LanguageTag
  readonly texts: readonly string[]
}

/** A run of texts, read. Offsets of `units` are those of `text`, which is the texts joined. */
export interface ReadRun {
  readonly text: string
  readonly units: readonly Unit[]
  readonly passages: readonly Passage[]
  /** Where each passage begins in `text`, and which of `units` is its first. */
  readonly starts: readonly number[]
  readonly firstUnits: readonly number[]
}

/** Reads each text by itself, so that no word reaches from one into the next. */
export function readRun(reader: PassageReader, { language, texts }: TextRun): ReadRun {
  const passages = texts.map((text) => reader.read(text, language))
  const starts: number[] = []
  const firstUnits: number[] = []
  const units: Unit[] = []
  let start = 0
  for (const passage of passages) {
    starts.push(start)
    firstUnits.push(units.length)
    for (const unit of passage.units)
      units.push({ ...unit, start: unit.start + start, end: unit.end + start })
    start += passage.text.length
  }
  return { text: texts.join(''), units, passages, starts, firstUnits }
}

/** A name that both runs have. Ranges are those of the joined texts, places those of all units. */
export type SharedName = NamePair

/** The names two runs share by pinyin or by sound, in either direction; full names first. */
export function sharedNames(left: ReadRun, right: ReadRun, reader: PassageReader): SharedName[] {
  const found: SharedName[] = []
  for (const [one, ours] of left.passages.entries()) {
    for (const [other, theirs] of right.passages.entries()) {
      for (const name of pairNames(ours, theirs, reader.lexicon)) {
        found.push({
          ...name,
          left: moved(name.left, left.starts[one] ?? 0),
          right: moved(name.right, right.starts[other] ?? 0),
          leftUnits: name.leftUnits.map((place) => place + (left.firstUnits[one] ?? 0)),
          rightUnits: name.rightUnits.map((place) => place + (right.firstUnits[other] ?? 0)),
        })
      }
    }
  }
  // Whatever passage it is in, a whole comes before its parts.
  return found.toSorted((one, other) => Number(one.isPart) - Number(other.isPart))
}

function moved({ start, end }: TextRange, by: number): TextRange {
  return { start: start + by, end: end + by }
}
