import type { BitextSide } from './bitext-model.ts'
import { gapBetween } from './gap-between.ts'

/** One side of a bead for reading: its text, cut where a block begins. */
export interface BeadParagraphs {
  readonly paragraphs: readonly string[]
  /** Whether a block begins with the first. */
  readonly opensBlock: boolean
}

/** The segments `[from, to)` of a side; no paragraph where there is no segment. */
export function beadParagraphs(
  side: BitextSide,
  [from, to]: readonly [from: number, to: number],
): BeadParagraphs {
  const segments = side.segments.slice(from, to)
  const paragraphs: string[] = []
  for (const { text, opensBlock } of segments) {
    const open = paragraphs.at(-1)
    if (open === undefined || opensBlock) paragraphs.push(text)
    else paragraphs[paragraphs.length - 1] = open + gapBetween(open, text) + text
  }
  return {
    paragraphs: paragraphs.map((text) => text.trimEnd()),
    opensBlock: segments[0]?.opensBlock ?? false,
  }
}
