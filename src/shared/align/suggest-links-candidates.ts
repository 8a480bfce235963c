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

/** The likeliest partners of each passage of either side, by an inverted index over what they share. */
export function findCandidates(
  left: UnitTypes,
  right: UnitTypes,
  links: readonly (readonly TypeLink[])[],
): Candidate[] {
  const [rows, columns] = [left.passages.length, right.passages.length]
  const leftPostings = postingsOf(left)
  const rightPostings = postingsOf(right)
  const mostRows = Math.max(LEAST_COMMON, COMMON * rows)
  const mostColumns = Math.max(LEAST_COMMON, COMMON * columns)
  const best = { rows: bestLists(rows), columns: bestLists(columns) }
  const shared = new Float64Array(columns)
  const touched: number[] = []
  for (const [row, types] of left.passages.entries()) {
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
      offer(best.rows[row], column, worth)
      offer(best.columns[column], row, worth)
      shared[column] = 0
    }
    touched.length = 0
  }
  const keys = new Set<number>()
  for (const [row, list] of best.rows.entries()) for (const { index } of list) keys.add(row * columns + index)
  for (const [column, list] of best.columns.entries()) {
    for (const { index } of list) keys.add(index * columns + column)
  }
  return [...keys]
    .toSorted((one, other) => one - other)
    .map((key) => ({ left: Math.floor(key / columns), right: key % columns }))
}

/** The passages each type stands in, each once. */
function postingsOf({ passages, samples }: UnitTypes): number[][] {
  const postings = samples.map((): number[] => [])
  for (const [passage, types] of passages.entries()) {
    for (const type of new Set(types)) postings[type]?.push(passage)
  }
  return postings
}

interface Offered {
  readonly index: number
  readonly worth: number
}

const bestLists = (count: number): Offered[][] => Array.from({ length: count }, () => [])

/** Keeps the best, in descending order; of equals, those that stand first. */
function offer(list: Offered[] | undefined, index: number, worth: number): void {
  if (list === undefined) return
  const isBehind = (known: Offered | undefined): boolean =>
    known !== undefined && (known.worth < worth || (known.worth === worth && known.index > index))
  if (list.length === CANDIDATES && !isBehind(list.at(-1))) return
  let place = list.length
  while (place > 0 && isBehind(list[place - 1])) place -= 1
  list.splice(place, 0, { index, worth })
  if (list.length > CANDIDATES) list.pop()
}
