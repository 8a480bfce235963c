import type { Anchor, AnchorState } from '../domain/anchor.ts'
import { cutsPair } from './astral-units.ts'
import { indexAnchorText, type AnchorIndex, type AnchorText } from './anchor-text.ts'
import { anchorAt } from './create-anchor.ts'
import { edgeAtOrBefore, snapToGraphemes, type TextRange } from './graphemes.ts'
import { resolveAnchor } from './resolve-anchor.ts'
import { changesBetween, isSentenceEnd, type Replacement, type TextChange } from './text-changes.ts'

/** A range after an edit, with how much of what it held is still there. */
export interface MovedRange extends TextRange {
  /** Nothing of the range is left; `start` and `end` are where it was. */
  readonly collapsed: boolean
  /** The share of the range's code units that the edit left alone, from 0 to 1. */
  readonly kept: number
  /** Letters at an edge repeat themselves, so that the edit may as well have been made one place further. */
  readonly isUnsure: boolean
}

/** An anchor of which less than this is left is shown for checking. */
const ENOUGH_KEPT = 0.5

/** A quote of this many code units is the same one wherever it stands. */
const TELLING_QUOTE = 16

/**
 * Where a range of `oldText` is in `newText`, on grapheme edges. Text inserted at its very ends stays outside,
 * text inserted within belongs to it, a replacement within it or of exactly it stands for what it replaced.
 * Offsets are UTF-16 code units, half-open.
 */
export function moveOffsets(oldText: string, newText: string, range: TextRange): MovedRange {
  return moveThroughChanges({ oldText, newText, changes: changesBetween(oldText, newText) }, range)
}

/** What was changed between two texts; of the changes those near a range are enough, and the one before them. */
export interface KnownChanges {
  readonly oldText: string
  readonly newText: string
  readonly changes: readonly TextChange[]
}

/** The same for changes already known. */
export function moveThroughChanges(known: KnownChanges, range: TextRange): MovedRange {
  const { newText, changes } = known
  const length = range.end - range.start
  const kept = length - replacedLength(changes, range)
  // How much is kept goes by what a reader would call changed, where the edges go by each single letter.
  const steps = changes.flatMap((change) => change.steps)
  const start = wordEdge(known, range.start, moveEdge(steps, range.start, 'start'), 'start')
  const end = wordEdge(known, range.end, moveEdge(steps, range.end, 'end'), 'end')
  const standsFor = changes.some((change) => covers(range, change.old) && change.old.start < change.old.end)
  if (length === 0 || start >= end || (kept === 0 && !standsFor && !isLeftByLetters(changes, range))) {
    const place = edgeAtOrBefore(newText, Math.min(start, end))
    return { start: place, end: place, collapsed: true, kept: 0, isUnsure: false }
  }
  const slides = changes.flatMap((change) =>
    change.isWhole === true ? [] : change.steps.map((step) => ({ step, open: slideAt(known, step, range) })),
  )
  const isUnsure =
    slides.some(({ open }) => open.start || open.end) ||
    steps.some((step) => [start, end].some((edge) => repeatsEdge(newText, step, edge))) ||
    [range.start, range.end].some((edge) => hangsByChance(known, steps, edge))
  const put = asItWas(slides, range, { start, end })
  return { ...snapToGraphemes(newText, put), collapsed: false, kept: kept / length, isUnsure }
}

export interface MovedAnchor {
  /** With new parts, quote and context; unchanged when it is lost, so that its quote is kept. */
  readonly anchor: Anchor
  readonly state: AnchorState
}

/**
 * Carries an anchor from one state of an article to the next, whatever happened between: text edited, segments
 * split, merged or replaced. `before` and `after` may be whole articles or just the segments around the
 * edit, as long as both begin and end at the same places. The two are compared once for all anchors.
 *
 * `ok`: at least half of its text is still there. `moved`: less, or an edge is unsure, or its text was cut and stands, context and
 * all, somewhere else. `lost`: its text is gone.
 */
export function moveAnchorThroughEdit(anchor: Anchor, before: AnchorText, after: AnchorText): MovedAnchor {
  const oldIndex = indexAnchorText(before)
  const newIndex = indexAnchorText(after)
  const range = rangeOf(anchor, oldIndex)
  // An anchor that does not fit the old text has nothing to be carried from.
  const fits = range !== null && oldIndex.text.slice(range.start, range.end) === anchor.exact
  const moved = fits
    ? moveThroughChanges(
        { oldText: oldIndex.text, newText: newIndex.text, changes: changesOf(before, after) },
        range,
      )
    : null
  const carried = moved === null || moved.collapsed ? null : anchorAt(newIndex, moved)
  if (moved !== null && carried !== null) {
    return { anchor: carried, state: isCertain(moved) ? 'ok' : 'moved' }
  }
  return findAgain(anchor, after, newIndex)
}

