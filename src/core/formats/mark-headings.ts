import { isBareHeadingShaped, numberedHeadingLevel } from './heading-shape.ts'
import type { DraftBlock, Reading } from './reading.ts'
import { endsSentence } from './text-shape.ts'

function isBody(block: DraftBlock | undefined): boolean {
  if (block === undefined) return false
  // What follows a heading is a sentence or the caption of a picture, not a second line of the same kind:
  // otherwise every line of a poem or a list would be a heading.
  return block.kind === 'caption' || (block.kind === 'paragraph' && endsSentence(block.text))
}

/** A paragraph cut at a column's end shows that what follows may be the rest of another one. */
function isWhole(block: DraftBlock | undefined): boolean {
  return block === undefined || block.kind !== 'paragraph' || endsSentence(block.text)
}

/**
 * Gives short lines between paragraphs the kind `heading`: numbered ones, and those that have a heading's
 * shape, stand after a whole paragraph and before a body. For plain text only: other formats say what a
 * heading is.
 */
export function markHeadings(reading: Reading): void {
  const { blocks } = reading
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'paragraph') continue
    const next = blocks[index + 1]
    if (next === undefined) continue
    const level = numberedHeadingLevel(block.text)
    if (level !== null) {
      block.kind = 'heading'
      block.level = level
    } else if (isBareHeadingShaped(block.text) && isBody(next) && isWhole(blocks[index - 1])) {
      block.kind = 'heading'
      block.level = 1
    }
  }
}
