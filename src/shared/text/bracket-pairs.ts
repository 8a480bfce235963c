/** A matched pair of brackets or quotes: the offsets (UTF-16 code units) of its opener and its closer. */
export interface BracketPair {
  readonly open: number
  readonly close: number
}

const OPENER_OF = new Map<string, string>([
  ['》', '《'],
  ['〉', '〈'],
  ['）', '（'],
  ['】', '【'],
  ['〕', '〔'],
  [')', '('],
  [']', '['],
  ['”', '“'],
  ['」', '「'],
  ['』', '『'],
])
const OPENERS = new Set(OPENER_OF.values())

/** Longest content that is still one thing, in code units: a book's title, an aside. */
const GUARDED_LENGTH = new Map<string, number>([
  ['《', 100],
  ['〈', 100],
  ['（', 200],
  ['(', 200],
  ['【', 100],
  ['〔', 100],
  ['[', 100],
])

export interface Brackets {
  /** Stretches no sentence ends in: titles and asides, in order, not overlapping. Half-open. */
  readonly guarded: readonly { readonly start: number; readonly end: number }[]
  /** For the offset of a closer, the offset of its opener. */
  readonly openerOf: ReadonlyMap<number, number>
}

/**
 * Matches brackets and curly quotes in one pass. Each kind is matched by itself, so that a forgotten closer
 * of one kind does not undo the others; what stays open guards nothing.
 */
export function matchBrackets(text: string): Brackets {
  const open = new Map<string, number[]>()
  for (const opener of OPENERS) open.set(opener, [])
  const openerOf = new Map<number, number>()
  const guarded: BracketPair[] = []
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text.charAt(offset)
    if (OPENERS.has(character)) {
      open.get(character)?.push(offset)
      continue
    }
    const opener = OPENER_OF.get(character)
    if (opener === undefined) continue
    const start = open.get(opener)?.pop()
    if (start === undefined) continue
    openerOf.set(offset, start)
    if (offset - start <= (GUARDED_LENGTH.get(opener) ?? 0)) guarded.push({ open: start, close: offset })
  }
  return { guarded: mergePairs(guarded), openerOf }
}

function mergePairs(pairs: BracketPair[]): { start: number; end: number }[] {
  const merged: { start: number; end: number }[] = []
  for (const pair of pairs.toSorted((a, b) => a.open - b.open)) {
    const last = merged.at(-1)
    if (last === undefined || pair.open >= last.end) merged.push({ start: pair.open, end: pair.close })
    else if (pair.close > last.end) last.end = pair.close
  }
  return merged
}