/** Whether a person need not look at a range that was moved. */
export function isCertain({ kept, isUnsure }: MovedRange): boolean {
  return kept >= ENOUGH_KEPT && !isUnsure
}

const knownChanges = new WeakMap<AnchorText, WeakMap<AnchorText, readonly TextChange[]>>()

function changesOf(before: AnchorText, after: AnchorText): readonly TextChange[] {
  const fromBefore = knownChanges.get(before) ?? new WeakMap<AnchorText, readonly TextChange[]>()
  knownChanges.set(before, fromBefore)
  const changes =
    fromBefore.get(after) ?? changesBetween(indexAnchorText(before).text, indexAnchorText(after).text)
  fromBefore.set(after, changes)
  return changes
}

/**
 * Text cut in one place and pasted in another looks deleted. Deleting being more usual, the same words
 * elsewhere only count in the same context, or when they are too many to be there by chance.
 */
export function findAgain(anchor: Anchor, after: AnchorText, index: AnchorIndex): MovedAnchor {
  const found = resolveAnchor(anchor, after)
  const isTelling = found.reason === 'weak-context' && anchor.exact.length >= TELLING_QUOTE
  const range = found.state === 'ok' || isTelling ? rangeOf({ ...anchor, parts: found.parts }, index) : null
  const again = range === null ? null : anchorAt(index, range)
  return again === null ? { anchor, state: 'lost' } : { anchor: again, state: 'moved' }
}

/** From the first part's beginning to the last part's end, as positions in the article. */
export function rangeOf(anchor: Anchor, index: AnchorIndex): TextRange | null {
  const first = anchor.parts[0]
  const last = anchor.parts.at(-1)
  if (first === undefined || last === undefined) return null
  const start = index.toPosition(first.segmentId, first.start)
  const end = index.toPosition(last.segmentId, last.end)
  return start === null || end === null ? null : { start, end }
}

function replacedLength(changes: readonly TextChange[], range: TextRange): number {
  let length = 0
  for (const change of changes) {
    length += Math.max(0, Math.min(range.end, change.old.end) - Math.max(range.start, change.old.start))
  }
  return length
}

/** Whether a range is in a change that only put text in all around it, letter by letter. */
function isLeftByLetters(changes: readonly TextChange[], range: TextRange): boolean {
  return changes.some(({ old, steps }) => {
    const removed = steps.reduce((sum, step) => sum + step.old.end - step.old.start, 0)
    const isTouched = steps.some((step) => step.old.start < range.end && range.start < step.old.end)
    return covers(old, range) && !isTouched && 2 * removed < old.end - old.start
  })
}

function covers(range: TextRange, inner: TextRange): boolean {
  return range.start <= inner.start && inner.end <= range.end
}

/** Inside a replacement an edge goes as many units from the side it belongs to as before, if there are so many. */
function moveEdge(steps: readonly Replacement[], offset: number, side: 'start' | 'end'): number {
  let shift = 0
  for (const step of steps) {
    const { old } = step
    const isInsertion = old.start === old.end
    if (isInsertion && old.start === offset) return side === 'start' ? step.new.end : step.new.start
    if (offset <= old.start) break
    if (offset < old.end) {
      return side === 'start'
        ? step.new.start + Math.min(offset - old.start, step.new.end - step.new.start)
        : step.new.end - Math.min(old.end - offset, step.new.end - step.new.start)
    }
    shift = step.new.end - old.end
  }
  return offset + shift
}

