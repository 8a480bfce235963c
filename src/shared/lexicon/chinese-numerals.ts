import { rounded } from './number-mention.ts'

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const SMALL: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const LARGE: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }

/**
 * The value of a Chinese number: `二十三`, `两千零二十五`, `二〇二五`, `二点五`, `1.64万`, `1亿2千万`. Null for what
 * is no number or a vague one (`三四`, `万一`, `百`). Simplified characters, half-width digits.
 */
export function parseChineseNumeral(text: string): number | null {
  // `250余万` is near 2.5 million, and English says `over 2.5 million`.
  const [whole = '', decimals] = text.replaceAll(/[余多\s]|(?<=\d),(?=\d)/gu, '').split('点')
  if (decimals !== undefined) {
    const value = parseChineseNumeral(whole)
    const places = [...decimals].map((sign) => DIGITS[sign])
    return value === null ? null : Number(`${value}.${places.join('')}`)
  }
  if (/^[零〇一二三四五六七八九]{2,}$/u.test(whole)) return parseDigitByDigit(whole)
  return parseByScales(whole)
}

/** `二〇二五`. Two or three in a row are rather `two or three`, or idioms (`七零八落`). */
function parseDigitByDigit(text: string): number | null {
  if (text.length < 4 && !text.includes('〇')) return null
  return Number([...text].map((sign) => DIGITS[sign]).join(''))
}

function parseByScales(text: string): number | null {
  let total = 0
  // What stands since the last 万 or 亿, and the digits since the last scale of any kind.
  let section = 0
  let digits: number | null = null
  let lastSmall = Infinity
  for (const [sign] of text.matchAll(/(?:\d+(?:,\d{3})*(?:\.\d+)?)|./gu)) {
    const digit = DIGITS[sign] ?? (/^\d/u.test(sign) ? Number(sign.replaceAll(',', '')) : undefined)
    if (digit !== undefined) {
      if (digits !== null && digits !== 0) return null
      digits = digit
      continue
    }
    const small = SMALL[sign]
    if (small !== undefined) {
      // 十 may stand alone (十三); 百 and 千 want a digit.
      if (small >= lastSmall || (digits === null && small !== 10)) return null
      section += (digits ?? 1) * small
      digits = null
      lastSmall = small
      continue
    }
    const large = LARGE[sign] ?? 0
    section += digits ?? 0
    digits = null
    lastSmall = Infinity
    if (section > 0) total += section * large
    // 万亿 multiplies what is there already.
    else if (total > 0 && large === 1e8) total *= large
    else return null
    section = 0
  }
  const value = total + section + (digits ?? 0)
  return text === '' ? null : rounded(value)
}
