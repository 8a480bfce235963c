import type { LanguageTag, Side } from '../domain/article.ts'
import type { EvidenceKind } from '../domain/link.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { snapToGraphemes, type TextRange } from '../text/graphemes.ts'
import { PassageReader, type KnownTerm, type Unit } from './passage-evidence.ts'
import { readRun, sharedNames, type ReadRun } from './passage-evidence-sides.ts'

/** A mark inside one segment of a bead. Offsets are UTF-16 code units within the segment, on grapheme edges. */
export interface SpanMark extends TextRange {
  readonly side: Side
  /** Index of the segment on its side of the bead. */
  readonly segment: number
  readonly kind: EvidenceKind
  /** Whether the other side has the same. */
  readonly matched: boolean
}

export interface EvidenceInput {
  readonly leftLanguage: LanguageTag
  readonly rightLanguage: LanguageTag
  readonly beads: readonly { readonly left: readonly string[]; readonly right: readonly string[] }[]
  readonly terms: readonly KnownTerm[]
}

/** The marks of each bead; see {@link markEvidence}. */
export function markBeads(
  { leftLanguage, rightLanguage, beads, terms }: EvidenceInput,
  lexicon: Lexicon,
): SpanMark[][] {
  const reader = new PassageReader(lexicon, terms)
  return beads.map(({ left, right }) =>
    markEvidence({ language: leftLanguage, texts: left }, { language: rightLanguage, texts: right }, reader),
  )
}

interface Found extends TextRange {
  readonly side: Side
  readonly kind: EvidenceKind
  readonly matched: boolean
}

/**
 * What a bead's two sides share, and what only one has: numbers, dates and terms, matched or not; names and
 * Latin words where they are matched, for a missing one may only be written in a way that is not seen through.
 * Weak numbers (`one`, 一) are marked only where they match. A bead with an empty side has none. Marks never
 * overlap.
 */
export function markEvidence(
  left: { readonly language: LanguageTag; readonly texts: readonly string[] },
  right: { readonly language: LanguageTag; readonly texts: readonly string[] },
  reader: PassageReader,
): SpanMark[] {
  const runs = { left: readRun(reader, left), right: readRun(reader, right) }
  if (runs.left.text.trim() === '' || runs.right.text.trim() === '') return []
  const found = [
    ...markSame(runs, 'term', ['term']),
    ...markSame(runs, 'number', ['number', 'date']),
    ...sharedNames(runs.left, runs.right, reader).flatMap((name): Found[] => [
      { side: 'left', ...name.left, kind: 'name', matched: true },
      { side: 'right', ...name.right, kind: 'name', matched: true },
    ]),
    ...markLatin(runs),
  ]
  return [...place('left', runs.left, found), ...place('right', runs.right, found)]
}

type Runs = Readonly<Record<Side, ReadRun>>

/** Units of some kinds, matched one to one by what they say; surer ones before weak ones. */
function markSame(runs: Runs, kind: EvidenceKind, kinds: readonly Unit['kind'][]): Found[] {
  const unitsOf = (side: Side): Unit[] =>
    runs[side].units
      .filter((unit) => kinds.includes(unit.kind))
      .toSorted((one, other) => Number(one.isWeak) - Number(other.isWeak))
  const rest = unitsOf('right')
  const found: Found[] = []
  for (const unit of unitsOf('left')) {
    const at = rest.findIndex(({ key, isWeak }) => key === unit.key && !(isWeak && unit.isWeak))
    const [partner] = at < 0 ? [] : rest.splice(at, 1)
    const isDate = unit.kind === 'date' || partner?.kind === 'date'
    const shown = isDate ? 'date' : kind
    if (partner !== undefined) {
      found.push({ side: 'left', ...rangeOf(unit), kind: shown, matched: true })
      found.push({ side: 'right', ...rangeOf(partner), kind: shown, matched: true })
    } else if (!unit.isWeak) found.push({ side: 'left', ...rangeOf(unit), kind: shown, matched: false })
  }
  for (const unit of rest) {
    if (unit.isWeak) continue
    found.push({
      side: 'right',
      ...rangeOf(unit),
      kind: unit.kind === 'date' ? 'date' : kind,
      matched: false,
    })
  }
  return found
}

/** Latin words in Chinese that the other side has too. */
function markLatin(runs: Runs): Found[] {
  const wordsOf = (side: Side): (Unit & { readonly inChinese: boolean })[] =>
    runs[side].units.flatMap((unit) => {
      if (unit.kind !== 'word') return []
      const at = runs[side].starts.findLastIndex((start) => start <= unit.start)
      return { ...unit, inChinese: runs[side].passages[at]?.chinese !== null }
    })
  const rest = wordsOf('right')
  return wordsOf('left').flatMap((unit): Found[] => {
    const at = rest.findIndex(({ key, inChinese }) => key === unit.key && (inChinese || unit.inChinese))
    const [partner] = at < 0 ? [] : rest.splice(at, 1)
    if (partner === undefined) return []
    return [
      { side: 'left', ...rangeOf(unit), kind: 'latin', matched: true },
      { side: 'right', ...rangeOf(partner), kind: 'latin', matched: true },
    ]
  })
}

const rangeOf = ({ start, end }: TextRange): TextRange => ({ start, end })

/** The marks of one side in their segments; of those that overlap, the one that was found first. */
function place(side: Side, run: ReadRun, found: readonly Found[]): SpanMark[] {
  const marks: SpanMark[] = []
  for (const { side: of, start, end, kind, matched } of found) {
    if (of !== side) continue
    const segment = run.starts.findLastIndex((from) => from <= start)
    const [from, text] = [run.starts[segment] ?? 0, run.passages[segment]?.text ?? '']
    const range = snapToGraphemes(text, { start: start - from, end: Math.min(text.length, end - from) })
    const overlaps = marks.some(
      (mark) => mark.segment === segment && mark.start < range.end && range.start < mark.end,
    )
    if (!overlaps && range.start < range.end) marks.push({ side, segment, ...range, kind, matched })
  }
  return marks.toSorted((one, other) => one.segment - other.segment || one.start - other.start)
}
