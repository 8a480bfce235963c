import { findTitleLine } from './find-title.ts'
import { divideSource } from './normalise-source.ts'
import { addFinding, bestFinding, draftBlock, type Reading } from './reading.ts'
import { understand } from './understand.ts'

/**
 * Plain text → blocks and what is understood of them. Every block but the header line's title is one
 * paragraph of `normaliseSource(text)`, unchanged and in order.
 *
 * @param text as `decodeBytes` gives it
 */
export function readPlainText(text: string): Reading {
  const { header, paragraphs } = divideSource(text)
  const reading: Reading = {
    blocks: paragraphs.map((paragraph) => draftBlock('paragraph', paragraph)),
    speakers: [],
    findings: [],
  }
  if (header !== null) {
    addFinding(reading, 'date', header.date, 'header-line', 0.95)
    if (header.place !== null) {
      const { name, known } = header.place
      addFinding(reading, 'place', name, known ? 'header-place' : 'header-place-guess', known ? 0.95 : 0.5)
    }
    if (header.title !== null) {
      addFinding(reading, 'title', header.title, 'header-line', 0.95)
      reading.blocks.unshift(draftBlock('title', header.title))
    }
  }
  // A header that holds only a place may be followed by the headline, or have lost it.
  if (bestFinding(reading, 'title') === null) findTitleLine(reading)
  understand(reading, true)
  return reading
}
