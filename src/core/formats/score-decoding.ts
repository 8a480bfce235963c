import { CJK_PUNCTUATION, FREQUENT_HAN } from './frequent-characters.ts'

/** How much a decoded text looks like text. */
export interface Plausibility {
  /** Mean over the characters that count: about 0.5–1.5 for text, below 0 for wrongly decoded bytes. */
  readonly score: number
  /** How many characters counted. */
  readonly weighed: number
  /** How many of them can stand in no text: U+FFFD, unassigned, private use, controls. */
  readonly impossible: number
}

const REPLACED = -8
const UNASSIGNED = -6
const CONTROL = -6
const PRIVATE_USE = -4
const FREQUENT = 2
const PUNCTUATION = 1.5
const RARE_HAN = -0.4
const VERY_RARE_HAN = -1
const OTHER_LETTER = -1

const OTHER_LETTERS = /[\p{L}\p{M}\p{So}\u2500-\u259f]/u
const EMOJI = /\p{Extended_Pictographic}/u
const UNASSIGNED_POINT = /[\p{Cn}]/u

function weight(character: string, codePoint: number): number | null {
  if (codePoint === 0xfffd) return REPLACED
  if (FREQUENT_HAN.has(character)) return FREQUENT
  if (codePoint >= 0x4e00 && codePoint <= 0x9fff) return RARE_HAN
  if (CJK_PUNCTUATION.has(character) || (codePoint >= 0xff01 && codePoint <= 0xff5e)) return PUNCTUATION
  if (codePoint >= 0x80 && codePoint <= 0x9f) return CONTROL
  if ((codePoint >= 0xe000 && codePoint <= 0xf8ff) || codePoint >= 0xf0000) return PRIVATE_USE
  if (UNASSIGNED_POINT.test(character)) return UNASSIGNED
  if (/\p{Script=Han}/u.test(character)) return VERY_RARE_HAN
  if (EMOJI.test(character)) return null
  return OTHER_LETTERS.test(character) ? OTHER_LETTER : null
}

/**
 * Scores a decoded sample by its characters: frequent Han characters and CJK punctuation speak for it;
 * rare Han, other scripts, private-use and unassigned code points, controls and U+FFFD against it.
 *
 * @param asciiSpeaks whether plain ASCII counts in favour. It does for UTF-16, where it must be hit; the
 *   byte encodings all share ASCII, so there it tells nothing
 */
export function scoreDecoding(sample: string, asciiSpeaks: boolean): Plausibility {
  let sum = 0
  let weighed = 0
  let impossible = 0
  for (const character of sample) {
    const codePoint = character.codePointAt(0) ?? 0
    const isBreak = codePoint >= 0x09 && codePoint <= 0x0d
    let value: number | null
    if (codePoint < 0x80) {
      const control = (codePoint < 0x20 && !isBreak) || codePoint === 0x7f
      value = control ? CONTROL : asciiSpeaks ? 1 : null
    } else {
      value = weight(character, codePoint)
    }
    if (value === null) continue
    if (value <= PRIVATE_USE) impossible += 1
    sum += value
    weighed += 1
  }
  return { score: weighed === 0 ? 0 : sum / weighed, weighed, impossible }
}
