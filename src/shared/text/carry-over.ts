import type { Anchor, AnchorPart } from '../domain/anchor.ts'
import type { SegmentId } from '../domain/ids.ts'
import { indexAnchorText, type AnchorIndex, type AnchorText } from './anchor-text.ts'
import { ChangeWeight } from './change-weight.ts'
import { asLines, NOWHERE, textsOf } from './anchor-lines.ts'
import { anchorAt } from './create-anchor.ts'
import { cutAlike } from './cut-alike.ts'
import { foldUnits } from './fold-units.ts'
import type { TextRange } from './graphemes.ts'
import { matchLines } from './match-segments.ts'
import { joinMovedLines } from './moved-stretches.ts'
import {
  findAgain,
  isCertain,
  moveThroughChanges,
  rangeOf,
  SLIDE,
  type KnownChanges,
  type MovedAnchor,
} from './move-anchor.ts'
import { changesBetween, type TextChange } from './text-changes.ts'
import { changesNear, passageBetween, type Passage } from './text-passage.ts'

/** What is to be carried from one state of an article to another that nobody wrote down the way to. */
export interface CarryOverInput {
  readonly before: AnchorText
  /** The texts of the new segments. */
  readonly after: readonly string[]
  /** An id for each new segment. */
  readonly ids: readonly SegmentId[]
  /** `text`: a segment that continues an old one has its id. `given`: the ids are as given. */
  readonly identity: 'text' | 'given'
  readonly anchors: readonly Anchor[]
}

export interface CarriedOver {
  /** The ids of the new segments. */
  readonly ids: readonly SegmentId[]
  /** For each new segment the old one that it continues, or that most of its text is from; null for a new one. */
  readonly origins: readonly (SegmentId | null)[]
  /** One for each anchor, in order. */
  readonly anchors: readonly MovedAnchor[]
  /** Where the beginning of each old segment is now whose id is gone; null when there is no text left at all. */
  readonly destinations: ReadonlyMap<SegmentId, { readonly id: SegmentId; readonly offset: number }>
}

/** Text searched for anchors that have lost theirs, times their number: beyond it only letter for letter. */
const MOST_SEARCHED = 100_000_000

/** A quote of so many code units that stands once in what is new is the same one. */
const TELLING_QUOTE = 16

/**
 * Carries ids and anchors to another state of a text (a corrected file, a former state). Lines that read the same are
 * the fixed points, also where they were moved as whole ones; between them the texts are compared, with case and
 * width folded. Pure, and close to linear in the text.
 *
 * An anchor is `ok` where at least half of its text is still there in its place, or went along with a whole moved
 * line; `moved` where less is, where more than a few letters were put into it or cut off at an edge, where the moved line
 * was edited, where an edge is unsure, or where it was found again elsewhere; else `lost`.
 */
export function carryOver(input: CarryOverInput): CarriedOver {
  const { before, anchors } = input
  const matches = matchLines(
    before.segments.map((segment) => segment.text),
    input.after,
  )
  const oldIds = before.segments.map((segment) => segment.id)
  const ids = input.ids.map((id, line) => {
    const match = input.identity === 'text' ? matches[line] : null
    return match === null || match === undefined ? id : (oldIds[match.old] ?? id)
  })
  const after: AnchorText = {
    articleId: before.articleId,
    segments: ids.map((id, line) => ({ id, text: input.after[line] ?? '' })),
  }
  const carrier = new Carrier(before, after)
  return {
    ids,
    origins: ids.map((_, line) => {
      const match = matches[line] ?? null
      return match === null ? carrier.originOf(line) : (oldIds[match.old] ?? null)
    }),
    anchors: carrier.carryAll(anchors),
    destinations: carrier.destinations(new Set(ids)),
  }
}

/** The changes near a range, with those that may as well have been made in it where text repeats itself. */
function changesAround(known: KnownChanges, { start, end }: TextRange): TextChange[] {
  return changesNear(known.changes, 'old', start - SLIDE, end + SLIDE)
}

interface CarriedPiece {
  readonly parts: readonly AnchorPart[]
  readonly isCertain: boolean
}

class Carrier {
  readonly #before: AnchorText
  readonly #after: AnchorText
  readonly #oldIndex: AnchorIndex
  readonly #newIndex: AnchorIndex
  /** The same texts cut into lines that are compared: their positions are the same. */
  readonly #oldLines: AnchorIndex
  readonly #newLines: AnchorIndex
  readonly #passage: Passage
  /** Where a line that was moved as a whole went, and the other way round. */
  readonly #moved = new Map<SegmentId, SegmentId>()
  readonly #movedFrom = new Map<SegmentId, SegmentId>()
  readonly #weight = new ChangeWeight(() => this.#allChanges())
  readonly #changesOf = new Map<SegmentId, KnownChanges>()

