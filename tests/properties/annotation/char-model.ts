import type { Side } from '../../../src/shared/domain/article.ts'

/**
 * The plain model: texts whose every character is another one, so that what became of each is never in question. Full
 * stops and white space are left out of it; how the text is cut into sentences and paragraphs is the library's matter.
 */
export type Characters = readonly string[]

/** A highlight's span as the model sees it. */
export interface ModelSpan {
  readonly side: Side
  /** From the first to the last surviving character that was selected, with all that stands between. */
  readonly covered: Characters
  /** What it covered last before nothing of it was left. */
  readonly quoted: Characters
  /** Characters put there by a replacement across an edge: nobody can say whether they belong to it. */
  readonly doubtful: ReadonlySet<string>
  /** Something has touched it or its surroundings: it may be `moved` or `lost`. */
  readonly touched: boolean
  /** Its characters stand apart from each other, or in another order: no place is the right one. */
  readonly scattered: boolean
}

export interface ModelHighlight {
  readonly primary: ModelSpan
  readonly mirror: ModelSpan | null
  readonly tags: ReadonlySet<string>
}

export interface ModelState {
  readonly texts: Readonly<Record<Side, Characters>>
  readonly highlights: ReadonlyMap<string, ModelHighlight>
}

/** What stands in a text between full stops and white space. */
export function charactersIn(text: string): string[] {
  return Array.from(text).filter((character) => !/[。\s]/u.test(character))
}

/** An endless supply of characters, no two alike; every ninth lies outside the Basic Multilingual Plane. */
export function freshCharacters(): (count: number) => string[] {
  let next = 0
  return (count) =>
    Array.from({ length: count }, () => {
      next += 1
      return String.fromCodePoint(next % 9 === 0 ? 0x20000 + next : 0x4e00 + next)
    })
}

export function newSpan(side: Side, covered: Characters): ModelSpan {
  return { side, covered, quoted: covered, doubtful: new Set(), touched: false, scattered: false }
}

/** What stands from one character to another, both included. */
export function between(text: Characters, first: string, last: string): string[] {
  return text.slice(text.indexOf(first), text.indexOf(last) + 1)
}

/**
 * What becomes of a span when its text becomes another one. `isWhole`: the whole text was brought in anew, with no
 * word about what was done to it, so that anything in it may have to be looked at.
 */
export function carrySpan(
  span: ModelSpan,
  after: Characters,
  isWhole: boolean,
  before: Characters,
): ModelSpan {
  const [there, was] = [new Set(after), new Set(before)]
  const own = new Set(span.covered)
  const kept = span.covered.filter((character) => there.has(character))
  const [first, last] = [kept[0], kept.at(-1)]
  const edges = [span.covered[0] ?? '', span.covered.at(-1) ?? '', ...span.doubtful]
  const lostEdge = edges.some((character) => was.has(character) && !there.has(character))
  const added = after.filter((character) => !was.has(character))
  const doubtful = lostEdge && added.length > 0 ? new Set([...span.doubtful, ...added]) : span.doubtful
  const touched = span.touched || isWhole || kept.length < span.covered.length
  if (first === undefined || last === undefined) {
    return { ...span, covered: [], doubtful, touched }
  }
  const covered = between(after, first, last)
  const order = covered.filter((character) => own.has(character))
  const hasStrangers = covered.some((character) => !own.has(character) && was.has(character))
  const scattered = span.scattered || hasStrangers || order.join('') !== kept.join('')
  return { ...span, covered, quoted: covered, doubtful, touched, scattered }
}

/** The characters of a span without those at its ends that may be its own or not. */
export function withoutDoubtfulEnds(characters: Characters, doubtful: ReadonlySet<string>): string {
  let [start, end] = [0, characters.length]
  while (start < end && doubtful.has(characters[start] ?? '')) start += 1
  while (end > start && doubtful.has(characters[end - 1] ?? '')) end -= 1
  return characters.slice(start, end).join('')
}

/** The state after a text became another one. */
export function changeText(state: ModelState, side: Side, after: Characters, isWhole: boolean): ModelState {
  const carry = (span: ModelSpan): ModelSpan =>
    span.side === side ? carrySpan(span, after, isWhole, state.texts[side]) : span
  return {
    texts: { ...state.texts, [side]: after },
    highlights: new Map(
      [...state.highlights].map(([id, { primary, mirror, tags }]) => [
        id,
        { primary: carry(primary), mirror: mirror === null ? null : carry(mirror), tags },
      ]),
    ),
  }
}

export function withHighlight(state: ModelState, id: string, highlight: ModelHighlight | null): ModelState {
  const highlights = new Map(state.highlights)
  if (highlight === null) highlights.delete(id)
  else highlights.set(id, highlight)
  return { ...state, highlights }
}
