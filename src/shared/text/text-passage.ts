import type { AnchorText } from './anchor-text.ts'
import { AnchorIndex, indexAnchorText } from './anchor-text.ts'
import { foldUnits } from './fold-units.ts'
import type { LineMatch } from './match-segments.ts'
import type { KnownChanges } from './move-anchor.ts'
import { changesBetween, type Replacement, type TextChange } from './text-changes.ts'

/** Edited lines are compared one with one where there are more code units than this between lines that are the same. */
const COMPARED_AS_ONE = 1_000

/** So many code units must be the same on either side of a border between lines for it to be the same border. */
const BORDER = 4

/** Letters compared with letters in all (the sum of the squares of the stretches' lengths): beyond, only short stretches. */
const MOST_COMPARED = 500_000_000

/** Stretches that are short whatever they are, and those that are compared by clauses first, in code units. */
const SHORT_STRETCH = 400
const LONG_STRETCH = 8_000

/**
 * Two states of a text whose lines were matched, without the lines that were moved: what is left stands in one order,
 * so that places can be carried over.
 */
export interface Passage {
  readonly before: AnchorIndex
  readonly after: AnchorIndex
  /** Texts are folded, unit by unit: offsets are those of the indexes. */
  readonly known: KnownChanges
}

export function passageBetween(
  before: AnchorText,
  after: AnchorText,
  matches: readonly (LineMatch | null)[],
): Passage {
  const movedOld = new Set(matches.flatMap((match) => (match?.kinship === 'moved' ? [match.old] : [])))
  const staying = before.segments.map((_, line) => line).filter((line) => !movedOld.has(line))
  const fresh = matches.map((_, line) => line).filter((line) => matches[line]?.kinship !== 'moved')
  const pick = (text: AnchorText, lines: readonly number[]): AnchorText =>
    lines.length === text.segments.length
      ? text
      : { ...text, segments: lines.flatMap((line) => text.segments[line] ?? []) }
  const oldIndex = indexAnchorText(pick(before, staying))
  const newIndex = indexAnchorText(pick(after, fresh))
  const [oldText, newText] = [foldUnits(oldIndex.text), foldUnits(newIndex.text)]
  const numbers = new Map(staying.map((line, number) => [line, number]))
  const pairs = fresh.flatMap((line, number) => {
    const match = matches[line]
    const old = match === null || match === undefined ? undefined : numbers.get(match.old)
    return old === undefined ? [] : [{ old, new: number, isSame: match?.kinship === 'same' }]
  })
  const changes = new PassageDifference(
    { text: oldText, starts: startsOf(oldIndex, staying.length) },
    { text: newText, starts: startsOf(newIndex, fresh.length) },
  ).changes(pairs)
  return { before: oldIndex, after: newIndex, known: { oldText, newText, changes } }
}

interface Lines {
  readonly text: string
  /** Where each line begins, and at the end the text's length. */
  readonly starts: readonly number[]
}

interface Pair {
  readonly old: number
  readonly new: number
  readonly isSame: boolean
}

class PassageDifference {
  readonly #old: Lines
  readonly #new: Lines
  readonly #changes: TextChange[] = []
  #compared = 0

  constructor(old: Lines, fresh: Lines) {
    this.#old = old
    this.#new = fresh
  }

