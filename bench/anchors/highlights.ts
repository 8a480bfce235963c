import type { Anchor } from '../../src/shared/domain/anchor.ts'
import { indexAnchorText, type AnchorText } from '../../src/shared/text/anchor-text.ts'
import { anchorAt } from '../../src/shared/text/create-anchor.ts'
import type { Draw } from './edits.ts'

/** Words that stand everywhere, so that only their place tells them apart. */
const COMMON_WORDS = ['的', '发展', '我们', '一个', '媒体', 'the', 'of', 'and', 'in', 'media']

const LONGEST = 200

/** Highlights all over a text: words that repeat themselves, short ones, and some of up to 200 characters. */
export function drawHighlights(text: AnchorText, count: number, draw: Draw): Anchor[] {
  const index = indexAnchorText(text)
  const words = COMMON_WORDS.flatMap((word) => occurrences(index.text, word))
  const anchors: Anchor[] = []
  while (anchors.length < count) {
    const kind = draw(4)
    const word = kind === 0 ? words[draw(words.length)] : undefined
    const start = draw(index.text.length)
    const length = kind < 2 ? 2 + draw(8) : 2 + draw(LONGEST - 1)
    const anchor = anchorAt(index, word ?? { start, end: Math.min(index.text.length, start + length) })
    if (anchor !== null && (word !== undefined || anchor.exact.length >= 2)) anchors.push(anchor)
  }
  return anchors
}

function occurrences(text: string, word: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = []
  for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1))
    found.push({ start, end: start + word.length })
  return found
}
