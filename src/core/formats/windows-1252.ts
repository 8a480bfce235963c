// Bytes that Windows puts where English has quotation marks, dashes and an ellipsis.
const TYPOGRAPHIC: ReadonlySet<number> = new Set([0x85, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97])

/** Even a short line full of quotation marks and French words has no larger share of such bytes. */
const MOST_HIGH_BYTES = 0.2

function isAsciiLetter(byte: number | undefined): boolean {
  return byte !== undefined && /[A-Za-z]/u.test(String.fromCharCode(byte))
}

function isAccentedLetter(byte: number): boolean {
  // À–ÿ without × ÷ and the Icelandic letters, which in practice mean some other encoding.
  return byte >= 0xc0 && byte < 0xff && ![0xd0, 0xd7, 0xde, 0xf0, 0xf7, 0xfd, 0xfe].includes(byte)
}

/**
 * Whether bytes that are not UTF-8 read as English from Windows: nearly all ASCII, and every other byte
 * is a curly quote, a dash, an ellipsis, or one accented letter within a word.
 */
export function looksWindows1252(bytes: Uint8Array): boolean {
  let high = 0
  for (const [index, byte] of bytes.entries()) {
    if (byte < 0x80) continue
    high += 1
    if (TYPOGRAPHIC.has(byte)) continue
    const within = isAsciiLetter(bytes[index - 1]) || isAsciiLetter(bytes[index + 1])
    // Two high bytes in a row are a Chinese character rather than two accented letters.
    const alone = [bytes[index - 1] ?? 0, bytes[index + 1] ?? 0].every(
      (other) => other < 0x80 || TYPOGRAPHIC.has(other),
    )
    if (!isAccentedLetter(byte) || !within || !alone) return false
  }
  return high > 0 && high <= Math.max(1, bytes.length * MOST_HIGH_BYTES)
}