/** A letter or figure of a script that writes words apart. */
const WORD = /[\p{L}\p{M}\p{N}'’-]/u
const UNBROKEN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

/**
 * An edge that stood between words and would now stand within one, because the word was replaced across it, goes to
 * that word's own edge: “[enormous bag]” after “an enormous” became “a huge” is “[huge bag]”, not “[e bag]”.
 */
function wordEdge(
  { oldText, newText, changes }: KnownChanges,
  was: number,
  now: number,
  side: 'start' | 'end',
): number {
  const replaced = changes.find(({ old }) => old.start < was && was < old.end)
  if (replaced === undefined || isInsideWord(oldText, was)) return now
  const step = side === 'start' ? -1 : 1
  const { start, end } = replaced.new
  let edge = now
  while (isInsideWord(newText, edge) && start < edge && edge < end) edge += step
  return edge
}

function isInsideWord(text: string, offset: number): boolean {
  const [before, after] = [text.charAt(offset - 1), text.charAt(offset)]
  return [before, after].every((character) => WORD.test(character) && !UNBROKEN.test(character))
}

/** Text looked at on either side of an insertion or deletion for repeating it, in code units. */
export const SLIDE = 256

/** Of the places that nobody can tell apart the one where text that was put in stays outside, so that the quote reads as it did. */
function asItWas(
  slides: readonly { readonly step: Replacement; readonly open: OpenEdges }[],
  range: TextRange,
  moved: TextRange,
): TextRange {
  let { start, end } = moved
  for (const { step, open } of slides) {
    const { old, new: fresh } = step
    if (old.start !== old.end || !(range.start < old.start && old.start < range.end)) continue
    if (open.start) start += fresh.end - fresh.start
    else if (open.end) end -= fresh.end - fresh.start
  }
  return start < end ? { start, end } : moved
}

/** Which edges of a range nobody can be sure of. */
interface OpenEdges {
  readonly start: boolean
  readonly end: boolean
}

const SHUT: OpenEdges = { start: false, end: false }

/**
 * Whether text was inserted or deleted such that nobody can tell if it was here or a few letters on (`bok` → `book`), and
 * it matters to an edge of the range. A whole sentence that only shares its stop with its neighbour is taken as it stands.
 */
function slideAt(
  { oldText, newText }: KnownChanges,
  { old, new: fresh }: Replacement,
  range: TextRange,
): OpenEdges {
  const isInsertion = old.start === old.end
  if (!isInsertion && fresh.start !== fresh.end) {
    return mayBeOther(newText, { old, new: fresh }, range)
  }
  const text = isInsertion ? newText : oldText
  const { start, end } = isInsertion ? fresh : old
  let [back, on] = [0, 0]
  while (back < SLIDE && back < start && text[start - 1 - back] === text[end - 1 - back]) back += 1
  while (on < SLIDE && end + on < text.length && text[start + on] === text[end + on]) on += 1
  // Two rare characters that share their first half are not alike.
  if (cutsPair(text, start - back) || cutsPair(text, end - back)) back -= 1
  if (cutsPair(text, start + on) || cutsPair(text, end + on)) on -= 1
  if (back + on <= 0) return SHUT
  const shared = text.slice(start - back, start) + text.slice(start, start + on)
  if (!/[\p{L}\p{N}]/u.test(shared) && (start === 0 || isSentenceEnd(text.charAt(start - 1)))) return SHUT
  const [first, last] = [old.start - back, old.start + on]
  if (isInsertion) {
    return {
      start: first <= range.start && range.start < last,
      end: first < range.end && range.end <= last,
    }
  }
  const isOpen = (edge: number): boolean => first < edge && edge < last + (end - start)
  return { start: isOpen(range.start), end: isOpen(range.end) }
}

/**
 * Whether the letter at an edge may be another one, since the text that replaced what stood beside it holds it too:
 * `communi` → `communn`.
 */
function mayBeOther(newText: string, { old, new: fresh }: Replacement, range: TextRange): OpenEdges {
  const added = newText.slice(fresh.start, fresh.end)
  return {
    start: old.end === range.start && added.includes(newText.charAt(fresh.end)),
    end: old.start === range.end && added.includes(newText.charAt(fresh.start - 1)),
  }
}

/** What stands on either side of an edge by which it is told, in code units. */
const NEAR = 2

/** Typos in so many letters are no hindrance. */
const SLACK = 3

/** Whether text that was put in near an edge repeats, more or less, all from there to beyond the edge. */
function repeatsEdge(newText: string, { new: fresh }: Replacement, edge: number): boolean {
  const length = fresh.end - fresh.start
  const distance = edge >= fresh.end ? edge - fresh.end : fresh.start - edge
  if (length < 2 * NEAR || distance < 0 || distance > length) return false
  const near = newText.slice(Math.max(0, edge - NEAR), edge + NEAR)
  if (near.length < 2 * NEAR) return false
  const place = edge >= fresh.end ? fresh.start + distance : fresh.end - distance
  const from = Math.max(fresh.start, place - NEAR - SLACK)
  return newText.slice(from, Math.min(fresh.end, place + NEAR + SLACK)).includes(near)
}

/** Letters between two changes up to so many, in code units, may be there by chance. */
const ISLAND = 8

/** How much of either text a replacement takes up. */
function sizeOf({ old, new: fresh }: Replacement): number {
  return Math.max(old.end - old.start, fresh.end - fresh.start)
}

/** Whether an edge is at or in a few letters between two changes that hold these letters too, or that are longer. */
function hangsByChance(
  { oldText, newText }: KnownChanges,
  steps: readonly Replacement[],
  edge: number,
): boolean {
  return steps.some((after, number) => {
    const before = steps[number - 1]
    if (before === undefined || before.old.end > edge || after.old.start < edge) return false
    const island = oldText.slice(before.old.end, after.old.start)
    if (island === '' || island.length > ISLAND) return false
    if (island.length <= Math.min(sizeOf(before), sizeOf(after))) return true
    return [before, after].some(({ new: { start, end } }) => newText.slice(start, end).includes(island))
  })
}
