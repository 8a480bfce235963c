import { edgeAtOrAfter } from '../../../shared/text/graphemes.ts'

/** Marks that end a clause, with closing quotes and spaces that belong to it; in English a space must follow. */
const CLAUSE_END = /(?:[，；：。！？、…—]+|[,;:.!?—–-]+(?=[\s”’"')]))[”’」』）"')]*\s*/gu

/**
 * Where a segment's text may be divided: after each clause, at offsets (UTF-16 code units) strictly inside it.
 */
export function clauseEnds(text: string): number[] {
  const ends: number[] = []
  for (const match of text.matchAll(CLAUSE_END)) {
    const end = edgeAtOrAfter(text, match.index + match[0].length)
    if (end > 0 && end < text.trimEnd().length) ends.push(end)
  }
  return ends
}

/** The clause end nearest to the middle; the middle itself where there is none. */
export function likelySplit(text: string): number {
  const middle = text.trimEnd().length / 2
  const nearest = clauseEnds(text).toSorted((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0]
  return nearest ?? edgeAtOrAfter(text, Math.floor(middle))
}

/** The clause end after or before an offset; null where there is no further one. */
export function nextClauseEnd(text: string, offset: number, direction: 'on' | 'back'): number | null {
  const ends = clauseEnds(text)
  const found = direction === 'on' ? ends.find((end) => end > offset) : ends.findLast((end) => end < offset)
  return found ?? null
}
