import type { TextRange } from './graphemes.ts'
import type { KnownChanges } from './move-anchor.ts'
import type { TextChange } from './text-changes.ts'

/** Nobody saw how a file was edited: more than this cut off at an edge should be seen. Code units. */
const LIGHT_CUT = 3

/** And more than this share of the whole. */
const LIGHT_CUT_SHARE = 0.25

/** So much may be put in whatever it is, in code units. */
const LIGHT_INSERTION = 11

/** Text that was put in is compared with text that was taken out by pieces of so many code units. */
const PIECE = 4

/** Text so near to another one, in code units, is likely to have gone where that went. */
const BESIDE = 32

/** Whether a range stands in a few letters that were left beside far more that were taken out. */
function isLeftBeside(changes: readonly TextChange[], gone: TextRange, range: TextRange): boolean {
  const length = gone.end - gone.start
  if (length <= LIGHT_INSERTION) return false
  if (gone.end <= range.start) {
    return changes.some(({ old }) => old.start >= range.end && old.start - gone.end < length)
  }
  return (
    range.end <= gone.start &&
    changes.some(({ old }) => old.end <= range.start && gone.start - old.end < length)
  )
}

function piecesIn(all: readonly KnownChanges[], side: 'old' | 'new'): ReadonlySet<string> {
  const pieces = new Set<string>()
  for (const { oldText, newText, changes } of all) {
    const text = side === 'old' ? oldText : newText
    for (const { [side]: range } of changes) {
      for (let offset = range.start; offset + PIECE <= range.end; offset += 1)
        pieces.add(text.slice(offset, offset + PIECE))
    }
  }
  return pieces
}

/** Whether most of a text is made of these pieces. */
function isOf(pieces: ReadonlySet<string>, text: string): boolean {
  const count = text.length - PIECE + 1
  let found = 0
  for (let offset = 0; offset < count; offset += 1)
    if (pieces.has(text.slice(offset, offset + PIECE))) found += 1
  return 2 * found > count
}

/** Judges what a file's changes did to a range of the text, when nobody saw them being made. */
export class ChangeWeight {
  readonly #allChanges: () => readonly KnownChanges[]
  #removed: ReadonlySet<string> | null = null
  #added: ReadonlySet<string> | null = null

  /** @param allChanges all that differs between the two texts; asked for when it is first needed */
  constructor(allChanges: () => readonly KnownChanges[]) {
    this.#allChanges = allChanges
  }

  /** Whether changes did so little to a range that nobody need look at it. */
  isLight(known: KnownChanges, changes: readonly TextChange[], range: TextRange): boolean {
    const length = range.end - range.start
    let inserted = 0
    for (const { old, new: fresh, isWhole } of changes) {
      if (isWhole !== true && isLeftBeside(changes, old, range)) return false
      const cut = Math.min(old.end, range.end) - Math.max(old.start, range.start)
      const isAtEdge = old.start <= range.start || old.end >= range.end
      if (isAtEdge && (cut > LIGHT_CUT || cut > LIGHT_CUT_SHARE * length)) return false
      const distance = Math.max(old.start - range.end, range.start - old.end)
      if (distance <= BESIDE && this.#hasGoneElsewhere(known.oldText.slice(old.start, old.end))) return false
      const isInside = range.start < old.start && old.end < range.end
      if (!isInside && !(range.start < old.end && old.start < range.end)) continue
      const added = fresh.end - fresh.start - (old.end - old.start)
      inserted += Math.max(0, added)
      if (added > LIGHT_INSERTION && this.#isFromElsewhere(known.newText.slice(fresh.start, fresh.end)))
        return false
    }
    // More than it held itself: of a short word nobody can say any more which letters it was.
    return inserted <= length
  }

  /** Whether text that was put in reads like some that was taken out. */
  #isFromElsewhere(text: string): boolean {
    this.#removed ??= piecesIn(this.#allChanges(), 'old')
    return isOf(this.#removed, text)
  }

  /** Whether text that was taken out reads like some that was put in: what stood beside it may have gone with it. */
  #hasGoneElsewhere(text: string): boolean {
    if (text.length <= LIGHT_INSERTION) return false
    this.#added ??= piecesIn(this.#allChanges(), 'new')
    return isOf(this.#added, text)
  }
}
