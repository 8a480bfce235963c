import { fractionMention, mention, rounded, type NumberMention } from './number-mention.ts'
import { readNumberWords, type NumberWords } from './english-number-words.ts'

export interface NumberToken {
  /** Lower case; digits without thousands separators. */
  readonly text: string
  readonly start: number
  readonly end: number
  readonly isCapitalised: boolean
}

const TOKEN =
  /(?<digits>(?<!\d)(?:\d{1,3}(?:(?:,|[ \u00a0\u202f]| , )\d{3}){1,6}(?!\d)|\d{1,16}(?!\d))(?:\.\d{1,16})?)(?<suffix>(?:st|nd|rd|th|['’]?s|bn|mn|tn|trn)(?![a-z]))?|(?<word>\p{L}+)|%|[.,$-]/giu

const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  mn: 1e6,
  bn: 1e9,
  tn: 1e12,
  trn: 1e12,
}
const MONTHS: Readonly<Record<string, number>> = {
  january: 1,
  february: 2,
  march: 3,
  april: 4,
  may: 5,
  june: 6,
  july: 7,
  august: 8,
  september: 9,
  october: 10,
  november: 11,
  december: 12,
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sept: 9,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
}
const WEEKDAYS: Readonly<Record<string, number>> = {
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 7,
}
const DECADES: Readonly<Record<string, number>> = {
  twenties: 20,
  thirties: 30,
  forties: 40,
  fifties: 50,
  sixties: 60,
  seventies: 70,
  eighties: 80,
  nineties: 90,
}
/** Months that are ordinary words too want a date around them. */
const AMBIGUOUS_MONTH = new Set(['may', 'march', 'august', 'mar', 'sep', 'jan', 'dec', 'oct'])
const BEFORE_MONTH = new Set(
  'in of on since until till by from to early late mid last next this each every during between and through before after'.split(
    ' ',
  ),
)

/**
 * The numbers, shares and dates in an English text, in digits or words, in the order they stand. A date is one
 * mention for each of its parts. `one` to `ten` in words and numbers inside names (`G20`) are weak.
 */
export function findEnglishNumbers(text: string): NumberMention[] {
  const tokens = readTokens(text)
  const found: NumberMention[] = []
  let at = 0
  while (at < tokens.length) {
    const [mentioned, next] = readOne(tokens, at, text)
    if (mentioned !== null) found.push(mentioned)
    at = Math.max(next, at + 1)
  }
  return found
}

/** The mention that begins at a token, if one does, and the token after it. */
function readOne(tokens: readonly NumberToken[], at: number, text: string): [NumberMention | null, number] {
  const token = tokens[at]
  if (token === undefined) return [null, at + 1]
  const { start, end } = token
  if (token.isCapitalised) {
    const weekday = WEEKDAYS[token.text.replace(/s$/u, '')]
    if (weekday !== undefined) return [mention('weekday', weekday, start, end), at + 1]
    const month = MONTHS[token.text]
    if (month !== undefined && isMonth(tokens, at)) return [mention('month', month, start, end), at + 1]
  }
  const decade = DECADES[token.text]
  if (decade !== undefined) return [mention('decade', decade, start, end), at + 1]
  return /^\d/u.test(token.text) ? readDigits(tokens, at, text) : readWords(tokens, at)
}

function readDigits(
  tokens: readonly NumberToken[],
  at: number,
  text: string,
): [NumberMention | null, number] {
  const token = tokens[at]
  const parts = /^(\d+(?:\.\d+)?)(.*)$/u.exec(token?.text ?? '')
  if (token === undefined || parts === null) return [null, at + 1]
  const { start } = token
  let { end } = token
  const [, digits = '', suffix = ''] = parts
  let value = Number(digits)
  if (suffix === 's') {
    // `the 1800s` are what Chinese calls the nineteenth century.
    if (digits.length === 4 && value % 100 === 0 && value < 2000) {
      return [mention('century', value / 100 + 1, start, end), at + 1]
    }
    const isDecade = value % 10 === 0 && (digits.length === 4 || digits.length === 2)
    return [isDecade ? mention('decade', value % 100, start, end) : null, at + 1]
  }
  let next = at + 1
  let scale = SCALES[suffix]
  if (scale === undefined && suffix === '') {
    const word = tokens[tokens[next]?.text === '-' ? next + 1 : next]
    scale = SCALES[word?.text ?? '']
    if (scale !== undefined && word !== undefined) {
      next = tokens.indexOf(word, next) + 1
      end = word.end
    }
  }
  value = rounded(value * (scale ?? 1))
  const isOrdinal = /^(?:st|nd|rd|th)$/u.test(suffix)
  const isClock = /^00+$/u.test(digits)
  const isPartOfName =
    /\p{L}-?$/u.test(text.slice(Math.max(0, start - 2), start)) || /^\p{L}/u.test(text.slice(end))
  return finish(tokens, next, { value, start, end, isOrdinal, isWeak: isPartOfName || isClock })
}

function readWords(tokens: readonly NumberToken[], at: number): [NumberMention | null, number] {
  const read = readNumberWords(tokens, at)
  if (read === null) return [null, at + 1]
  const start = tokens[at]?.start ?? 0
  const end = tokens[read.next - 1]?.end ?? start
  if (read.denominator !== null) {
    const isWeak = read.denominator === 2
    return [fractionMention(read.value, read.denominator, start, end, isWeak), read.next]
  }
  const share = readShare(tokens, at, read) ?? readPrice(tokens, read)
  if (share !== null) return [share.made(start, tokens[share.next - 1]?.end ?? end), share.next]
  const isWeak = read.isOrdinal ? read.value <= 2 : read.value <= 10
  return finish(tokens, read.next, { value: read.value, start, end, isOrdinal: read.isOrdinal, isWeak })
}

interface Made {
  readonly made: (start: number, end: number) => NumberMention
  readonly next: number
}

/** `one in a hundred`, `a hundredth of`, `one in ten`: what Chinese says as a share. */
function readShare(tokens: readonly NumberToken[], at: number, read: NumberWords): Made | null {
  if (read.isOrdinal) {
    const isOne = /^(?:a|one)$/u.test(tokens[at]?.text ?? '') && tokens[read.next]?.text === 'of'
    return isOne && (read.value === 100 || read.value === 1000) ? share(1, read.value, read.next) : null
  }
  if (read.value > 9 || tokens[read.next]?.text !== 'in') return null
  const of = readNumberWords(tokens, read.next + 1)
  if (of === null || of.isOrdinal || of.denominator !== null || of.value <= read.value) return null
  return share(read.value, of.value, of.next)
}

/** Hundredths and thousandths are per cents, as 百分之一 is. */
function share(numerator: number, denominator: number, next: number): Made {
  const isPercent = denominator === 100 || denominator === 1000
  return {
    made: (start, end) =>
      isPercent
        ? mention('percent', rounded(numerator / denominator), start, end)
        : fractionMention(numerator, denominator, start, end),
    next,
  }
}

/** `one yuan twenty`, `two pounds fifty`: the hundredths without their name. */
function readPrice(tokens: readonly NumberToken[], read: NumberWords): Made | null {
  if (
    read.isOrdinal ||
    !/^(?:yuan|kuai|dollars?|pounds?|euros?|francs?)$/u.test(tokens[read.next]?.text ?? '')
  )
    return null
  const rest = readNumberWords(tokens, read.next + 1)
  if (rest === null || rest.isOrdinal || rest.denominator !== null || rest.value < 10 || rest.value > 99)
    return null
  return {
    made: (start, end) => mention('number', rounded(read.value + rest.value / 100), start, end),
    next: rest.next,
  }
}

/** Looks at what follows a number: a percent sign, `century`. */
function finish(
  tokens: readonly NumberToken[],
  next: number,
  number: { value: number; start: number; end: number; isOrdinal: boolean; isWeak: boolean },
): [NumberMention, number] {
  const { value, start, end, isOrdinal, isWeak } = number
  const hyphened = tokens[next]?.text === '-' ? next + 1 : next
  const following = tokens[hyphened]
  if (following !== undefined && !isOrdinal) {
    if (/^(?:%|percent|percentage|pct)$/u.test(following.text)) {
      return [mention('percent', rounded(value * 0.01), start, following.end), hyphened + 1]
    }
    if (following.text === 'per' && tokens[next + 1]?.text === 'cent') {
      return [mention('percent', rounded(value * 0.01), start, tokens[next + 1]?.end ?? end), next + 2]
    }
  }
  if (isOrdinal && isCenturyAhead(tokens, next)) return [mention('century', value, start, end), next]
  return [mention(isOrdinal ? 'ordinal' : 'number', value, start, end, isWeak), next]
}

/** `19th century`, `18th and 19th centuries`, `nineteenth-century`. */
function isCenturyAhead(tokens: readonly NumberToken[], next: number): boolean {
  for (const token of tokens.slice(next, next + 5)) {
    if (/^centur(?:y|ies)$/u.test(token.text)) return true
    if (
      !/^(?:and|or|to|-|,|\d+(?:st|nd|rd|th)|\p{L}+(?:th|first|second|third)|twenty|early|late|mid)$/u.test(
        token.text,
      )
    )
      return false
  }
  return false
}

function isMonth(tokens: readonly NumberToken[], at: number): boolean {
  if (!AMBIGUOUS_MONTH.has(tokens[at]?.text ?? '')) return true
  const before = tokens[at - 1]?.text ?? ''
  const after =
    tokens[tokens[at + 1]?.text === '.' || tokens[at + 1]?.text === ',' ? at + 2 : at + 1]?.text ?? ''
  return /^\d/u.test(before) || BEFORE_MONTH.has(before) || /^\d/u.test(after)
}

function readTokens(text: string): NumberToken[] {
  return [...halfWidth(text).matchAll(TOKEN)].map((match) => ({
    text:
      (match.groups?.['digits']?.replaceAll(/[,\s]/gu, '') ?? match[0]).toLowerCase() +
      (match.groups?.['suffix'] ?? '').toLowerCase().replace(/^['’]/u, ''),
    start: match.index,
    end: match.index + match[0].length,
    isCapitalised: /^\p{Lu}/u.test(match[0]),
  }))
}

/** Full-width digits and signs as plain ones, code unit by code unit. */
function halfWidth(text: string): string {
  return text.replaceAll(/[０-９．，％]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
}
