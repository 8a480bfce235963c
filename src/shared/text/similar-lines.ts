import { risingChain } from './rising-chain.ts'

/** Two lines at least this like each other may be one line that was edited. */
const LIKE = 0.5

/** The same where they stand in another order. */
const VERY_LIKE = 0.6

/** And of short lines, which look alike by chance: they have fewer marks to be told by than this. */
const SHORT_ALIKE = 0.75
const SHORT_PROFILE = 40

/** Up to this many pairs every line is compared with every other one. */
const FEW_PAIRS = 20_000

/** How long a piece of text is by which lines are found again where there are many, in code units. */
const PIECE = 4

/** A piece that more lines have says nothing. */
const RARE = 4

/**
 * What two lines have in common is counted by their pairs of neighbouring code units, and by each Han character, which
 * says as much (a text in the other script has two thirds of them). Sorted.
 */
type Profile = Uint32Array

export interface LinePair {
  readonly old: number
  readonly new: number
}

/** A stretch of lines on either side; the lines are given by their numbers, in order. */
export interface LineGap {
  readonly old: readonly number[]
  readonly new: readonly number[]
}

/**
 * Pairs of lines that may be one line edited, in order on both sides: together as alike as can be (few lines, compared
 * each with each), or found by rare pieces of text first (many lines).
 */
export class SimilarLines {
  readonly #before: readonly string[]
  readonly #after: readonly string[]
  readonly #profiles = new Map<string, Profile>()

  constructor(before: readonly string[], after: readonly string[]) {
    this.#before = before
    this.#after = after
  }

  pairsIn(gap: LineGap): LinePair[] {
    if (gap.old.length === 0 || gap.new.length === 0) return []
    if (gap.old.length * gap.new.length <= FEW_PAIRS) return this.#bestPairs(gap)
    const fixed = risingPairs(this.#byRarePieces(gap, LIKE), gap.new)
    if (fixed.length === 0) return []
    const pairs: LinePair[] = []
    let [oldFrom, newFrom] = [0, 0]
    const place = (list: readonly number[]): Map<number, number> =>
      new Map(list.map((line, index) => [line, index]))
    const [oldPlaces, newPlaces] = [place(gap.old), place(gap.new)]
    for (const pair of fixed) {
      const [oldTo, newTo] = [oldPlaces.get(pair.old) ?? 0, newPlaces.get(pair.new) ?? 0]
      pairs.push(
        ...this.pairsIn({ old: gap.old.slice(oldFrom, oldTo), new: gap.new.slice(newFrom, newTo) }),
        pair,
      )
      oldFrom = oldTo + 1
      newFrom = newTo + 1
    }
    pairs.push(...this.pairsIn({ old: gap.old.slice(oldFrom), new: gap.new.slice(newFrom) }))
    return pairs
  }

  /** From 0 to 1 (Dice 1945). */
  likeness(old: number, fresh: number): number {
    const [a, b] = [this.#profile(this.#before[old] ?? ''), this.#profile(this.#after[fresh] ?? '')]
    // So different in length that they can't be alike enough.
    if (2 * Math.min(a.length, b.length) < LIKE * (a.length + b.length)) return 0
    let [common, i, j] = [0, 0, 0]
    while (i < a.length && j < b.length) {
      const [one, other] = [a[i] ?? 0, b[j] ?? 0]
      if (one === other) common += 1
      if (one <= other) i += 1
      if (other <= one) j += 1
    }
    return (2 * common) / (a.length + b.length)
  }

  /** The pairs that give the greatest sum of likenesses (Needleman and Wunsch 1970). */
  #bestPairs(gap: LineGap): LinePair[] {
    const width = gap.new.length + 1
    const sums = new Float64Array((gap.old.length + 1) * width)
    const at = (i: number, j: number): number => sums[i * width + j] ?? 0
    const likenesses = new Float64Array(sums.length)
    for (const [i, old] of gap.old.entries()) {
      for (const [j, fresh] of gap.new.entries()) {
        const likeness = this.likeness(old, fresh)
        const place = (i + 1) * width + j + 1
        likenesses[place] = likeness
        const paired = likeness >= LIKE ? at(i, j) + likeness : 0
        sums[place] = Math.max(paired, at(i, j + 1), at(i + 1, j))
      }
    }
    const pairs: LinePair[] = []
    let [i, j] = [gap.old.length, gap.new.length]
    while (i > 0 && j > 0) {
      const sum = at(i, j)
      if (sum === at(i - 1, j)) i -= 1
      else if (sum === at(i, j - 1)) j -= 1
      else {
        pairs.push({ old: gap.old[i - 1] ?? 0, new: gap.new[j - 1] ?? 0 })
        i -= 1
        j -= 1
      }
    }
    return pairs.toReversed()
  }

  /** Pairs of lines that were edited and stand in another order, each line in one pair: the most alike first. */
  pairsAnywhere(gap: LineGap): LinePair[] {
    const found = this.#byRarePieces(gap, VERY_LIKE)
    const pairs = gap.new.flatMap((fresh, place): (LinePair & { readonly likeness: number })[] => {
      const old = found[place] ?? null
      if (old === null) return []
      const likeness = this.likeness(old, fresh)
      const isShort = this.#profile(this.#before[old] ?? '').length < SHORT_PROFILE
      return isShort && likeness < SHORT_ALIKE ? [] : [{ old, new: fresh, likeness }]
    })
    const taken = new Set<number>()
    return pairs
      .toSorted((a, b) => b.likeness - a.likeness || a.new - b.new)
      .filter(({ old }) => !taken.has(old) && taken.add(old))
  }

  /** For each new line the old one that has most pieces of text in common with it that few lines have. */
  #byRarePieces(gap: LineGap, least: number): (number | null)[] {
    const holders = new Map<string, number[]>()
    for (const old of gap.old) {
      for (const piece of pieces(this.#before[old] ?? '')) {
        const known = holders.get(piece)
        if (known === undefined) holders.set(piece, [old])
        else if (known.length <= RARE && known.at(-1) !== old) known.push(old)
      }
    }
    return gap.new.map((fresh): number | null => {
      const votes = new Map<number, number>()
      for (const piece of pieces(this.#after[fresh] ?? '')) {
        const known = holders.get(piece) ?? []
        if (known.length <= RARE) for (const old of known) votes.set(old, (votes.get(old) ?? 0) + 1)
      }
      const [best] = [...votes].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
      return best !== undefined && this.likeness(best[0], fresh) >= least ? best[0] : null
    })
  }

  #profile(line: string): Profile {
    let profile = this.#profiles.get(line)
    if (profile === undefined) {
      const found: number[] = []
      for (let index = 0; index < line.length; index += 1) {
        const unit = line.charCodeAt(index)
        if (isHanUnit(unit)) found.push(unit)
        if (index + 1 < line.length || index === 0)
          found.push(unit * 0x10000 + (line.charCodeAt(index + 1) || 0))
      }
      profile = Uint32Array.from(found)
      profile.sort()
      this.#profiles.set(line, profile)
    }
    return profile
  }
}

function isHanUnit(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff
}

function pieces(line: string): string[] {
  return Array.from({ length: Math.max(0, line.length - PIECE + 1) }, (_, index) =>
    line.slice(index, index + PIECE),
  )
}

function risingPairs(found: readonly (number | null)[], fresh: readonly number[]): LinePair[] {
  return risingChain(found).map((place) => ({ old: found[place] ?? 0, new: fresh[place] ?? 0 }))
}
