import type { PlaceLink, TypedPassage, TypeLink, UnitTypes } from './passage-evidence-links.ts'

/** How much of a passage comes from the other one rather than from the language at large. */
const RENDERED = 0.3
/** What a unit is worth that nothing of the other passage renders. */
const LOG_FREE = Math.log(1 - RENDERED)
/** A unit is explained when the other passage makes it likelier than the language does. */
const EXPLAINED = 0.5

/** A unit of the left passage and one of the right that it explains best. */
export interface UnitMatch {
  /** Places in the passages' units. */
  readonly left: number
  readonly right: number
  /** What the match is worth: how rare the units are, in nats. */
  readonly worth: number
}

/** How far two passages say the same, before others are looked at. */
export interface Likeness {
  /** Log likelihood ratio of both passages, each given the other; in nats. */
  readonly total: number
  /** The share of either side that the other explains, rare units counting more; the geometric mean of both. */
  readonly coverage: number
  /** The left passage's own part of `total`, and the share of it that the right one explains. */
  readonly leftTotal: number
  readonly ofLeft: number
  readonly matches: readonly UnitMatch[]
}

/**
 * Compares two passages unit by unit. A unit e of one side, beside units Z of the other, is worth
 * ln(1 − λ + λ/|Z| · Σ_z P(e, z)/(P(e)·P(z))): a mixture of translation (IBM Model 1, Brown et al. 1993) and
 * background, against background alone. So a rare match says more, and none outweighs everything.
 */
export function compareLikeness(
  left: TypedPassage,
  right: TypedPassage,
  links: readonly (readonly TypeLink[])[],
  more: readonly PlaceLink[] = [],
): Likeness {
  const [rows, columns] = [left.types.length, right.types.length]
  const ofRows = new Float64Array(rows)
  const ofColumns = new Float64Array(columns)
  const found: PlaceLink[] = [...more]
  const places = placesOf(right.types)
  for (let row = 0; row < rows; row += 1) {
    for (const { right: type, ratio } of links[left.types[row] ?? -1] ?? []) {
      for (const column of places.get(type) ?? []) found.push({ left: row, right: column, ratio })
    }
  }
  for (const { left: row, right: column, ratio } of found) {
    ofRows[row] = (ofRows[row] ?? 0) + ratio
    ofColumns[column] = (ofColumns[column] ?? 0) + ratio
  }
  const rarity = {
    left: rarities(left.types, left.vocabulary),
    right: rarities(right.types, right.vocabulary),
  }
  const matches = matchUnits(found, rows, columns).flatMap(({ left: row, right: column, ratio }) => {
    const chance = explained(ratio, Math.max(rows, columns))
    const worth = Math.min(rarity.left[row] ?? 0, rarity.right[column] ?? 0)
    return chance < EXPLAINED ? [] : [{ left: row, right: column, chance, worth }]
  })
  const covered = (side: 'left' | 'right'): number =>
    matches.reduce((sum, match) => sum + match.chance * (rarity[side][match[side]] ?? 0), 0) /
    Math.max(
      1,
      rarity[side].reduce((sum, value) => sum + value, 0),
    )
  const [one, other] = [sumUp(ofRows, columns), sumUp(ofColumns, rows)]
  const [ofLeft, ofRight] = [covered('left'), covered('right')]
  return { total: one + other, coverage: Math.sqrt(ofLeft * ofRight), leftTotal: one, ofLeft, matches }
}

/** Competitive linking (Melamed 2000): the surest link first, each unit once. */
export function matchUnits(links: readonly PlaceLink[], rows: number, columns: number): PlaceLink[] {
  const taken = { rows: new Uint8Array(rows), columns: new Uint8Array(columns) }
  return links
    .toSorted((one, other) => other.ratio - one.ratio || compareEvenly(one, other))
    .filter(({ left, right }) => {
      if (taken.rows[left] === 1 || taken.columns[right] === 1) return false
      taken.rows[left] = 1
      taken.columns[right] = 1
      return true
    })
}

