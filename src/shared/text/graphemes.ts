import { isPlainUnit } from './plain-units.ts'

/** A stretch of a text: UTF-16 code units, half-open. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/**
 * How far to look for firm ground on either side, in code units. `Intl.Segmenter` is quadratic on long
 * strings, so it only ever sees a window. A single run of joining characters longer than this (some 500
 * flags in a row) may be cut inside: the price of an answer in constant time.
 */
const WINDOW = 2048

const CARRIAGE_RETURN = 0x0d
const LINE_FEED = 0x0a

const PREPENDED = new Set([0x200d, 0x06dd, 0x070f, 0x0890, 0x0891, 0x08e2, 0x0d4e])

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * Whether a text may be cut at `offset` (UTF-16 code units) without cutting a grapheme: what a reader takes
 * for one character, be it 𠮷, a flag, a family emoji or a letter with its accents. Both ends of the text are
 * edges; offsets outside it are not. Looks only at the neighbourhood of `offset`.
 */
export function isGraphemeEdge(text: string, offset: number): boolean {
  if (offset < 0 || offset > text.length) return false
  if (offset === 0 || offset === text.length) return true
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  if (isFirm(text, offset)) return true
  if (after === LINE_FEED) return before !== CARRIAGE_RETURN
  if (after === CARRIAGE_RETURN || before === LINE_FEED || before === CARRIAGE_RETURN) return true
  return graphemeAt(text, offset).start === offset
}

/**
 * The smallest range that covers `range` and cuts no grapheme at either end (UTF-16 code units, half-open).
 * An empty range inside a grapheme grows to that grapheme; an empty range on an edge stays empty.
 */
export function snapToGraphemes(text: string, range: TextRange): TextRange {
  const start = isGraphemeEdge(text, range.start) ? range.start : graphemeAt(text, range.start).start
  const end = isGraphemeEdge(text, range.end) ? range.end : graphemeAt(text, range.end).end
  return { start, end }
}

/** The first grapheme edge at or after `offset` (UTF-16 code units). */
export function edgeAtOrAfter(text: string, offset: number): number {
  return isGraphemeEdge(text, offset) ? offset : graphemeAt(text, offset).end
}

/** The last grapheme edge at or before `offset` (UTF-16 code units). */
export function edgeAtOrBefore(text: string, offset: number): number {
  return isGraphemeEdge(text, offset) ? offset : graphemeAt(text, offset).start
}

/** The grapheme that holds the code unit at `offset`, which must lie inside the text. */
function graphemeAt(text: string, offset: number): TextRange {
  const from = firmGroundBefore(text, offset)
  const to = nextFirmGround(text, offset)
  const found = segmenter.segment(text.slice(from, to)).containing(offset - from)
  if (found === undefined) return { start: offset, end: offset }
  const start = from + found.index
  return { start, end: start + found.segment.length }
}

/**
 * The next firm ground after `start`, at least one code unit on: an offset where a grapheme certainly begins,
 * the text's end, or the end of the window. Exported for `fold`, which takes what lies between in one piece.
 */
export function nextFirmGround(text: string, start: number): number {
  const limit = Math.min(text.length, start + WINDOW)
  let offset = start + 1
  while (offset < limit && !isFirm(text, offset)) offset += 1
  return avoidSurrogateCut(text, offset)
}

function firmGroundBefore(text: string, start: number): number {
  const limit = Math.max(0, start - WINDOW)
  let offset = start
  while (offset > limit && !isFirm(text, offset)) offset -= 1
  return avoidSurrogateCut(text, offset)
}

/** A plain unit begins a grapheme unless one of the rare prepended signs stands before it. */
function isFirm(text: string, offset: number): boolean {
  return isPlainUnit(text.charCodeAt(offset)) && !isPrepended(text, offset - 1)
}

/**
 * Whether the unit may draw what follows into its grapheme (UAX #29: Prepend, L of Hangul, the joiner): Arabic
 * number signs, a few Indic letters, leading jamo, U+200D between emoji.
 */
function isPrepended(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset)
  if (unit < 0x0600 || (unit > 0xa97c && unit < 0xdc00)) return false
  if (unit >= 0xdc00) {
    const lead = text.charCodeAt(offset - 1)
    return lead >= 0xd804 && lead <= 0xd807
  }
  return unit <= 0x0605 || (unit >= 0x1100 && unit <= 0x115f) || unit >= 0xa960 || PREPENDED.has(unit)
}

function avoidSurrogateCut(text: string, offset: number): number {
  const isTrail = (text.charCodeAt(offset) & 0xfc00) === 0xdc00
  const followsLead = (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800
  return isTrail && followsLead ? offset + 1 : offset
}
