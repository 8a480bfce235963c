import { FOLDS_TO_MANY, foldCharacters, foldUnit } from './fold-characters.ts'
import { nextFirmGround } from './graphemes.ts'
import { mapOffset, OffsetList, type RangeSide } from './offset-map.ts'
import { isPlainUnit } from './plain-units.ts'

/** A text in the form texts are compared in, and the way back. All offsets are UTF-16 code units. */
export interface FoldedText {
  readonly text: string
  /**
   * The source offset of a folded offset. Inside something that folded as a whole (ﬁ → fi, é in two parts) a
   * range's start goes to its beginning and a range's end to its end. The side is `start` unless given.
   */
  toSource(offset: number, side?: RangeSide): number
  /** The folded offset of a source offset; the same rule about sides. */
  toFolded(offset: number, side?: RangeSide): number
}

const SPACE = 0x20
const DASH = 0x2d

/** Combining Diacritical Marks. */
const FIRST_ACCENT = 0x0300
const LAST_ACCENT = 0x036f

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * Folds a text for comparison: NFKC, lower case, full and half width, quotes, dashes and middle dots unified,
 * runs of white space to one space, runs of dashes to one dash (wire copy writes `--` for `—`), invisible
 * characters dropped. Simplified and traditional characters stay apart; that is the lexicon's to fold.
 * Works grapheme by grapheme, so that folding is the same wherever a text is cut on grapheme edges.
 */
export function foldText(text: string): FoldedText {
  const folded = new FoldWriter()
  let offset = 0
  while (offset < text.length) {
    const unit = foldUnit(text.charCodeAt(offset))
    if (unit === SPACE || unit === DASH) {
      const end = runEnd(text, offset, unit)
      folded.writeRun(unit, end - offset)
      offset = end
    } else if (unit !== FOLDS_TO_MANY && standsAlone(text, offset)) {
      folded.writeUnit(unit)
      offset += 1
    } else {
      offset = foldStretch(text, offset, folded)
    }
  }
  return folded.finish()
}

/** Whether the code unit at `offset` is a grapheme by itself, as far as can be told at a glance. */
function standsAlone(text: string, offset: number): boolean {
  if (!isPlainUnit(text.charCodeAt(offset))) return false
  const next = offset + 1
  return (
    next >= text.length || isPlainUnit(text.charCodeAt(next)) || foldUnit(text.charCodeAt(next)) === SPACE
  )
}

function runEnd(text: string, offset: number, unit: number): number {
  let end = offset + 1
  while (end < text.length && foldUnit(text.charCodeAt(end)) === unit) end += 1
  return end
}

/** Folds the graphemes up to the next plain stretch or run; returns where it stopped. */
function foldStretch(text: string, offset: number, folded: FoldWriter): number {
  const end = nextFirmGround(text, offset)
  // A letter with its accents, the usual case, need not be looked for.
  if (isAccented(text, offset, end)) {
    folded.writeGrapheme(foldCharacters(text.slice(offset, end)), end - offset)
    return end
  }
  for (const { segment, index } of segmenter.segment(text.slice(offset, end))) {
    const first = foldUnit(segment.charCodeAt(0))
    if (first === SPACE || first === DASH) return offset + index
    folded.writeGrapheme(foldCharacters(segment), segment.length)
  }
  return end
}

function isAccented(text: string, start: number, end: number): boolean {
  if (!isPlainUnit(text.charCodeAt(start))) return false
  for (let offset = start + 1; offset < end; offset += 1) {
    const unit = text.charCodeAt(offset)
    if (unit < FIRST_ACCENT || unit > LAST_ACCENT) return false
  }
  return true
}

/** Collects folded code units, and a mark wherever source and folded text fall out of step. */
class FoldWriter {
  #units = new Uint16Array(1024)
  #length = 0
  #sourceLength = 0
  readonly #sourceMarks = new OffsetList()
  readonly #foldedMarks = new OffsetList()

  constructor() {
    this.#mark()
  }

  writeUnit(unit: number): void {
    this.#push(unit)
    this.#sourceLength += 1
  }

  /** A run of spaces or dashes: one unit stands for all of it. */
  writeRun(unit: number, sourceLength: number): void {
    this.writeGrapheme(String.fromCharCode(unit), sourceLength)
  }

  writeGrapheme(folded: string, sourceLength: number): void {
    const kept = this.#withoutRepeats(folded)
    const inStep = kept.length === sourceLength
    if (!inStep) this.#mark()
    for (let index = 0; index < kept.length; index += 1) this.#push(kept.charCodeAt(index))
    this.#sourceLength += sourceLength
    if (!inStep) this.#mark()
  }

  finish(): FoldedText {
    this.#mark()
    const text = decode(this.#units.subarray(0, this.#length))
    const source = this.#sourceMarks
    const folded = this.#foldedMarks
    return {
      text,
      toSource: (offset, side = 'start') => mapOffset(folded, source, offset, side),
      toFolded: (offset, side = 'start') => mapOffset(source, folded, offset, side),
    }
  }

  /** Spaces and dashes that would lengthen a run already written or begun are left out. */
  #withoutRepeats(folded: string): string {
    let last = this.#length === 0 ? -1 : this.#units[this.#length - 1]
    let kept = ''
    for (let index = 0; index < folded.length; index += 1) {
      const unit = folded.charCodeAt(index)
      const repeats = unit === last && (unit === SPACE || unit === DASH)
      if (!repeats) kept += folded.charAt(index)
      last = unit
    }
    return kept
  }

  #push(unit: number): void {
    if (this.#length === this.#units.length) {
      const grown = new Uint16Array(this.#length * 2)
      grown.set(this.#units)
      this.#units = grown
    }
    this.#units[this.#length] = unit
    this.#length += 1
  }

  #mark(): void {
    this.#sourceMarks.push(this.#sourceLength)
    this.#foldedMarks.push(this.#length)
  }
}

/** `String.fromCharCode` takes its units as arguments, so it is fed in portions the stack can bear. */
function decode(units: Uint16Array): string {
  const portions: string[] = []
  for (let offset = 0; offset < units.length; offset += 8192) {
    portions.push(String.fromCharCode(...units.subarray(offset, offset + 8192)))
  }
  return portions.join('')
}