/**
 * An order for what is equally good that does not depend on which side is the left one. Only (a, b) and (b, a)
 * stay equal, and they don't compete.
 */
export function compareEvenly(
  one: { readonly left: number; readonly right: number },
  other: { readonly left: number; readonly right: number },
): number {
  return (
    one.left + one.right - other.left - other.right ||
    Math.abs(one.left - one.right) - Math.abs(other.left - other.right)
  )
}

const rarities = (types: Int32Array, vocabulary: UnitTypes): Float64Array =>
  Float64Array.from(types, (type) => vocabulary.rarities[type] ?? 0)

function placesOf(types: Int32Array): Map<number, number[]> {
  const places = new Map<number, number[]>()
  types.forEach((type, place) => {
    const known = places.get(type)
    if (known === undefined) places.set(type, [place])
    else known.push(place)
  })
  return places
}

/** How likely a unit comes from the other passage. */
function explained(sum: number, count: number): number {
  const odds = (RENDERED * sum) / Math.max(1, count)
  return odds / (odds + 1 - RENDERED)
}

function sumUp(sums: Float64Array, count: number): number {
  let total = 0
  for (const sum of sums) {
    total += sum === 0 ? LOG_FREE : Math.log(1 - RENDERED + (RENDERED * sum) / Math.max(1, count))
  }
  return total
}

/** What is known of two passages when the others that either could belong to were looked at as well. */
export interface LinkFeatures extends Pick<Likeness, 'total' | 'coverage'> {
  /** How much better it is than the next best of either passage, the lesser of the two; in nats. */
  readonly margin: number
  /** How many units are matched. */
  readonly matched: number
}

/** The features as the model takes them. */
export function featureVector({ total, coverage, margin, matched }: LinkFeatures): number[] {
  return [
    1,
    Math.log1p(Math.max(0, total)),
    coverage,
    Math.max(-2, Math.min(2, margin / 10)),
    Math.log1p(matched),
  ]
}

/** Weights of the features, in their order: what bench/align/links.ts fitted by logistic regression. */
export const LINK_WEIGHTS: readonly number[] = [-5.715, 0.806, 3.246, 1.868, 1.612]

/** How likely the two passages say the same thing, from 0 to 1. */
export function scoreLink(features: LinkFeatures, weights: readonly number[] = LINK_WEIGHTS): number {
  const vector = featureVector(features)
  const logit = vector.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0)
  return 1 / (1 + Math.exp(-logit))
}

/** What it takes off, in logits, that only one passage has a name or figure; three are as bad as more. */
const MISSING_COST = 0.9
const MOST_MISSING = 3
/** Passages that explain this much of each other, by so many words that are not everywhere, need no rare one. */
const LONG_COVERAGE = 0.36
const LONG_MATCHES = 3
/** What each telling thing beyond the first adds. */
const TOLD_WORTH = 0.3
const MOST_TOLD = 3
/** What it takes off that all that is shared stands all over both texts. */
const COMMON_COST = 3

/**
 * The score with what comparable texts ask for beside likeness: texts about one event share their words, so two
 * passages must share something that tells them from the others (0 where nothing does), and what only one of
 * them has speaks against them. The costs were set on the development texts and judged by hand on news (ADR 0012).
 */
export function scoreTold(
  features: LinkFeatures,
  {
    count,
    missing,
    commonShare,
  }: { readonly count: number; readonly missing: number; readonly commonShare: number },
): number {
  const isLongMatch =
    features.coverage >= LONG_COVERAGE && features.matched * (1 - commonShare) >= LONG_MATCHES
  const told = count + (isLongMatch ? 1 : 0)
  if (told === 0) return 0
  const score = scoreLink(features)
  const logit =
    Math.log(score / (1 - score)) -
    MISSING_COST * Math.min(missing, MOST_MISSING) -
    COMMON_COST * commonShare +
    TOLD_WORTH * Math.min(told - 1, MOST_TOLD)
  return 1 / (1 + Math.exp(-logit))
}
