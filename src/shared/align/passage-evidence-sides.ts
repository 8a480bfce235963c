import type { LanguageTag } from '../domain/article.ts'
import type { TextRange } from '../text/graphemes.ts'
import { type Passage, PassageReader, type Unit } from './passage-evidence.ts'
import { findNames } from './passage-evidence-names.ts'

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

/** A name that one run has in Latin letters and the other in characters. Ranges are those of the joined texts. */
export interface SharedName {
  readonly left: TextRange
  readonly right: TextRange
  /** Places of the units under either end. */
  readonly leftUnits: readonly number[]
  readonly rightUnits: readonly number[]
  readonly score: number
}

/** The names two runs share by pinyin or by sound, in either direction. */
export function sharedNames(left: ReadRun, right: ReadRun, reader: PassageReader): SharedName[] {
  const found: SharedName[] = []
  for (const [one, ours] of left.passages.entries()) {
    for (const [other, theirs] of right.passages.entries()) {
      for (const name of namesBetween(right, other, left, one, ours, theirs, reader)) {
        found.push({
          ...name,
          left: name.chinese,
          right: name.latin,
          leftUnits: name.under,
          rightUnits: [name.unit],
        })
      }
      for (const name of namesBetween(left, one, right, other, theirs, ours, reader)) {
        found.push({
          ...name,
          left: name.latin,
          right: name.chinese,
          leftUnits: [name.unit],
          rightUnits: name.under,
        })
      }
    }
  }
  return found
}

function namesBetween(
  latinRun: ReadRun,
  latinAt: number,
  chineseRun: ReadRun,
  chineseAt: number,
  chinese: Passage,
  latin: Passage,
  reader: PassageReader,
): { latin: TextRange; chinese: TextRange; unit: number; under: number[]; score: number }[] {
  const [latinStart, chineseStart] = [latinRun.starts[latinAt] ?? 0, chineseRun.starts[chineseAt] ?? 0]
  const [latinFirst, chineseFirst] = [
    latinRun.firstUnits[latinAt] ?? 0,
    chineseRun.firstUnits[chineseAt] ?? 0,
  ]
  return findNames(latin, chinese, reader.lexicon).flatMap(({ unit, range, under, score }) => {
    const word = latin.units[unit]
    if (word === undefined) return []
    return {
      latin: { start: word.start + latinStart, end: word.end + latinStart },
      chinese: { start: range.start + chineseStart, end: range.end + chineseStart },
      unit: unit + latinFirst,
      under: under.map((place) => place + chineseFirst),
      score,
    }
  })
}
