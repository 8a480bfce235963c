/** A date at the beginning of a text. */
export interface ParsedDate {
  /** ISO 8601, cut to what is known: `2025-05-23`, `2025-05`. */
  readonly iso: string
  /** How many UTF-16 code units of the text it takes. */
  readonly length: number
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Source of a pattern for an English month, full or abbreviated. Without groups. */
export const ENGLISH_MONTH =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?\\.?|July?\\.?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)'

const HAN_DIGITS = '零一二三四五六七八九'
const HAN_DIGIT = '[〇零○一二三四五六七八九]'
const HAN_NUMBER = '[一二三四五六七八九十]'

// Named groups of the same names in each: y(ear), m(onth), d(ay).
const PATTERNS: readonly RegExp[] = [
  /^(?<y>\d{4})(?<separator>[-/.])(?<m>\d{1,2})\k<separator>(?<d>\d{1,2})(?!\d)/u,
  /^(?<y>\d{4})-(?<m>\d{2})(?![\d-])/u,
  /^(?<y>\d{4})\s?年\s?(?<m>\d{1,2})\s?月(?:\s?(?<d>\d{1,2})\s?[日号號])?/u,
  new RegExp(`^(?<y>${HAN_DIGIT}{4})年(?<m>${HAN_NUMBER}{1,2})月(?:(?<d>${HAN_NUMBER}{1,3})[日号號])?`, 'u'),
  new RegExp(`^(?<m>${ENGLISH_MONTH})\\s(?<d>\\d{1,2})(?:st|nd|rd|th)?,?\\s(?<y>\\d{4})(?!\\d)`, 'iu'),
  new RegExp(`^(?<d>\\d{1,2})(?:st|nd|rd|th)?\\s(?<m>${ENGLISH_MONTH}),?\\s(?<y>\\d{4})(?!\\d)`, 'iu'),
  new RegExp(`^(?<m>${ENGLISH_MONTH}),?\\s(?<y>\\d{4})(?!\\d)`, 'iu'),
]

function hanToNumber(text: string): number {
  if (!text.includes('十')) {
    // 〇 and ○ are not in the list and mean zero too.
    return Number(Array.from(text, (digit) => Math.max(0, HAN_DIGITS.indexOf(digit))).join(''))
  }
  const [tens = '', ones = ''] = text.split('十')
  return (tens === '' ? 1 : hanToNumber(tens)) * 10 + (ones === '' ? 0 : hanToNumber(ones))
}

function toNumber(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text)
  const month = MONTHS.indexOf(text.slice(0, 3).toLowerCase())
  return month === -1 ? hanToNumber(text) : month + 1
}

function toIso(year: number, month: number, day: number | null): string | null {
  if (year < 1000 || year > 2999 || month < 1 || month > 12) return null
  const start = `${year}-${String(month).padStart(2, '0')}`
  if (day === null) return start
  // Day 0 of the next month is the last of this one.
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return day < 1 || day > last ? null : `${start}-${String(day).padStart(2, '0')}`
}

/**
 * The date a text begins with: `2025-05-23`, `2025/5/23`, `2025年5月23日`, `二〇二五年五月二十三日`,
 * `May 23, 2025`, `23 May 2025`, and months without a day. Null for anything else and for days that do
 * not exist. Dates without a year are not dates here: which year is meant would be a guess.
 */
export function parseDate(text: string): ParsedDate | null {
  const head = text.slice(0, 40)
  for (const pattern of PATTERNS) {
    const match = pattern.exec(head)
    const groups = match?.groups
    if (match === null || groups === undefined) continue
    const { y, m, d } = groups
    if (y === undefined || m === undefined) continue
    const iso = toIso(toNumber(y), toNumber(m), d === undefined ? null : toNumber(d))
    if (iso !== null) return { iso, length: match[0].length }
  }
  return null
}
