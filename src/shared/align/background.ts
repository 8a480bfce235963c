/** A document's own counts are smoothed by general frequencies as if it had this many further words. */
const GENERAL_WORTH = 3000

/**
 * How likely each type is at any place, whatever stands on the other side:
 * p(w) = (c + ½ + 3000·f) / (N + 3000 + ½V), c and N the document's counts, f the general frequency; without
 * general frequencies the document's counts alone.
 */
export function backgroundFrequencies(counts: Float64Array, general: Float32Array | null): Float32Array {
  let total = 0
  for (const count of counts) total += count
  const worth = general === null ? 0 : GENERAL_WORTH
  const divisor = total + worth + counts.length / 2
  return Float32Array.from(counts, (count, type) => (count + 0.5 + worth * (general?.[type] ?? 0)) / divisor)
}
