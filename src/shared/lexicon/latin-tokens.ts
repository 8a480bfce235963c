/** A word in Latin letters as it may stand in a text of either language. Offsets in UTF-16 code units, half-open. */
export interface LatinToken {
  /** What both sides compare: lower case, no dots, no hyphens (`COVID-19` → `covid19`, `U.S.` → `us`). */
  readonly key: string
  readonly start: number
  readonly end: number
}

const LETTER = 'A-Za-zÀ-ÖØ-öø-ɏＡ-Ｚａ-ｚ'
const DIGIT = '0-9０-９'
const TOKEN = new RegExp(
  `(?<![${LETTER}${DIGIT}])(?:` +
    // `U.S.`, `A.I.`
    `[A-Z](?:\\.[A-Z])+(?![${LETTER}])\\.?` +
    // `COVID-19`, `F-16`, `e-mail`: hyphened where a part is a number or a single letter.
    `|[${LETTER}]-[${LETTER}${DIGIT}]+` +
    `|[${LETTER}][${LETTER}${DIGIT}]*-[${DIGIT}]+(?![${LETTER}])` +
    `|[${DIGIT}]*[${LETTER}][${LETTER}${DIGIT}]*)`,
  'gu',
)

/**
 * The words in Latin letters of a Chinese text (`GDP`, `WTO`, `COVID-19`, full width too). The same call on the
 * English text gives tokens with the same keys; there it gives every word, so ask for equality only.
 */
export function findLatinTokens(text: string): LatinToken[] {
  return [...text.matchAll(TOKEN)].map((match) => {
    const [token] = match
    return { key: keyOf(token), start: match.index, end: match.index + token.length }
  })
}

function keyOf(token: string): string {
  return token
    .normalize('NFKD')
    .replaceAll(/[\p{M}.-]/gu, '')
    .toLowerCase()
}
