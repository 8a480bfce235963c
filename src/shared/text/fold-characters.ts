/** Signs that stand for one another; NFKC alone keeps them apart. Written as: what it becomes, then what becomes it. */
const UNIFIED: readonly (readonly [into: string, from: string])[] = [
  ['"', '“”„‟«»〝〞〟「」『』'],
  ["'", '‘’‚‛‹›`´′'],
  ['-', '‐‑‒–—―−─━⸺⸻'],
  ['~', '〜∼'],
  // The point between the parts of a foreign name, which every keyboard writes differently.
  ['·', '・‧•⋅'],
  ['σ', 'ς'],
  // Invisible: soft hyphen, zero-width space, word joiner, byte order mark, the choice of text or emoji form.
  ['', '\u00ad\u200b\u2060\ufeff\ufe0e\ufe0f'],
]

const UNIFIED_BY_SIGN = new Map<string, string>()
for (const [into, from] of UNIFIED) for (const sign of from) UNIFIED_BY_SIGN.set(sign, into)

const NOT_ASKED = 0
const MANY = 0xffff
const memo = new Uint16Array(0x10000)

/** What `foldUnit` answers when a code unit becomes nothing, several units, or needs its neighbours. */
export const FOLDS_TO_MANY = -1

/**
 * The one code unit that a lone code unit folds to, or `FOLDS_TO_MANY`. Remembered, because a text asks the
 * same few thousand questions a million times.
 */
export function foldUnit(unit: number): number {
  let known = memo[unit] ?? MANY
  if (known === NOT_ASKED) {
    const folded = foldCharacters(String.fromCharCode(unit))
    const isSurrogate = unit >= 0xd800 && unit <= 0xdfff
    known = folded.length === 1 && !isSurrogate && unit !== 0 ? folded.charCodeAt(0) : MANY
    memo[unit] = known
  }
  return known === MANY ? FOLDS_TO_MANY : known
}

/**
 * A short string in the form texts are compared in: NFKC (Unicode UAX #15), lower case, quotes, dashes and
 * middle dots unified, white space as plain spaces, invisible characters dropped. Runs are the caller's.
 */
export function foldCharacters(text: string): string {
  let folded = ''
  for (const character of unifySigns(text).normalize('NFKC').toLowerCase().normalize('NFKC')) {
    const sign = UNIFIED_BY_SIGN.get(character) ?? character
    folded += /\s/u.test(sign) ? ' ' : sign
  }
  return folded
}

/** Before NFKC, which would tear a spacing accent (´) into a space and a combining mark. */
function unifySigns(text: string): string {
  let unified = ''
  for (const character of text) unified += UNIFIED_BY_SIGN.get(character) ?? character
  return unified
}
