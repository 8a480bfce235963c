/** What a number is multiplied by when it is written with a word behind it. */
const SCALES: Readonly<Record<string, number>> = {
  百: 1e2,
  千: 1e3,
  万: 1e4,
  萬: 1e4,
  亿: 1e8,
  億: 1e8,
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
}

/** Digits with thousands separators, perhaps a fraction, perhaps a scale; full-width digits are folded before. */
const NUMBER =
  /(\d+(?:,\d{3})*(?:\.\d+)?)\s{0,2}(万亿|[百千万萬亿億]|hundred|thousand|million|billion|trillion)?/gu

/**
 * The numbers a text states in digits, as values: `1.64万` and `16,400` are the same. Numbers in words are
 * not read. A year counts like any number.
 */
export function numbersIn(text: string): number[] {
  const folded = text.normalize('NFKC').toLowerCase()
  return [...folded.matchAll(NUMBER)].map(([, digits = '', scale = '']) => {
    const factor = scale === '万亿' ? 1e12 : (SCALES[scale] ?? 1)
    // Fifteen significant digits are exact in a double; rounding makes 1.64 × 10⁴ equal 16,400.
    return Number((Number(digits.replaceAll(',', '')) * factor).toPrecision(12))
  })
}

/** How many numbers two lists share, each counted as often as it stands on both sides. */
export function sharedNumbers(left: readonly number[], right: readonly number[]): number {
  const rest = [...right]
  let shared = 0
  for (const value of left) {
    const place = rest.indexOf(value)
    if (place < 0) continue
    rest.splice(place, 1)
    shared += 1
  }
  return shared
}
