import type { TextRange } from '../text/graphemes.ts'
import type { PlaceLink } from './passage-evidence-links.ts'
import type { ReadRun } from './passage-evidence-sides.ts'

/** Words that join what is before them to what follows: no name or phrase ends or begins with one by itself. */
const JOINING = new Set('在将于与和是也对从向把被为就都而及由')

/**
 * A chosen span with the capitalised words that stand right beside its own and that nothing else renders
 * (`Eurasian` before `Heartland Media Forum`), as long as words of the selection are without a rendering; and
 * without joining words at its edges that nothing of the selection renders.
 *
 * @param inside which of the source's units are in the selection
 */
export function fitToName(
  source: ReadRun,
  target: ReadRun,
  inside: readonly boolean[],
  { range, matches }: { readonly range: TextRange; readonly matches: readonly PlaceLink[] },
  links: readonly PlaceLink[],
): TextRange {
  const matched = new Set(matches.map(({ right }) => right))
  const explained = new Set(matches.map(({ left }) => left))
  const elsewhere = new Set(links.flatMap(({ left, right }) => (inside[left] === true ? [] : [right])))
  const { units, text } = target
  let first = units.findIndex(({ start, end }) => start >= range.start && end <= range.end)
  let last = units.findLastIndex(({ start, end }) => start >= range.start && end <= range.end)
  if (first < 0) return range
  const isJoining = (place: number): boolean => !matched.has(place) && JOINING.has(units[place]?.key ?? '')
  while (first < last && isJoining(first)) first += 1
  while (first < last && isJoining(last)) last -= 1
  let left = source.units.filter((_, place) => inside[place] === true && !explained.has(place)).length
  const isCapital = (place: number): boolean =>
    /^\p{Lu}/u.test(text.slice(units[place]?.start, units[place]?.end)) && units[place]?.kind === 'word'
  const follows = (one: number, other: number): boolean =>
    text.slice(units[one]?.end, units[other]?.start) === ' ' && isCapital(one) && isCapital(other)
  while (left > 0 && first > 0 && follows(first - 1, first) && !elsewhere.has(first - 1)) {
    first -= 1
    left -= 1
  }
  while (left > 0 && last + 1 < units.length && follows(last, last + 1) && !elsewhere.has(last + 1)) {
    last += 1
    left -= 1
  }
  return {
    start: units[first]?.start ?? range.start,
    end: Math.max(...units.slice(first, last + 1).map(({ end }) => end)),
  }
}
