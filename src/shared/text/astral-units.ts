/** Where units are taken from that stand for a pair of surrogates: the private use area. */
const FIRST = 0xe000
const LAST = 0xf8ff

const PAIRS = /[\ud800-\udbff][\udc00-\udfff]/gu

/**
 * Two texts in which every character is one unit, and the way back. A comparison by units would find that two rare
 * characters share their first half, and cut both. Null where neither text has such characters, or where there are too
 * many different ones (some 6,000) to give each a unit that stands in neither text.
 */
export function oneUnitEach(
  one: string,
  other: string,
): { readonly one: string; readonly other: string; readonly decode: (text: string) => string } | null {
  const pairs = new Set([...(one.match(PAIRS) ?? []), ...(other.match(PAIRS) ?? [])])
  if (pairs.size === 0) return null
  const units = new Map<string, string>()
  const characters = new Map<string, string>()
  let code = FIRST
  for (const pair of pairs) {
    while (code <= LAST && (one + other).includes(String.fromCharCode(code))) code += 1
    if (code > LAST) return null
    const unit = String.fromCharCode(code)
    units.set(pair, unit)
    characters.set(unit, pair)
    code += 1
  }
  const encode = (text: string): string => text.replace(PAIRS, (pair) => units.get(pair) ?? pair)
  return {
    one: encode(one),
    other: encode(other),
    decode: (text) => text.replace(/[\ue000-\uf8ff]/gu, (unit) => characters.get(unit) ?? unit),
  }
}

/** Whether an offset lies between the two halves of a surrogate pair. */
export function cutsPair(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false
  const [before, after] = [text.charCodeAt(offset - 1), text.charCodeAt(offset)]
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}
