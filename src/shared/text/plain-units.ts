/**
 * Ranges of UTF-16 code units that never join with each other into one grapheme: letters and signs of the
 * scripts people read here, whole Hangul syllables, Han. Left out: controls, combining marks, conjoining
 * jamo, prepended signs, joiners, surrogates, and scripts whose vowels combine. After UAX #29, table 2.
 */
const PLAIN_RANGES: readonly (readonly [first: number, last: number])[] = [
  [0x0020, 0x007e],
  [0x00a0, 0x00ac],
  [0x00ae, 0x02ff],
  [0x0370, 0x0482],
  [0x048a, 0x058f],
  [0x05d0, 0x05ea],
  [0x0620, 0x064a],
  [0x0e01, 0x0e30],
  [0x2010, 0x2027],
  [0x202f, 0x205f],
  [0x20a0, 0x20bf],
  [0x2100, 0x2bff],
  [0x2e80, 0x2fdf],
  [0x3000, 0x3029],
  [0x3030, 0x3096],
  [0x309b, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xff01, 0xff9d],
  [0xffe0, 0xffe6],
]

const PLAIN = new Uint8Array(0x10000)
for (const [first, last] of PLAIN_RANGES) PLAIN.fill(1, first, last + 1)

/**
 * True for a code unit that always begins a grapheme of its own (save after one of the rare prepended signs)
 * and whose end does not depend on what stands before it. This settles nearly every question about nearly
 * every text without asking `Intl.Segmenter`. `NaN` (what `charCodeAt` gives outside a text) is not plain.
 */
export function isPlainUnit(unit: number): boolean {
  return PLAIN[unit] === 1
}
