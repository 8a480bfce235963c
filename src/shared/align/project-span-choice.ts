import type { TextRange } from '../text/graphemes.ts'
import type { PlaceLink } from './passage-evidence-links.ts'
import type { ReadRun } from './passage-evidence-sides.ts'
import { matchUnits } from './suggest-links-score.ts'

export interface Choice {
  readonly source: ReadRun
  readonly target: ReadRun
  readonly start: number
  readonly end: number
  /** Which of the source's units are in the selection. */
  readonly inside: readonly boolean[]
  readonly links: readonly PlaceLink[]
}

export interface ChosenSpan {
  readonly range: TextRange
  /** Links between the selection and the span, in reading order. */
  readonly matches: readonly PlaceLink[]
  /** How much of both, the rarer units counting more, is linked with the other: from 0 to 1. */
  readonly likeness: number
}

/** What a unit without links has for being where it should be, in the unit of link ratios. */
const PLACE_WORTH = 12
/** How far beside its expected place a unit may stand, as a share of the text. */
const SLACK = 0.12
/** Charged for the squared log ratio of the span's length to what is expected. */
const LENGTH_COST = 0.55
/** Charged for each clause border that is inside one of the two spans only. */
const BORDER_COST = 0.35
/** Given for an end at a border where the selection's end is at one too. */
const BORDER_WORTH = 0.25
const MOST_UNITS = 600

const BORDER = /[，。；：！？、,.;:!?…—–()（）“”"「」『』《》〈〉\n]/u

/** The best stretch of the target; null where no word of the selection is linked to any. */
export function chooseSpan({ source, target, start, end, inside, links }: Choice): ChosenSpan | null {
  const count = Math.min(target.units.length, MOST_UNITS)
  const sums = { inside: new Float64Array(count), outside: new Float64Array(count) }
  for (const { left, right, ratio } of links) {
    const side = inside[left] === true ? sums.inside : sums.outside
    if (right < count) side[right] = (side[right] ?? 0) + ratio
  }
  if (sums.inside.every((sum) => sum === 0)) return null
  const scores = unitScores(sums, target, { start, end }, source.text.length)
  const [first, last] = bestStretch(scores, { source, target, start, end })
  const pairs = matchUnits(links, source.units.length, target.units.length)
  const matches = pairs
    .filter(({ left, right }) => inside[left] === true && right >= first && right <= last)
    .toSorted((one, other) => one.left - other.left)
  if (matches.length === 0) return null
  const left = coveredShare(
    source,
    inside.flatMap((is, place) => (is ? [place] : [])),
    new Set(matches.map((match) => match.left)),
  )
  const right = coveredShare(
    target,
    Array.from({ length: last - first + 1 }, (_, place) => first + place),
    new Set(matches.map((match) => match.right)),
  )
  return {
    range: { start: target.units[first]?.start ?? 0, end: furthestEnd(target, first, last) },
    matches,
    likeness: Math.sqrt(left * right),
  }
}

/** For each unit, whether it belongs to the selection (1) or to the rest (−1), by its links and its place. */
function unitScores(
  sums: { readonly inside: Float64Array; readonly outside: Float64Array },
  target: ReadRun,
  { start, end }: TextRange,
  sourceLength: number,
): Float64Array {
  const [from, to] = [start / Math.max(1, sourceLength), end / Math.max(1, sourceLength)]
  return sums.inside.map((within, place) => {
    const unit = target.units[place]
    const at = ((unit?.start ?? 0) + (unit?.end ?? 0)) / 2 / Math.max(1, target.text.length)
    const beside = Math.max(0, from - at, at - to)
    const prior = 0.6 * Math.exp(-((beside / SLACK) ** 2))
    const without = sums.outside[place] ?? 0
    const chance = (within + PLACE_WORTH * prior) / (within + without + PLACE_WORTH)
    // A unit that nothing is known of says less than one that is linked.
    const weight = (within + without) / (within + without + PLACE_WORTH)
    return (2 * chance - 1) * (0.35 + 0.65 * weight)
  })
}

/** The stretch of units with the highest sum, less what its length and its borders cost. */
function bestStretch(
  scores: Float64Array,
  { source, target, start, end }: Omit<Choice, 'inside' | 'links'>,
): readonly [first: number, last: number] {
  const ratio = (target.text.length + 8) / (source.text.length + 8)
  const expected = (end - start) * ratio
  const borders = bordersBefore(target)
  const selectionBorders = countBorders(source.text.slice(start, end).slice(1, -1))
  const [opens, closes] = [
    isBorder(source.text.slice(0, start), 'end') || isBorder(source.text.slice(start, end), 'start'),
    isBorder(source.text.slice(end), 'start') || isBorder(source.text.slice(start, end), 'end'),
  ]
  let best: readonly [number, number] = [0, 0]
  let most = -Infinity
  for (let first = 0; first < scores.length; first += 1) {
    let sum = 0
    for (let last = first; last < scores.length; last += 1) {
      sum += scores[last] ?? 0
      const length = (target.units[last]?.end ?? 0) - (target.units[first]?.start ?? 0)
      const fit = Math.log((length + 4) / (expected + 4)) ** 2
      const within = (borders[last] ?? 0) - (borders[first] ?? 0)
      let worth = sum - LENGTH_COST * fit - BORDER_COST * Math.abs(within - selectionBorders)
      if (opens && (first === 0 || (borders[first] ?? 0) > (borders[first - 1] ?? 0))) worth += BORDER_WORTH
      if (closes && (borders[last + 1] ?? 0) > (borders[last] ?? 0)) worth += BORDER_WORTH
      if (worth <= most) continue
      most = worth
      best = [first, last]
    }
  }
  return best
}

/** How many clause borders stand before each unit; one place more than there are units. */
function bordersBefore({ text, units }: ReadRun): number[] {
  let [count, from] = [0, 0]
  const before = units.map(({ start, end }) => {
    if (start > from) count += Math.min(1, countBorders(text.slice(from, start)))
    from = Math.max(from, end)
    return count
  })
  return [...before, count + Math.min(1, countBorders(`${text.slice(from)}\n`))]
}

/** Runs of border signs; a comma inside a figure is none. */
function countBorders(text: string): number {
  return [
    ...text.matchAll(
      /(?<!\d)[，。；：！？、,.;:!?…—–()（）“”"「」『』《》〈〉\n][，。；：！？、,.;:!?…—–()（）“”"「」『』《》〈〉\s]*/gu,
    ),
  ].length
}

/** Whether the text is empty or has a border sign at that end. */
function isBorder(text: string, at: 'start' | 'end'): boolean {
  const trimmed = text.trim()
  return (
    trimmed === '' || BORDER.test(at === 'start' ? trimmed.charAt(0) : trimmed.charAt(trimmed.length - 1))
  )
}

function furthestEnd({ units }: ReadRun, first: number, last: number): number {
  return Math.max(...units.slice(first, last + 1).map(({ end }) => end))
}

/** The share of the units at these places that is linked; a unit in general use counts less. */
function coveredShare({ units }: ReadRun, places: readonly number[], linked: ReadonlySet<number>): number {
  let [all, covered] = [0, 0]
  for (const place of places) {
    const rarity = -Math.log((units[place]?.share ?? 0) + 1e-5)
    all += rarity
    if (linked.has(place)) covered += rarity
  }
  return all === 0 ? 0 : covered / all
}
