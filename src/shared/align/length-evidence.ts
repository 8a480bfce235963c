/** Variance of one side's length per character of the other (Gale & Church 1993, section 4.2.1, rounded). */
const VARIANCE = 6
/** The spread of log ratios of lengths that is still usual between two languages' sentences. */
const RATIO_SPREAD = 0.45
/** Added to lengths before their ratio is taken, so that short sentences are not judged too hard. Characters. */
const RATIO_PADDING = 8

/**
 * How well two lengths fit, `ratio` being the columns' usual characters per character of the rows: 1 when
 * perfectly, then less by the squared deviation of Gale & Church (1993) and the squared log ratio, which judges
 * long sentences by their proportion, both in units of what is usual.
 */
export function lengthFit(rowLength: number, columnLength: number, ratio: number): number {
  const mean = (rowLength + columnLength / ratio) / 2
  if (mean === 0) return 1
  const expected = rowLength * ratio
  const deviation = columnLength - expected
  const logRatio = Math.log((columnLength + RATIO_PADDING) / (expected + RATIO_PADDING)) / RATIO_SPREAD
  return 1 - ((deviation * deviation) / (VARIANCE * ratio * ratio * mean) + logRatio * logRatio) / 4
}

/** Running totals of the segments' lengths in characters, without the white space around them. */
export function runningLengths(texts: readonly string[]): Float64Array {
  const sums = new Float64Array(texts.length + 1)
  for (const [index, text] of texts.entries()) sums[index + 1] = (sums[index] ?? 0) + text.trim().length
  return sums
}
