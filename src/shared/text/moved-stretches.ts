import { foldUnits } from './fold-units.ts'
import type { LineMatch } from './match-segments.ts'
import { risingChain } from './rising-chain.ts'

/** Lines and what became of them, as `matchLines` says it. */
export interface MatchedLines {
  readonly before: readonly string[]
  readonly after: readonly string[]
  readonly matches: readonly (LineMatch | null)[]
}

/** So many lines that were not found again may stand between two that were moved together. */
const LONGEST_GAP = 4

/** Text is compared by pieces of so many code units. */
const PIECE = 4

/** The share of a line's pieces that must stand in what it is taken together with. */
const CONTAINED = 0.4

interface Stretch {
  readonly old: Range
  readonly new: Range
  /** It stands in order with the lines that stayed: it was not moved after all. */
  stays: boolean
}

/** Lines by their numbers, half-open. */
interface Range {
  start: number
  end: number
}

/**
 * Lines that were moved together made one line: also those between them that were edited too much to be found, and
 * those that were joined with them or divided from them. So places in them are carried with all that is around.
 */
export function joinMovedLines(lines: MatchedLines): MatchedLines {
  if (!lines.matches.some((match) => match?.kinship === 'moved')) return lines
  return joined(lines, inOrder(lines, new Grower(lines).stretches()))
}

class Grower {
  readonly #before: readonly string[]
  readonly #after: readonly string[]
  readonly #matches: MatchedLines['matches']
  readonly #taken: { readonly old: Set<number>; readonly new: Set<number> }

  constructor({ before, after, matches }: MatchedLines) {
    this.#before = before
    this.#after = after
    this.#matches = matches
    this.#taken = {
      old: new Set(matches.flatMap((match) => (match === null ? [] : [match.old]))),
      new: new Set(matches.flatMap((match, line) => (match === null ? [] : [line]))),
    }
  }

  stretches(): Stretch[] {
    const stretches: Stretch[] = []
    for (const [line, match] of this.#matches.entries()) {
      if (match?.kinship !== 'moved') continue
      const last = stretches.at(-1)
      if (last !== undefined && this.#isFollowedBy(last, match.old, line)) {
        this.#take('old', last.old.end, match.old)
        this.#take('new', last.new.end, line)
        last.old.end = match.old + 1
        last.new.end = line + 1
      } else
        stretches.push({
          old: { start: match.old, end: match.old + 1 },
          new: { start: line, end: line + 1 },
          stays: false,
        })
    }
    for (const stretch of stretches) while (this.#grow(stretch, 1) || this.#grow(stretch, -1));
    return stretches
  }

  #isFollowedBy(stretch: Stretch, old: number, fresh: number): boolean {
    const isFree = (side: 'old' | 'new', from: number, to: number): boolean => {
      if (to < from || to - from > LONGEST_GAP) return false
      for (let line = from; line < to; line += 1) if (this.#taken[side].has(line)) return false
      return true
    }
    return isFree('old', stretch.old.end, old) && isFree('new', stretch.new.end, fresh)
  }

  #take(side: 'old' | 'new', from: number, to: number): void {
    for (let line = from; line < to; line += 1) this.#taken[side].add(line)
  }

  /** Takes the next line on either side, or on one, if it is from there. */
  #grow(stretch: Stretch, way: 1 | -1): boolean {
    const edge = ({ start, end }: Range): number => (way === 1 ? end - 1 : start)
    const [old, fresh] = [edge(stretch.old), edge(stretch.new)]
    const [nextOld, nextNew] = [this.#free('old', old + way), this.#free('new', fresh + way)]
    if (
      nextOld !== null &&
      nextNew !== null &&
      isContained(nextOld, nextNew) &&
      isContained(nextNew, nextOld)
    ) {
      this.#add('old', stretch.old, way)
      this.#add('new', stretch.new, way)
    } else if (nextOld !== null && isContained(nextOld, this.#after[fresh] ?? ''))
      this.#add('old', stretch.old, way)
    else if (nextNew !== null && isContained(nextNew, this.#before[old] ?? ''))
      this.#add('new', stretch.new, way)
    else return false
    return true
  }

  #free(side: 'old' | 'new', line: number): string | null {
    if (this.#taken[side].has(line)) return null
    return (side === 'old' ? this.#before : this.#after)[line] ?? null
  }

  #add(side: 'old' | 'new', range: Range, way: 1 | -1): void {
    if (way === 1) range.end += 1
    else range.start -= 1
    this.#taken[side].add(way === 1 ? range.end - 1 : range.start)
  }
}

/** Says of stretches that stand in order with all that stayed that they stay too, as many as can. */
function inOrder({ before, matches }: MatchedLines, stretches: readonly Stretch[]): readonly Stretch[] {
  const stays = matches.map((match) => (match === null || match.kinship === 'moved' ? null : match.old))
  const [last, next]: [number[], number[]] = [[], []]
  for (let line = 0, seen = -1; line <= stays.length; line += 1) {
    last.push(seen)
    seen = Math.max(seen, stays[line] ?? -1)
  }
  for (let line = stays.length, seen = before.length; line >= 0; line -= 1) {
    seen = Math.min(seen, stays[line] ?? before.length)
    next[line] = seen
  }
  const places = stretches.map(({ old, new: fresh }) => {
    const isBetween = (last[fresh.start] ?? -1) < old.start && old.end <= (next[fresh.end] ?? before.length)
    return isBetween ? old.start : null
  })
  for (const place of risingChain(places)) {
    const stretch = stretches[place]
    if (stretch !== undefined) stretch.stays = true
  }
  return stretches
}

/** Whether much of a line stands in another one. */
function isContained(line: string, other: string): boolean {
  const [one, all] = [foldUnits(line).trim(), foldUnits(other)]
  if (one.length < PIECE) return one !== '' && all.includes(one)
  let found = 0
  const count = one.length - PIECE + 1
  for (let offset = 0; offset < count; offset += 1)
    if (all.includes(one.slice(offset, offset + PIECE))) found += 1
  return found >= CONTAINED * count
}

function joined({ before, after, matches }: MatchedLines, stretches: readonly Stretch[]): MatchedLines {
  const old = join(
    before,
    stretches.map((stretch) => stretch.old),
  )
  const fresh = join(
    after,
    stretches.map((stretch) => stretch.new),
  )
  const staying = new Set<number>()
  for (const { new: range, stays } of stretches)
    if (stays) for (let line = range.start; line < range.end; line += 1) staying.add(line)
  const found = Array.from({ length: fresh.lines.length }, (): LineMatch | null => null)
  for (const [line, match] of matches.entries()) {
    const to = fresh.numbers[line] ?? 0
    if (match === null) continue
    found[to] = { kinship: staying.has(line) ? 'similar' : match.kinship, old: old.numbers[match.old] ?? 0 }
  }
  return { before: old.lines, after: fresh.lines, matches: found }
}

/** The lines with those of each range made one, and for each line the number of the one it is now in. */
function join(
  lines: readonly string[],
  ranges: readonly Range[],
): { readonly lines: string[]; readonly numbers: number[] } {
  const inside = new Set<number>()
  for (const { start, end } of ranges) for (let line = start + 1; line < end; line += 1) inside.add(line)
  const [all, numbers]: [string[], number[]] = [[], []]
  for (const [number, line] of lines.entries()) {
    if (inside.has(number)) all[all.length - 1] += line
    else all.push(line)
    numbers.push(all.length - 1)
  }
  return { lines: all, numbers }
}
