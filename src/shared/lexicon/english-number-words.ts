import { rounded } from './number-mention.ts'

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const ORDINAL_UNITS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const SCALES: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 }

interface Part {
  readonly value: number
  readonly isOrdinal: boolean
}

const PARTS = new Map<string, Part>()
UNITS.forEach((word, value) => PARTS.set(word, { value, isOrdinal: false }))
ORDINAL_UNITS.forEach((word, value) => PARTS.set(word, { value, isOrdinal: true }))
TENS.forEach((word, index) => {
  PARTS.set(word, { value: (index + 2) * 10, isOrdinal: false })
  PARTS.set(word.replace(/y$/u, 'ieth'), { value: (index + 2) * 10, isOrdinal: true })
})

/** What can stand below a fraction's line, as it is written for one and for several. */
const DENOMINATORS = new Map<string, number>([
  ['half', 2],
  ['halves', 2],
  ['quarter', 4],
  ['quarters', 4],
])
ORDINAL_UNITS.forEach((word, value) => {
  if (value < 3) return
  DENOMINATORS.set(word, value)
  DENOMINATORS.set(`${word}s`, value)
})

/** A number in words: its value, or the two numbers of a fraction. */
export interface NumberWords {
  readonly value: number
  readonly denominator: number | null
  readonly isOrdinal: boolean
  /** The token after it. */
  readonly next: number
}

/** Tokens in lower case, hyphens as tokens of their own. */
type Tokens = readonly { readonly text: string }[]

/**
 * Reads a number in English words from a token on: `twenty-three`, `two hundred and five`, `a million`, `two and
 * a half billion`, `nineteen forty-nine`, `one third`. Null when none begins there.
 */
export function readNumberWords(tokens: Tokens, at: number): NumberWords | null {
  return readHalf(tokens, at) ?? readFraction(tokens, at) ?? readYear(tokens, at) ?? readCount(tokens, at)
}

/** `half a million`, `half`. */
function readHalf(tokens: Tokens, at: number): NumberWords | null {
  if (textAt(tokens, at) !== 'half') return null
  const scale = textAt(tokens, at + 1) === 'a' ? SCALES[textAt(tokens, at + 2)] : undefined
  if (scale !== undefined) return { value: scale / 2, denominator: null, isOrdinal: false, next: at + 3 }
  return { value: 1, denominator: 2, isOrdinal: false, next: at + 1 }
}

/** `two-thirds`, `a quarter of`. With an article it must go on with `of`: a third man is no fraction. */
function readFraction(tokens: Tokens, at: number): NumberWords | null {
  const first = textAt(tokens, at)
  const isArticle = first === 'a'
  const numerator = isArticle ? 1 : PARTS.get(first)
  const value = typeof numerator === 'number' ? numerator : numerator?.value
  if (value === undefined || value < 1 || value > 9) return null
  if (typeof numerator === 'object' && numerator.isOrdinal) return null
  const below = skipHyphen(tokens, at + 1)
  const denominator = DENOMINATORS.get(textAt(tokens, below))
  if (denominator === undefined) return null
  if (isArticle && textAt(tokens, below + 1) !== 'of') return null
  return { value, denominator, isOrdinal: false, next: below + 1 }
}

/** `nineteen forty-nine`. */
function readYear(tokens: Tokens, at: number): NumberWords | null {
  const century = PARTS.get(textAt(tokens, at))
  if (century === undefined || century.isOrdinal || century.value < 11 || century.value > 20) return null
  const rest = readBelowHundred(tokens, at + 1)
  if (rest === null || rest.isOrdinal || rest.value < 10) return null
  return { value: century.value * 100 + rest.value, denominator: null, isOrdinal: false, next: rest.next }
}

function readCount(tokens: Tokens, at: number): NumberWords | null {
  let total = 0
  let next = at
  let lastScale = Infinity
  for (;;) {
    const group = readBelowThousand(tokens, next, total > 0)
    if (group === null) break
    if (group.isOrdinal) return count(total + group.value, true, group.next)
    const [factor, behind] = readAndAHalf(tokens, group.next)
    const scaleAt = skipHyphen(tokens, behind)
    const word = textAt(tokens, scaleAt)
    const scale = SCALES[word] ?? SCALES[word.replace(/th$/u, '')]
    // `two thousand three thousand` is two numbers.
    if (scale !== undefined && scale >= lastScale) return count(total, false, next)
    if (scale === undefined) {
      // `a` and `an` count with a scale behind them only.
      if (group.isArticle) break
      return count(total + group.value + factor, false, behind)
    }
    total += (group.value + factor) * scale
    next = scaleAt + 1
    lastScale = scale
    if (word.endsWith('th')) return count(total, true, next)
  }
  return total > 0 ? count(total, false, next) : null
}

/** ` and a half`, as what it adds and the token behind it. */
function readAndAHalf(tokens: Tokens, at: number): [number, number] {
  const isThere = ['and', 'a', 'half'].every((word, index) => textAt(tokens, at + index) === word)
  return isThere ? [0.5, at + 3] : [0, at]
}

interface Group extends Part {
  readonly next: number
  readonly isArticle: boolean
}

function readBelowThousand(tokens: Tokens, at: number, isContinued: boolean): Group | null {
  const start = isContinued && textAt(tokens, at) === 'and' ? at + 1 : at
  const isArticle = !isContinued && /^an?$/u.test(textAt(tokens, start))
  const hundreds = isArticle
    ? { value: 1, isOrdinal: false, next: start + 1 }
    : readBelowHundred(tokens, start)
  if (hundreds === null || hundreds.isOrdinal) return hundreds === null ? null : { ...hundreds, isArticle }
  const hundredAt = skipHyphen(tokens, hundreds.next)
  if (textAt(tokens, hundredAt) === 'hundredth')
    return { value: hundreds.value * 100, isOrdinal: true, next: hundredAt + 1, isArticle: false }
  if (textAt(tokens, hundredAt) !== 'hundred') return { ...hundreds, isArticle }
  const behind = hundredAt + 1
  const rest = readBelowHundred(tokens, textAt(tokens, behind) === 'and' ? behind + 1 : behind)
  if (rest === null) return { value: hundreds.value * 100, isOrdinal: false, next: behind, isArticle: false }
  return {
    value: hundreds.value * 100 + rest.value,
    isOrdinal: rest.isOrdinal,
    next: rest.next,
    isArticle: false,
  }
}

function readBelowHundred(tokens: Tokens, at: number): (Part & { next: number }) | null {
  const first = PARTS.get(textAt(tokens, at))
  if (first === undefined) return null
  const unitAt = skipHyphen(tokens, at + 1)
  const unit = PARTS.get(textAt(tokens, unitAt))
  const goesOn =
    first.value >= 20 && !first.isOrdinal && unit !== undefined && unit.value >= 1 && unit.value <= 9
  if (!goesOn) return { ...first, next: at + 1 }
  return { value: first.value + unit.value, isOrdinal: unit.isOrdinal, next: unitAt + 1 }
}

function count(value: number, isOrdinal: boolean, next: number): NumberWords {
  return { value: rounded(value), denominator: null, isOrdinal, next }
}

function skipHyphen(tokens: Tokens, at: number): number {
  return textAt(tokens, at) === '-' ? at + 1 : at
}

function textAt(tokens: Tokens, at: number): string {
  return tokens[at]?.text ?? ''
}