  constructor(before: AnchorText, after: AnchorText) {
    this.#before = before
    this.#after = after
    this.#oldIndex = indexAnchorText(before)
    this.#newIndex = indexAnchorText(after)
    const cut = cutAlike(textsOf(before), textsOf(after))
    const lines = joinMovedLines({ ...cut, matches: matchLines(cut.before, cut.after) })
    const [oldLines, newLines] = [asLines(lines.before), asLines(lines.after)]
    const { matches } = lines
    this.#oldLines = indexAnchorText(oldLines)
    this.#newLines = indexAnchorText(newLines)
    this.#passage = passageBetween(oldLines, newLines, matches)
    for (const [line, match] of matches.entries()) {
      const [from, to] = [oldLines.segments[match?.old ?? -1], newLines.segments[line]]
      if (match?.kinship !== 'moved' || from === undefined || to === undefined) continue
      this.#moved.set(from.id, to.id)
      this.#movedFrom.set(to.id, from.id)
    }
  }

  carryAll(anchors: readonly Anchor[]): MovedAnchor[] {
    const carried = anchors.map((anchor) => this.#carry(anchor))
    const count = carried.filter((anchor) => anchor === null).length
    if (count === 0) return carried.flatMap((anchor) => anchor ?? [])
    const searched = this.#textInDoubt()
    return carried.map((found, number) => {
      const anchor = anchors[number]
      if (found !== null || anchor === undefined) return found ?? { anchor: NOWHERE, state: 'lost' }
      return this.#findAgain(anchor, searched, count)
    })
  }

  /** Null where its text is no more in its place. */
  #carry(anchor: Anchor): MovedAnchor | null {
    const range = rangeOf(anchor, this.#oldIndex)
    if (range === null || this.#oldIndex.text.slice(range.start, range.end) !== anchor.exact) return null
    const pieces = this.#piecesOf(this.#oldLines.partsOf(range)).map((parts) =>
      this.#carryPiece(anchor, parts),
    )
    const runs = this.#runsOf(pieces.flatMap((piece) => piece?.parts ?? []))
    const [longest] = runs.toSorted((a, b) => lengthOf(b) - lengthOf(a))
    const again = longest === undefined ? null : this.#anchorBetween(longest)
    if (again === null) return null
    // Where it was torn apart, or other text was moved into it, a person should see that.
    const isCertainly =
      runs.length === 1 &&
      pieces.every((piece) => piece?.isCertain === true) &&
      this.#isWholeAtBorders(anchor.parts)
    return { anchor: again, state: isCertainly ? 'ok' : 'moved' }
  }

  /** Whether of each sentence something is left, and nothing was put between two of them. */
  #isWholeAtBorders(parts: readonly AnchorPart[]): boolean {
    if (parts.length < 2) return true
    return parts.every((part, number) => {
      const at = this.#oldIndex.toPosition(part.segmentId, part.start) ?? 0
      const { known, start } = this.#knownAt(at)
      const range = { start, end: start + part.end - part.start }
      return changesNear(known.changes, 'old', range.start, range.end).every(({ old, steps }) => {
        const isGone = old.start <= range.start && range.end <= old.end && old.start < old.end
        const isPutBetween =
          number > 0 &&
          steps.some(
            (step) =>
              step.old.start === start &&
              step.old.end === start &&
              known.newText.slice(step.new.start, step.new.end).trim() !== '',
          )
        return !isGone && !isPutBetween
      })
    })
  }

  /** What was changed in the line at a position of the old text, and where in it that position is. */
  #knownAt(position: number): { readonly known: KnownChanges; readonly start: number } {
    const [line] = this.#oldLines.partsOf({ start: position, end: position + 1 })
    const goes = line === undefined ? undefined : this.#moved.get(line.segmentId)
    if (line === undefined || goes === undefined) {
      const start = line === undefined ? 0 : this.#passage.before.toPosition(line.segmentId, line.start)
      return { known: this.#passage.known, start: start ?? 0 }
    }
    return { known: this.#changesOfMoved(line.segmentId, goes), start: line.start }
  }

  /** Lines that were moved go one by one, those between them together. */
  #piecesOf(parts: readonly AnchorPart[]): AnchorPart[][] {
    const pieces: AnchorPart[][] = []
    let isOpen = false
    for (const part of parts) {
      const isMoved = this.#moved.has(part.segmentId)
      if (isOpen && !isMoved) pieces.at(-1)?.push(part)
      else pieces.push([part])
      isOpen = !isMoved
    }
    return pieces
  }

