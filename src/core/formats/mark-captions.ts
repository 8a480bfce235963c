import { isCaption } from './caption-line.ts'
import { creditKind } from './credit-line.ts'
import type { DraftBlock, Reading } from './reading.ts'

/**
 * A photo's caption before its credit is one sentence of at most so many UTF-16 code units. Latin
 * letters say less than as many Han characters.
 */
const LONGEST_CREDITED_CAPTION = { han: 100, letters: 160 }

const HAN = /\p{Script=Han}/u

function isOneSentence(text: string): boolean {
  const withoutEnd = text.replace(/[。.！!？?]$/u, '')
  return !/[。！？]|[.!?]\s/u.test(withoutEnd)
}

function mayBeCaption(block: DraftBlock | undefined): block is DraftBlock {
  return (
    block !== undefined &&
    block.kind === 'paragraph' &&
    block.text.length <= LONGEST_CREDITED_CAPTION[HAN.test(block.text) ? 'han' : 'letters'] &&
    isOneSentence(block.text)
  )
}

/**
 * Gives paragraphs that are captions or credits these kinds. A caption is known by its own words, or by
 * standing directly before a photographer's credit.
 */
export function markCaptions(reading: Reading): void {
  for (const [index, block] of reading.blocks.entries()) {
    if (block.kind !== 'paragraph') continue
    const credit = creditKind(block.text)
    if (credit === null) {
      if (isCaption(block.text)) block.kind = 'caption'
      continue
    }
    block.kind = 'credit'
    const before = reading.blocks[index - 1]
    if (credit === 'photo' && mayBeCaption(before)) before.kind = 'caption'
  }
}
