import { diffMain } from 'diff-match-patch-es'
import { risingChain } from './rising-chain.ts'

/** Where no line is the only one of its kind, so many lines (of both sides) are compared letter by letter, so to say. */
const MOST_COMPARED = 2_000

interface Range {
  readonly oldFrom: number
  readonly oldTo: number
  readonly newFrom: number
  readonly newTo: number
}

/**
 * For each new line the old one that reads the same and stands in the same order, or -1: patience diff (Cohen), with a
 * longest common subsequence (Myers 1986) where lines repeat themselves. Lines are given by numbers, the same ones for
 * the same text.
 */
export function sameLines(before: Int32Array, after: Int32Array): Int32Array {
  const found = new Int32Array(after.length).fill(-1)
  const waiting: Range[] = [{ oldFrom: 0, oldTo: before.length, newFrom: 0, newTo: after.length }]
  for (let range = waiting.pop(); range !== undefined; range = waiting.pop()) {
    const inner = matchEnds(before, after, range, found)
    if (inner.oldFrom === inner.oldTo || inner.newFrom === inner.newTo) continue
    const pairs = uniquePairs(before, after, inner)
    if (pairs.length === 0) {
      matchRepeated(before, after, inner, found)
      continue
    }
    let { oldFrom, newFrom } = inner
    for (const { old, fresh } of pairs) {
      found[fresh] = old
      waiting.push({ oldFrom, oldTo: old, newFrom, newTo: fresh })
      oldFrom = old + 1
      newFrom = fresh + 1
    }
    waiting.push({ ...inner, oldFrom, newFrom })
  }
  return found
}

/** Matches what is the same at both ends of a range; gives what is left between. */
function matchEnds(before: Int32Array, after: Int32Array, range: Range, found: Int32Array): Range {
  let { oldFrom, oldTo, newFrom, newTo } = range
  while (oldFrom < oldTo && newFrom < newTo && before[oldFrom] === after[newFrom]) {
    found[newFrom] = oldFrom
    oldFrom += 1
    newFrom += 1
  }
  while (oldFrom < oldTo && newFrom < newTo && before[oldTo - 1] === after[newTo - 1]) {
    oldTo -= 1
    newTo -= 1
    found[newTo] = oldTo
  }
  return { oldFrom, oldTo, newFrom, newTo }
}

/** Lines that are there once on either side, as many as stand in one order. */
function uniquePairs(
  before: Int32Array,
  after: Int32Array,
  { oldFrom, oldTo, newFrom, newTo }: Range,
): { old: number; fresh: number }[] {
  const oldPlaces = places(before, oldFrom, oldTo)
  const newPlaces = places(after, newFrom, newTo)
  const candidates: { old: number; fresh: number }[] = []
  for (const [code, fresh] of newPlaces) {
    const old = oldPlaces.get(code)
    if (fresh !== null && old !== undefined && old !== null) candidates.push({ old, fresh })
  }
  return risingChain(candidates.map(({ old }) => old)).flatMap((place) => candidates[place] ?? [])
}

/** Where each line stands, in order of first sight; null for one that stands in several places. */
function places(lines: Int32Array, from: number, to: number): Map<number, number | null> {
  const found = new Map<number, number | null>()
  for (let line = from; line < to; line += 1) {
    const code = lines[line] ?? -1
    found.set(code, found.has(code) ? null : line)
  }
  return found
}

function matchRepeated(before: Int32Array, after: Int32Array, range: Range, found: Int32Array): void {
  const { oldFrom, oldTo, newFrom, newTo } = range
  if (oldTo - oldFrom + (newTo - newFrom) > MOST_COMPARED) return
  const letters = new Map<number, string>()
  const spell = (lines: Int32Array): string => {
    let text = ''
    for (const code of lines) {
      const letter = letters.get(code) ?? String.fromCharCode(letters.size + 1)
      letters.set(code, letter)
      text += letter
    }
    return text
  }
  const [oldText, newText] = [spell(before.subarray(oldFrom, oldTo)), spell(after.subarray(newFrom, newTo))]
  let [old, fresh] = [oldFrom, newFrom]
  for (const [operation, run] of diffMain(oldText, newText, { diffTimeout: 0 }, false)) {
    for (let index = 0; index < run.length; index += 1) {
      if (operation === 0) found[fresh] = old
      if (operation <= 0) old += 1
      if (operation >= 0) fresh += 1
    }
  }
}
