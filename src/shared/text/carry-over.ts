import type { Anchor, AnchorPart } from '../domain/anchor.ts'
import type { SegmentId } from '../domain/ids.ts'
import { indexAnchorText, type AnchorIndex, type AnchorText } from './anchor-text.ts'
import { anchorAt } from './create-anchor.ts'
import { foldUnits } from './fold-units.ts'
import type { TextRange } from './graphemes.ts'
import { matchLines, type LineMatch } from './match-segments.ts'
import {
  findAgain,
  isCertain,
  moveOffsets,
  moveThroughChanges,
  rangeOf,
  type MovedAnchor,
} from './move-anchor.ts'
import type { TextChange } from './text-changes.ts'
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
  const passage = passageBetween(before, after, matches)
  const carrier = new Carrier(before, after, matches, passage)
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

/** Nobody saw how a file was edited: more than this cut off at an edge, or put in, should be seen. Code units. */
const LIGHT_CUT = 3
const LIGHT_INSERTION = 11

function isLight(changes: readonly TextChange[], range: TextRange): boolean {
  let inserted = 0
  for (const { old, new: fresh } of changes) {
    const cut = Math.min(old.end, range.end) - Math.max(old.start, range.start)
    const isAtEdge = old.start <= range.start || old.end >= range.end
    if (cut > LIGHT_CUT && isAtEdge) return false
    if (range.start < old.end && old.start < range.end) {
      inserted += Math.max(0, fresh.end - fresh.start - (old.end - old.start))
    } else if (range.start < old.start && old.end < range.end) inserted += fresh.end - fresh.start
  }
  return inserted <= LIGHT_INSERTION
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
  readonly #passage: Passage
  /** Where a line that was moved as a whole went. */
  readonly #moved = new Map<SegmentId, SegmentId>()

  constructor(
    before: AnchorText,
    after: AnchorText,
    matches: readonly (LineMatch | null)[],
    passage: Passage,
  ) {
    this.#before = before
    this.#after = after
    this.#oldIndex = indexAnchorText(before)
    this.#newIndex = indexAnchorText(after)
    this.#passage = passage
    for (const [line, match] of matches.entries()) {
      const [from, to] = [before.segments[match?.old ?? -1], after.segments[line]]
      if (match?.kinship === 'moved' && from !== undefined && to !== undefined)
        this.#moved.set(from.id, to.id)
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
    const pieces = this.#piecesOf(anchor.parts).map((parts) => this.#carryPiece(anchor, parts))
    const runs = this.#runsOf(pieces.flatMap((piece) => piece?.parts ?? []))
    const [longest] = runs.toSorted((a, b) => lengthOf(b) - lengthOf(a))
    const again = longest === undefined ? null : this.#anchorBetween(longest)
    if (again === null) return null
    // Where it was torn apart, or other text was moved into it, a person should see that.
    const isCertainly = runs.length === 1 && pieces.every((piece) => piece?.isCertain === true)
    return { anchor: again, state: isCertainly ? 'ok' : 'moved' }
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
    const changes = changesNear(known.changes, 'old', range.start, range.end)
    const moved = moveThroughChanges({ ...known, changes }, range)
    if (moved.collapsed) return null
    return { parts: after.partsOf(moved), isCertain: isCertain(moved) && isLight(changes, range) }
  }

  /** Parts that stand one after the other in the new text too. */
  #runsOf(parts: readonly AnchorPart[]): AnchorPart[][] {
    const runs: AnchorPart[][] = []
    let last = -2
    for (const part of parts) {
      const number = this.#newIndex.segmentNumber(part.segmentId) ?? -2
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
    const from = foldUnits(this.#oldIndex.segmentText(part.segmentId) ?? '')
    const to = foldUnits(this.#newIndex.segmentText(segmentId) ?? '')
    const { start, end, collapsed } = moveOffsets(from, to, part)
    // White space around a line is no part of it.
    return collapsed ? null : { parts: [{ segmentId, start, end }], isCertain: from.trim() === to.trim() }
  }

  /** From the first part's beginning to the last one's end, in the whole new text. */
  #anchorBetween(parts: readonly AnchorPart[]): Anchor | null {
    const range = rangeOf({ ...NOWHERE, parts }, this.#newIndex)
    return range === null ? null : anchorAt(this.#newIndex, range)
  }

  /** Text that was cut can only stand where the new text differs from the old: there, with a line on either side. */
  #textInDoubt(): AnchorText {
    const { after, known } = this.#passage
    const wanted = new Set<number>()
    const want = (id: SegmentId | undefined): void => {
      const number = id === undefined ? null : this.#newIndex.segmentNumber(id)
      if (number !== null) for (const line of [number - 1, number, number + 1]) wanted.add(line)
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
    const again = found.state === 'lost' ? null : this.#anchorBetween(found.anchor.parts)
    return again === null ? { anchor, state: 'lost' } : { anchor: again, state: 'moved' }
  }

  #findExactly(anchor: Anchor, index: AnchorIndex): MovedAnchor {
    const start = anchor.exact.length < TELLING_QUOTE ? -1 : index.text.indexOf(anchor.exact)
    const isOnly = start >= 0 && index.text.indexOf(anchor.exact, start + 1) < 0
    const range: TextRange = { start, end: start + anchor.exact.length }
    const again = isOnly ? this.#anchorBetween(index.partsOf(range)) : null
    return again === null ? { anchor, state: 'lost' } : { anchor: again, state: 'moved' }
  }

  /** The old segment that at least half of a new one is from. */
  originOf(line: number): SegmentId | null {
    const { before, after, known } = this.#passage
    const segment = this.#after.segments[line]
    if (segment === undefined) return null
    const start = after.toPosition(segment.id, 0)
    if (start === null || segment.text === '') return null
    const end = start + segment.text.length
    const lengths = new Map<SegmentId, number>()
    let position = start
    let shift = 0
    const keep = (to: number): void => {
      if (to <= position) return
      for (const part of before.partsOf({ start: position - shift, end: to - shift })) {
        lengths.set(part.segmentId, (lengths.get(part.segmentId) ?? 0) + part.end - part.start)
      }
    }
    for (const change of changesNear(known.changes, 'new', start, end)) {
      keep(Math.min(end, change.new.start))
      position = Math.max(position, change.new.end)
      shift = change.new.end - change.old.end
    }
    keep(end)
    const [best] = [...lengths].toSorted((a, b) => b[1] - a[1])
    return best !== undefined && 2 * best[1] >= segment.text.trim().length ? best[0] : null
  }

  destinations(ids: ReadonlySet<SegmentId>): Map<SegmentId, { id: SegmentId; offset: number }> {
    const { before, after, known } = this.#passage
    const found = new Map<SegmentId, { id: SegmentId; offset: number }>()
    for (const { id } of this.#before.segments) {
      if (ids.has(id)) continue
      const goes = this.#moved.get(id)
      if (goes !== undefined) {
        found.set(id, { id: goes, offset: 0 })
        continue
      }
      const start = before.toPosition(id, 0) ?? 0
      const changes = changesNear(known.changes, 'old', start, start)
      const { start: position } = moveThroughChanges({ ...known, changes }, { start, end: start })
      const place = Math.min(position, Math.max(0, after.text.length - 1))
      const [part] = after.partsOf({ start: place, end: place + 1 })
      if (part !== undefined) found.set(id, { id: part.segmentId, offset: part.start })
    }
    return found
  }
}

const NOWHERE: Anchor = { articleId: '' as Anchor['articleId'], parts: [], exact: '', prefix: '', suffix: '' }

function lengthOf(parts: readonly AnchorPart[]): number {
  return parts.reduce((sum, part) => sum + part.end - part.start, 0)
}
