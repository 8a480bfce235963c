/**
 * The places of a longest run of values that rise (Fredman 1975): of `null`s nothing is chosen. With `equal`, the same
 * value may come again. Takes n log n steps.
 */
export function risingChain(values: readonly (number | null)[], equal = false): number[] {
  const tails: number[] = []
  const previous = new Int32Array(values.length).fill(-1)
  for (const [place, value] of values.entries()) {
    if (value === null) continue
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      const tail = values[tails[middle] ?? 0] ?? 0
      if (tail < value || (equal && tail === value)) low = middle + 1
      else high = middle
    }
    previous[place] = low === 0 ? -1 : (tails[low - 1] ?? -1)
    tails[low] = place
  }
  const chain: number[] = []
  for (let place = tails.at(-1) ?? -1; place >= 0; place = previous[place] ?? -1) chain.push(place)
  return chain.toReversed()
}
