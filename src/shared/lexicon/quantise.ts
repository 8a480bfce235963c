/** Steps to the doubling: two neighbouring levels are 9 % apart for shares, 6 % for weights. */
const SHARE_STEPS = 8
const WEIGHT_STEPS = 12

const TOP_SHARE = 255
const TOP_WEIGHT = 63
/** No gloss counts for less, however many a headword has. */
export const LEAST_WEIGHT = 0.03

/** A share of running words, 0 to 1, as one byte on a logarithmic scale; 0 stays 0. */
export function shareToLevel(share: number): number {
  if (!(share > 0)) return 0
  return Math.min(TOP_SHARE, Math.max(1, TOP_SHARE + Math.round(SHARE_STEPS * Math.log2(share))))
}

export function levelToShare(level: number): number {
  return level === 0 ? 0 : Math.fround(2 ** ((level - TOP_SHARE) / SHARE_STEPS))
}

/** A gloss weight, .03 to 1, as a number from 0 to 63 on a logarithmic scale. */
export function weightToLevel(weight: number): number {
  const kept = Math.min(1, Math.max(LEAST_WEIGHT, weight))
  return Math.max(0, TOP_WEIGHT + Math.round(WEIGHT_STEPS * Math.log2(kept)))
}

export function levelToWeight(level: number): number {
  return Math.fround(Math.max(LEAST_WEIGHT, 2 ** ((level - TOP_WEIGHT) / WEIGHT_STEPS)))
}