  changes(pairs: readonly Pair[]): readonly TextChange[] {
    let [oldFrom, newFrom] = [0, 0]
    let between: Pair[] = []
    const end = { old: this.#old.starts.length - 1, new: this.#new.starts.length - 1, isSame: true }
    for (const pair of [...pairs, end]) {
      if (!pair.isSame) {
        between.push(pair)
        continue
      }
      this.#gap(oldFrom, pair.old, newFrom, pair.new, between)
      between = []
      if (pair !== end) this.#compare(pair.old, pair.old + 1, pair.new, pair.new + 1)
      oldFrom = pair.old + 1
      newFrom = pair.new + 1
    }
    return this.#changes
  }

  #gap(oldFrom: number, oldTo: number, newFrom: number, newTo: number, pairs: readonly Pair[]): void {
    const length = this.#length(this.#old, oldFrom, oldTo) + this.#length(this.#new, newFrom, newTo)
    if (length <= COMPARED_AS_ONE) {
      this.#compare(oldFrom, oldTo, newFrom, newTo)
      return
    }
    let [old, fresh] = [oldFrom, newFrom]
    // Sentences may have been joined or divided anew: a line's edge counts only where the text around it is the same.
    const borders = pairs.flatMap((pair) => [pair, { old: pair.old + 1, new: pair.new + 1 }])
    for (const border of borders) {
      if (border.old < old || border.new < fresh || !this.#isSameBorder(border)) continue
      this.#compare(old, border.old, fresh, border.new)
      old = border.old
      fresh = border.new
    }
    this.#compare(old, oldTo, fresh, newTo)
  }

  #isSameBorder(border: { readonly old: number; readonly new: number }): boolean {
    const around = ({ text, starts }: Lines, line: number): string => {
      const at = starts[line] ?? text.length
      return text.slice(Math.max(0, at - BORDER), at + BORDER)
    }
    return around(this.#old, border.old) === around(this.#new, border.new)
  }

  #compare(oldFrom: number, oldTo: number, newFrom: number, newTo: number): void {
    const at = { old: this.#old.starts[oldFrom] ?? 0, new: this.#new.starts[newFrom] ?? 0 }
    const removed = this.#old.text.slice(at.old, this.#old.starts[oldTo] ?? at.old)
    const added = this.#new.text.slice(at.new, this.#new.starts[newTo] ?? at.new)
    if (removed === added) return
    if (removed === '' || added === '') {
      // Whole lines: nobody asks whether they stood a few letters further on.
      const whole = shift(
        { old: { start: 0, end: removed.length }, new: { start: 0, end: added.length } },
        at,
      )
      this.#changes.push({ ...whole, steps: [whole], isWhole: true })
      return
    }
    if (!this.#mayCompare(removed.length + added.length)) {
      const ends = { old: { start: 0, end: removed.length }, new: { start: 0, end: added.length } }
      this.#changes.push({ ...shift(ends, at), steps: [shift(ends, at)] })
      return
    }
    for (const change of changesBetween(removed, added)) {
      this.#changes.push({ ...shift(change, at), steps: change.steps.map((step) => shift(step, at)) })
    }
  }

  /** Two texts that have nothing in common must not take minutes. */
  #mayCompare(length: number): boolean {
    if (length <= SHORT_STRETCH || length > LONG_STRETCH) return true
    this.#compared += length * length
    return this.#compared <= MOST_COMPARED
  }

  #length({ starts }: Lines, from: number, to: number): number {
    return (starts[to] ?? 0) - (starts[from] ?? 0)
  }
}

function shift(
  { old, new: fresh }: Replacement,
  at: { readonly old: number; readonly new: number },
): Replacement {
  return {
    old: { start: old.start + at.old, end: old.end + at.old },
    new: { start: fresh.start + at.new, end: fresh.end + at.new },
  }
}

function startsOf(index: AnchorIndex, count: number): number[] {
  return [...Array.from({ length: count }, (_, line) => index.startOf(line)), index.text.length]
}

/** The changes that concern a range of the old text, and the one before them, found by halving. */
export function changesNear(
  changes: readonly TextChange[],
  side: 'old' | 'new',
  start: number,
  end: number,
): TextChange[] {
  let [low, high] = [0, changes.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((changes[middle]?.[side].end ?? 0) < start) low = middle + 1
    else high = middle
  }
  let to = low
  while (to < changes.length && (changes[to]?.[side].start ?? 0) <= end) to += 1
  return changes.slice(Math.max(0, low - 1), to)
}
