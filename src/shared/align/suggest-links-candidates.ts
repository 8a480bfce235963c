import type { TypeLink, UnitTypes } from './passage-evidence-links.ts'

/** Two passages that share enough to be worth comparing. */
export interface Candidate {
  readonly left: number
  readonly right: number
}

/** How many passages are compared with each. */
const CANDIDATES = 8
/** A word that stands in more passages than this share of them finds none. */
const COMMON = 0.05
/** In a short text, a word is not common before it stands in so many. */
const LEAST_COMMON = 10
/** In a long text, a word that stands in more passages than this is common, so that time grows with the text only. */
const MOST_COMMON = 150

/**
 * The likeliest partners of each passage of either side, by an inverted index over what they share. Only the best
 * of each passage are held while the left side is gone through, so memory grows with the passages and not with
 * their pairs. `progress` is told how many passages of the left side are done.
 */
export function findCandidates(
  left: UnitTypes,
  right: UnitTypes,
  links: readonly (readonly TypeLink[])[],
  progress: (done: number, total: number) => void,
): Candidate[] {
  const [rows, columns] = [left.passages.length, right.passages.length]
  const leftPostings = postingsOf(left)
  const rightPostings = postingsOf(right)
  const mostRows = commonFrom(rows)
  const mostColumns = commonFrom(columns)
  const best = { rows: new BestLists(rows), columns: new BestLists(columns) }
  const shared = new Float64Array(columns)
  const touched: number[] = []
  for (const [row, types] of left.passages.entries()) {
    if (row % 256 === 0) progress(row, rows)
    for (const type of new Set(types)) {
      if ((leftPostings[type]?.length ?? 0) > mostRows) continue
      for (const { right: other, ratio } of links[type] ?? []) {
        const postings = rightPostings[other] ?? []
        if (postings.length > mostColumns) continue
        const worth = Math.log1p(ratio / 10)
        for (const column of postings) {
          if (shared[column] === 0) touched.push(column)
          shared[column] = (shared[column] ?? 0) + worth
        }
      }
    }
    for (const column of touched) {
      const lengths = (types.length + 3) * ((right.passages[column]?.length ?? 0) + 3)
      const worth = (shared[column] ?? 0) / lengths ** 0.25
      best.rows.offer(row, column, worth)
      best.columns.offer(column, row, worth)
      shared[column] = 0
    }
    touched.length = 0
  }
  const keys = new Set<number>()
  best.rows.each((row, column) => keys.add(row * columns + column))
  best.columns.each((column, row) => keys.add(row * columns + column))
  return Array.from(Float64Array.from(keys).toSorted(), (key) => ({
    left: Math.floor(key / columns),
    right: key % columns,
  }))
}

/** In more of so many passages than this, a word is common. */
function commonFrom(passages: number): number {
  return Math.min(MOST_COMMON, Math.max(LEAST_COMMON, COMMON * passages))
}

/** The passages each type stands in, each once. */
function postingsOf({ passages, samples }: UnitTypes): number[][] {
  const postings = samples.map((): number[] => [])
  for (const [passage, types] of passages.entries()) {
    for (const type of new Set(types)) postings[type]?.push(passage)
  }
  return postings
}

/** For each passage the best of what it was offered, in typed arrays. */
class BestLists {
  /** Passage `p` has its list at the places from `CANDIDATES * p` on. */
  readonly #partners: Int32Array
  readonly #worths: Float64Array
  readonly #counts: Uint8Array

  constructor(passages: number) {
    this.#partners = new Int32Array(passages * CANDIDATES)
    this.#worths = new Float64Array(passages * CANDIDATES)
    this.#counts = new Uint8Array(passages)
  }

  /** Keeps the best, in descending order; of equals, those that stand first. */
  offer(passage: number, partner: number, worth: number): void {
    const first = passage * CANDIDATES
    const count = this.#counts[passage] ?? 0
    let place = first + count
    while (place > first && this.#isBehind(place - 1, partner, worth)) place -= 1
    if (place === first + CANDIDATES) return
    const end = first + Math.min(count, CANDIDATES - 1)
    this.#partners.copyWithin(place + 1, place, end)
    this.#worths.copyWithin(place + 1, place, end)
    this.#partners[place] = partner
    this.#worths[place] = worth
    this.#counts[passage] = Math.min(CANDIDATES, count + 1)
  }

  each(visit: (passage: number, partner: number) => void): void {
    for (const [passage, count] of this.#counts.entries()) {
      const first = passage * CANDIDATES
      for (let place = first; place < first + count; place += 1) visit(passage, this.#partners[place] ?? 0)
    }
  }

  #isBehind(place: number, partner: number, worth: number): boolean {
    const known = this.#worths[place] ?? 0
    return known < worth || (known === worth && (this.#partners[place] ?? 0) > partner)
  }
}