  #carryPiece(anchor: Anchor, parts: readonly AnchorPart[]): CarriedPiece | null {
    const [first] = parts
    if (first !== undefined && this.#moved.has(first.segmentId)) return this.#goAlong(first)
    const { before, after, known } = this.#passage
    const range = rangeOf({ ...anchor, parts }, before)
    if (range === null) return null
    const changes = changesAround(known, range)
    const moved = moveThroughChanges({ ...known, changes }, range)
    if (moved.collapsed) return null
    return {
      parts: after.partsOf(moved),
      isCertain: isCertain(moved) && this.#weight.isLight(known, changes, range),
    }
  }

  #allChanges(): KnownChanges[] {
    return [this.#passage.known, ...Array.from(this.#moved, ([from, to]) => this.#changesOfMoved(from, to))]
  }

  /** Parts that stand one after the other in the new text too. */
  #runsOf(parts: readonly AnchorPart[]): AnchorPart[][] {
    const runs: AnchorPart[][] = []
    let last = -2
    for (const part of parts) {
      const number = this.#newLines.segmentNumber(part.segmentId) ?? -2
      if (number === last + 1 || number === last) runs.at(-1)?.push(part)
      else runs.push([part])
      last = number
    }
    return runs
  }

  /** Null when nothing of it is left in the line. */
  #goAlong(part: AnchorPart): CarriedPiece | null {
    const segmentId = this.#moved.get(part.segmentId)
    if (segmentId === undefined) return null
    const known = this.#changesOfMoved(part.segmentId, segmentId)
    const changes = changesAround(known, part)
    const moved = moveThroughChanges({ ...known, changes }, part)
    if (moved.collapsed) return null
    return {
      parts: [{ segmentId, start: moved.start, end: moved.end }],
      isCertain:
        isCertain(moved) && this.#weight.isLight(known, changes, part) && !this.#isAlone(part.segmentId),
    }
  }

  /**
   * Whether a single sentence stands elsewhere than it did: it may have gone there, or have been repeated there and
   * rewritten where it was. A paragraph of several is not there twice by chance.
   */
  #isAlone(line: SegmentId): boolean {
    const start = this.#oldLines.toPosition(line, 0) ?? 0
    const end = start + (this.#oldLines.segmentText(line)?.length ?? 1) - 1
    return this.#oldIndex.segmentAt(start) === this.#oldIndex.segmentAt(end)
  }

  #changesOfMoved(from: SegmentId, to: SegmentId): KnownChanges {
    let known = this.#changesOf.get(from)
    if (known === undefined) {
      const oldText = foldUnits(this.#oldLines.segmentText(from) ?? '')
      const newText = foldUnits(this.#newLines.segmentText(to) ?? '')
      known = { oldText, newText, changes: changesBetween(oldText, newText) }
      this.#changesOf.set(from, known)
    }
    return known
  }

  /** From the first part's beginning to the last one's end, in the whole new text. */
  #anchorBetween(parts: readonly AnchorPart[]): Anchor | null {
    const range = rangeOf({ ...NOWHERE, parts }, this.#newLines)
    return range === null ? null : anchorAt(this.#newIndex, range)
  }

  /** Text that was cut can only stand where the new text differs from the old: there, with a line on either side. */
  #textInDoubt(): AnchorText {
    const { after, known } = this.#passage
    const wanted = new Set<number>()
    const want = (id: SegmentId): void => {
      const number = this.#newIndex.segmentAt(this.#newLines.toPosition(id, 0) ?? 0)
      for (const line of [number - 1, number, number + 1]) wanted.add(line)
    }
    for (const change of known.changes) {
      for (const part of after.partsOf(change.new)) want(part.segmentId)
    }
    return { ...this.#after, segments: this.#after.segments.filter((_, line) => wanted.has(line)) }
  }

  #findAgain(anchor: Anchor, searched: AnchorText, count: number): MovedAnchor {
    const index = indexAnchorText(searched)
    if (index.text.length * count > MOST_SEARCHED) return this.#findExactly(anchor, index)
    const found = findAgain({ ...anchor, parts: [] }, searched, index)
    const range = found.state === 'lost' ? null : rangeOf(found.anchor, this.#newIndex)
    const again = range === null ? null : anchorAt(this.#newIndex, range)
    return again === null ? { anchor, state: 'lost' } : { anchor: again, state: 'moved' }
  }

  #findExactly(anchor: Anchor, index: AnchorIndex): MovedAnchor {
    const start = anchor.exact.length < TELLING_QUOTE ? -1 : index.text.indexOf(anchor.exact)
    const isOnly = start >= 0 && index.text.indexOf(anchor.exact, start + 1) < 0
    const range: TextRange = { start, end: start + anchor.exact.length }
    const found = isOnly ? rangeOf({ ...NOWHERE, parts: index.partsOf(range) }, this.#newIndex) : null
    const again = found === null ? null : anchorAt(this.#newIndex, found)
    return again === null ? { anchor, state: 'lost' } : { anchor: again, state: 'moved' }
  }

  /** The old segment that at least half of a new one is from. */
  originOf(number: number): SegmentId | null {
    const segment = this.#after.segments[number]
    if (segment === undefined || segment.text === '') return null
    const start = this.#newIndex.startOf(number)
    const lengths = new Map<SegmentId, number>()
    const add = (parts: readonly AnchorPart[]): void => {
      for (const part of parts) {
        const from = this.#oldSegmentOf(part.segmentId)
        lengths.set(from, (lengths.get(from) ?? 0) + part.end - part.start)
      }
    }
    for (const part of this.#newLines.partsOf({ start, end: start + segment.text.length })) {
      const from = this.#movedFrom.get(part.segmentId)
      if (from !== undefined) add([{ ...part, segmentId: from }])
      else add(this.#keptParts(part))
    }
    const [best] = [...lengths].toSorted((a, b) => b[1] - a[1])
    return best !== undefined && 2 * best[1] >= segment.text.trim().length ? best[0] : null
  }

  #oldSegmentOf(line: SegmentId): SegmentId {
    const number = this.#oldIndex.segmentAt(this.#oldLines.toPosition(line, 0) ?? 0)
    return this.#before.segments[number]?.id ?? line
  }

  /** What of the old text is still there in a stretch of a new line that was not moved. */
  #keptParts(part: AnchorPart): AnchorPart[] {
    const { before, after, known } = this.#passage
    const start = after.toPosition(part.segmentId, part.start) ?? 0
    const end = start + part.end - part.start
    const kept: AnchorPart[] = []
    let position = start
    let shift = 0
    const keep = (to: number): void => {
      if (to > position) kept.push(...before.partsOf({ start: position - shift, end: to - shift }))
    }
    for (const change of changesNear(known.changes, 'new', start, end)) {
      keep(Math.min(end, change.new.start))
      position = Math.max(position, change.new.end)
      shift = change.new.end - change.old.end
    }
    keep(end)
    return kept
  }

  destinations(ids: ReadonlySet<SegmentId>): Map<SegmentId, { id: SegmentId; offset: number }> {
    const found = new Map<SegmentId, { id: SegmentId; offset: number }>()
    for (const [number, { id, text }] of this.#before.segments.entries()) {
      if (ids.has(id)) continue
      const start = this.#oldIndex.startOf(number)
      const [line] = this.#oldLines.partsOf({ start, end: start + Math.max(1, text.length) })
      const part = line === undefined ? undefined : this.#placeOf(line)
      if (part !== undefined) found.set(id, { id: part.segmentId, offset: part.start })
    }
    return found
  }

  /** Where the beginning of an old line, or of a part of it, is now. */
  #placeOf({ segmentId, start: offset }: AnchorPart): AnchorPart | undefined {
    const { before, after, known } = this.#passage
    const goes = this.#moved.get(segmentId)
    if (goes !== undefined) return this.#newPlace({ segmentId: goes, start: 0, end: 0 })
    const start = before.toPosition(segmentId, offset) ?? 0
    const changes = changesNear(known.changes, 'old', start, start)
    const { start: position } = moveThroughChanges({ ...known, changes }, { start, end: start })
    const place = Math.min(position, Math.max(0, after.text.length - 1))
    const [part] = after.partsOf({ start: place, end: place + 1 })
    return part === undefined ? undefined : this.#newPlace(part)
  }

  #newPlace({ segmentId, start }: AnchorPart): AnchorPart | undefined {
    const place = this.#newLines.toPosition(segmentId, start) ?? 0
    return this.#newIndex.partsOf({ start: place, end: place + 1 })[0]
  }
}

function lengthOf(parts: readonly AnchorPart[]): number {
  return parts.reduce((sum, part) => sum + part.end - part.start, 0)
}
