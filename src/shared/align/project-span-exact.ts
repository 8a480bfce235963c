import type { LinkReason } from '../domain/link.ts'
import type { TextRange } from '../text/graphemes.ts'
import type { Unit } from './passage-evidence.ts'
import type { PlaceLink } from './passage-evidence-links.ts'
import type { ReadRun, SharedName } from './passage-evidence-sides.ts'
import { kindOf } from './suggest-links-reasons.ts'

export interface ExactInput {
  readonly source: ReadRun
  readonly target: ReadRun
  readonly start: number
  readonly end: number
  /** Which of the source's units are in the selection. */
  readonly inside: readonly boolean[]
  readonly links: readonly PlaceLink[]
  readonly names: readonly SharedName[]
}

export interface ExactSpan {
  readonly range: TextRange
  readonly reasons: readonly LinkReason[]
}

/** What of the selection is the same on both sides, with every place where the other side has it. */
interface Item {
  readonly own: TextRange
  readonly options: readonly TextRange[]
  readonly kind: LinkReason['kind']
}

const FIGURES = new Set<Unit['kind']>(['number', 'date'])
/** What may stand in a selection beside its units. */
const BETWEEN = /^[\p{P}\p{Z}\s的]*$/u
const BESIDE = /^[\s-]*$/u

/**
 * Where the span as a whole is made of figures, names, terms and Latin words that both sides have, and of
 * measure words behind figures: exactly what the other side has of them, no word more. Null where it is not.
 */
export function exactSpan(input: ExactInput): ExactSpan | null {
  const { source, target, start, end, inside, names } = input
  const units = source.units.filter((_, place) => inside[place] === true)
  const whole = coveredBy(units, { start, end })
  if (whole === null) return null
  const name = names.find(({ left }) => isSame(left, whole))
  if (name !== undefined) {
    return { range: name.right, reasons: [reasonOf('name', source, target, name.left, name.right)] }
  }
  const read = readItems(input)
  if (read === null) return null
  const chosen = nearest(read.items, source, target)
  if (chosen === null) return null
  const range = withMeasures(hullOf(chosen), read.measures, input)
  if (range === null || hasStranger(target, chosen)) return null
  return {
    range,
    reasons: read.items.map(({ kind, own }, index) =>
      reasonOf(kind, source, target, own, chosen[index] ?? range),
    ),
  }
}

/** The stretch of the units, if beside them the selection has only signs; and all of them, whole. */
function coveredBy(units: readonly Unit[], { start, end }: TextRange): TextRange | null {
  if (units.length === 0) return null
  const whole = hullOf(units)
  return whole.start >= start && whole.end <= end ? whole : null
}

interface Read {
  readonly items: readonly Item[]
  readonly measures: readonly number[]
}

function readItems({ source, target, start, end, inside, names }: ExactInput): Read | null {
  const items: Item[] = []
  const measures: number[] = []
  let readUpTo = start
  // A term before the words in it.
  const placed = [...source.units.entries()].toSorted(
    ([, one], [, other]) => one.start - other.start || other.end - one.end,
  )
  for (const [place, unit] of placed) {
    if (inside[place] !== true || unit.end <= readUpTo) continue
    if (!BETWEEN.test(source.text.slice(readUpTo, unit.start))) return null
    const name = names.find(({ left }) => left.start <= unit.start && unit.end <= left.end && left.end <= end)
    const previous = source.units[place - 1]
    const own = name === undefined ? unit : name.left
    readUpTo = own.end
    if (name !== undefined) items.push({ own, options: [name.right], kind: 'name' })
    else if (unit.kind === 'han') {
      if (previous === undefined || !FIGURES.has(previous.kind) || previous.end !== unit.start) return null
      measures.push(place)
    } else {
      const same = target.units.filter((other) => isExact(unit, other))
      const [first] = same
      if (first === undefined) return null
      items.push({ own, options: same, kind: kindOf(unit, first) })
    }
  }
  return items.length > 0 && BETWEEN.test(source.text.slice(readUpTo, end)) ? { items, measures } : null
}

/** Of all places the other side has, those that stand together, near the same relative place. */
function nearest(items: readonly Item[], source: ReadRun, target: ReadRun): TextRange[] | null {
  const [first] = items
  if (first === undefined) return null
  const expected = (first.own.start / Math.max(1, source.text.length)) * target.text.length
  let best: TextRange[] | null = null
  let least = Infinity
  for (const anchor of first.options) {
    const chosen: TextRange[] = []
    for (const { options } of items) {
      const free = options.filter((option) => !chosen.some((other) => isSame(option, other)))
      const [closest] = (chosen.length === 0 ? [anchor] : free).toSorted(
        (one, other) => apart(one, anchor) - apart(other, anchor),
      )
      if (closest !== undefined) chosen.push(closest)
    }
    if (chosen.length < items.length) continue
    const { start, end } = hullOf(chosen)
    const cost = end - start + 0.5 * Math.abs(start - expected)
    if (cost >= least) continue
    least = cost
    best = chosen
  }
  return best
}

/** With the words that render the measure words, where they stand beside; null where a longer one is not there. */
function withMeasures(range: TextRange, measures: readonly number[], input: ExactInput): TextRange | null {
  const { source, target, links } = input
  let wide = range
  for (const place of measures) {
    const rendered = links
      .filter(({ left }) => left === place)
      .flatMap(({ right }) => target.units[right] ?? [])
      .find(
        (unit) =>
          (BESIDE.test(target.text.slice(wide.end, unit.start)) && unit.start >= wide.end) ||
          (BESIDE.test(target.text.slice(unit.end, wide.start)) && unit.end <= wide.start),
      )
    if (rendered !== undefined) wide = hullOf([wide, rendered])
    else if ((source.units[place]?.key.length ?? 0) > 1) return null
  }
  return wide
}

/** Whether something stands among what was chosen that the selection knows nothing of. */
function hasStranger({ units }: ReadRun, chosen: readonly TextRange[]): boolean {
  const hull = hullOf(chosen)
  return units.some(
    (unit) =>
      unit.start >= hull.start &&
      unit.end <= hull.end &&
      !chosen.some((other) => unit.start < other.end && other.start < unit.end),
  )
}

/** The same figure, term or Latin word. A year may be taken for a number on one side. */
function isExact(one: Unit, other: Unit): boolean {
  if (one.key !== other.key) return false
  return (FIGURES.has(one.kind) && FIGURES.has(other.kind)) || (one.kind === other.kind && one.kind !== 'han')
}

function reasonOf(
  kind: LinkReason['kind'],
  source: ReadRun,
  target: ReadRun,
  one: TextRange,
  other: TextRange,
): LinkReason {
  return {
    kind,
    from: source.text.slice(one.start, one.end),
    to: target.text.slice(other.start, other.end),
  }
}

function hullOf(ranges: readonly TextRange[]): TextRange {
  return {
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
  }
}

const apart = (one: TextRange, other: TextRange): number => Math.abs(one.start - other.start)

const isSame = (one: TextRange, other: TextRange): boolean =>
  one.start === other.start && one.end === other.end
