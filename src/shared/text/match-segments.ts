import { foldUnits } from './fold-units.ts'
import { sameLines } from './same-lines.ts'
import { SimilarLines } from './similar-lines.ts'

/** A line shorter than this says little about where it went, in code units: after an edit, and if it is the same. */
const TELLING_LINE = 8
const TELLING_SAME_LINE = 2

/**
 * How a new line continues an old one. `same`: it reads the same (but for case, width and white space around it) and
 * all such pairs stand in one order. `moved`: it stands out of that order, and reads the same or almost. `similar`: it was
 * edited; it stands in order between the `same` ones.
 */
export type LineKinship = 'same' | 'moved' | 'similar'

export interface LineMatch {
  readonly old: number
  readonly kinship: LineKinship
}

/** For each new line the old one that it continues, one to one; null for a new one. Close to linear in the lines. */
export function matchLines(
  before: readonly string[],
  after: readonly string[],
): readonly (LineMatch | null)[] {
  const oldKeys = before.map(keyOf)
  const newKeys = after.map(keyOf)
  const codes = new Map<string, number>()
  const encode = (keys: readonly string[]): Int32Array =>
    Int32Array.from(keys, (key) => {
      const code = codes.get(key) ?? codes.size
      codes.set(key, code)
      return code
    })
  const [oldCodes, newCodes] = [encode(oldKeys), encode(newKeys)]
  const same = sameLines(oldCodes, newCodes)
  const found: (LineMatch | null)[] = Array.from(same, (old) => (old < 0 ? null : { old, kinship: 'same' }))
  const taken = new Set(same)
  matchMoved(oldCodes, newCodes, oldKeys, found, taken)
  const similar = new SimilarLines(oldKeys, newKeys)
  matchSimilar(similar, same, before.length, found, taken)
  const isTelling = (key: string | undefined): boolean => (key?.length ?? 0) >= TELLING_LINE
  const left = {
    old: range(0, before.length).filter((line) => !taken.has(line) && isTelling(oldKeys[line])),
    new: range(0, after.length).filter((line) => found[line] === null && isTelling(newKeys[line])),
  }
  for (const pair of similar.pairsAnywhere(left)) found[pair.new] = { old: pair.old, kinship: 'moved' }
  return found
}

/**
 * For each new segment the old one that it continues, one to one: those that read the same in order, then those that
 * read the same and were moved as whole ones, then those that were edited in place, then those that were both.
 */
export function matchSegments(
  before: readonly string[],
  after: readonly string[],
): readonly (number | null)[] {
  return matchLines(before, after).map((match) => match?.old ?? null)
}

function keyOf(line: string): string {
  return foldUnits(line).trim()
}

/** Lines left over that are there once on either side, and their neighbours, which went along. */
function matchMoved(
  oldCodes: Int32Array,
  newCodes: Int32Array,
  oldKeys: readonly string[],
  found: (LineMatch | null)[],
  taken: Set<number>,
): void {
  const places = (codes: Int32Array, isFree: (line: number) => boolean): Map<number, number | null> => {
    const known = new Map<number, number | null>()
    for (const [line, code] of codes.entries()) {
      if (isFree(line)) known.set(code, known.has(code) ? null : line)
    }
    return known
  }
  const oldPlaces = places(oldCodes, (line) => !taken.has(line))
  const newPlaces = places(newCodes, (line) => found[line] === null)
  const match = (old: number, fresh: number): boolean => {
    if (oldCodes[old] !== newCodes[fresh] || taken.has(old) || found[fresh] !== null) return false
    found[fresh] = { old, kinship: 'moved' }
    taken.add(old)
    return true
  }
  for (const [code, fresh] of newPlaces) {
    const old = oldPlaces.get(code)
    if (fresh === null || old === undefined || old === null) continue
    if ((oldKeys[old]?.length ?? 0) < TELLING_SAME_LINE || !match(old, fresh)) continue
    for (const way of [-1, 1]) {
      let [nextOld, nextNew] = [old + way, fresh + way]
      while (match(nextOld, nextNew)) {
        nextOld += way
        nextNew += way
      }
    }
  }
}

/** Looks between each two of the lines that are the same. */
function matchSimilar(
  similar: SimilarLines,
  same: Int32Array,
  oldCount: number,
  found: (LineMatch | null)[],
  taken: Set<number>,
): void {
  let [oldFrom, newFrom] = [0, 0]
  for (let line = 0; line <= same.length; line += 1) {
    const old = line === same.length ? oldCount : (same[line] ?? -1)
    if (old < 0) continue
    const gap = {
      old: range(oldFrom, old).filter((place) => !taken.has(place)),
      new: range(newFrom, line).filter((place) => found[place] === null),
    }
    for (const pair of similar.pairsIn(gap)) {
      found[pair.new] = { old: pair.old, kinship: 'similar' }
      taken.add(pair.old)
    }
    oldFrom = old + 1
    newFrom = line + 1
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
}
