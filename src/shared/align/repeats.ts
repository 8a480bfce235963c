/** Shorter segments (*Yes.*) are said again for reasons of their own. UTF-16 code units. */
const LEAST_LENGTH = 12
/** How far back a repetition is looked for, in segments. */
const REACH = 50

/** Marks (by 1) the segments that say again word for word what stood shortly before. */
export function markRepeats(texts: readonly string[]): Uint8Array {
  const marks = new Uint8Array(texts.length)
  const last = new Map<string, number>()
  for (const [index, text] of texts.entries()) {
    const said = text.trim()
    if (said.length < LEAST_LENGTH) continue
    const before = last.get(said)
    if (before !== undefined && index - before <= REACH) marks[index] = 1
    last.set(said, index)
  }
  return marks
}

/** What leaving out a repetition is worth where the other side repeats nothing, in nats. */
const WORTH = 2

/**
 * For a segment of either side: how much likelier than another it is to have no counterpart. A passage that was
 * pasted twice has its counterpart once, with the first copy; a refrain is repeated on both sides.
 */
export function repeatBonus(ours: Uint8Array, theirs: Uint8Array): Float32Array {
  const [here, there] = [count(ours), count(theirs)]
  const worth = here === 0 ? 0 : WORTH * Math.max(0, 1 - there / here)
  return Float32Array.from(ours, (mark) => mark * worth)
}

function count(marks: Uint8Array): number {
  return marks.reduce((sum, mark) => sum + mark, 0)
}
