import { parseChineseNumeral } from './chinese-numerals.ts'
import { fractionMention, mention, rounded, type NumberMention } from './number-mention.ts'

/** Thousands parted by commas or, as the United Nations write, by spaces. Longer rows of digits are no numbers. */
const DIGITS =
  '(?<!\\d)(?:\\d{1,3}(?:(?:,|[ \\u00a0\\u202f]| , )\\d{3}){1,6}(?!\\d)|\\d{1,16}(?!\\d))(?:\\.\\d{1,16})?'
const SCALE = '(?:[十百千]?(?:万亿|[万亿])|[百千])'
const NUMERALS = '[零〇一二三四五六七八九十]'
/** What follows the hour (六点一刻, 六点二十分) is no decimal. `1.64万`, `1亿2千万`, `250余万`, `7500 万`, `二十三`, `二点五`, `二〇二五`. */
const NUMBER =
  `(?:${DIGITS}(?:\\s?[余多]?${SCALE})?(?:\\d{1,16}${SCALE})*` +
  `|[零〇一二两三四五六七八九十百千万亿]+(?:[余多][万亿]+)?(?:点(?!${NUMERALS}+[刻分钟十])[零〇一二三四五六七八九]+)?)`

/** Words with a numeral in them that count nothing, and vague numbers (`几十`, `十几`, `三四十`). */
const NO_NUMBER =
  '一(?:下|起|些|样|切|直|定|般|旦|向|面|边|律|致|贯|再|共|时|番|会|点|同|味|举|度|概|齐|带一路|带|路|生|心|经|体|流|方面|系列)' +
  '|万一|[统唯同单专][一]|十分(?!之)|十足|千万(?=[别不要记注小])|[万千][万古][千]?|万(?:分|岁|物|般|能|众)|百(?:姓|货|科|合|般)|千(?:方|金|里)' +
  '|[两四](?:处|周|旁|侧|岸|极)|八方|三角|七夕|不三不四|三心二意|五颜六色|七上八下|乱七八糟' +
  '|[几数上成好][十百千万亿]+|[十百千万亿]几'

const PATTERN = new RegExp(
  [
    `(?<weekday>(?:星期|礼拜|(?<![一二两三四五六七八九十\\d])周)(?<weekdayName>[一二三四五六日天]))`,
    `(?<none>${NO_NUMBER})`,
    `百分之(?<hundredths>${NUMBER})`,
    `千分之(?<thousandths>${NUMBER})`,
    `(?<denominator>${NUMBER})分之(?<numerator>${NUMBER})`,
    `(?<percent>${NUMBER})\\s?(?:%|个百分点)`,
    `(?<tenths>[1-9一二三四五六七八九])成(?=[的以左多,，。、;；)）是在]|$)`,
    `(?<decade>${NUMBER})\\s?年代`,
    `(?<century>${NUMBER})\\s?世纪`,
    `(?<year>${NUMBER})\\s?年`,
    `(?<month>${NUMBER})\\s?月(?![亮球光饼台薪嫂刊])`,
    `(?<day>${NUMBER})\\s?[日号]`,
    `第(?<ordinal>${NUMBER})`,
    // 一块二: one yuan and two dimes.
    `(?<yuan>${NUMBER})块(?<dimes>[一二三四五六七八九])(?![零〇一二两三四五六七八九十百千万亿个块张本条点年月])`,
    `(?<half>一半)`,
    `(?<number>${NUMBER})`,
  ].join('|'),
  'gu',
)

const WEEKDAYS = '一二三四五六日'
/** Stand for one another without changing length: full width, traditional. */
const UNIFIED: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'０１２３４５６７８９'].map((digit, index) => [digit, String(index)])),
  '．': '.',
  '％': '%',
  萬: '万',
  億: '亿',
  兩: '两',
  點: '点',
  個: '个',
  號: '号',
  紀: '纪',
  週: '周',
  禮: '礼',
  幾: '几',
  數: '数',
}
const UNIFY = /[０-９．％萬億兩點個號紀週禮幾數]/gu

/**
 * The numbers, shares and dates in a Chinese text, in digits or numerals, in the order they stand. A date is
 * one mention for each of its parts. Single numerals up to ten are weak: 一 is as often an article as a number.
 */
export function findChineseNumbers(text: string): NumberMention[] {
  const unified = text.replaceAll(UNIFY, (sign) => UNIFIED[sign] ?? sign)
  const found: NumberMention[] = []
  for (const match of unified.matchAll(PATTERN)) {
    const mentioned = interpret(match, unified)
    if (mentioned !== null) found.push(mentioned)
  }
  return found
}

function interpret(match: RegExpExecArray, text: string): NumberMention | null {
  const groups = match.groups ?? {}
  const [start, end] = [match.index, match.index + match[0].length]
  const value = (name: string): number => parseChineseNumeral(groups[name] ?? '') ?? Number.NaN
  if (groups['none'] !== undefined) return null
  if (groups['weekdayName'] !== undefined) {
    return mention('weekday', WEEKDAYS.indexOf(groups['weekdayName']) + 1 || 7, start, end)
  }
  if (groups['dimes'] !== undefined) {
    return known(mention('number', rounded(value('yuan') + value('dimes') / 10), start, end))
  }
  if (groups['half'] !== undefined) return fractionMention(1, 2, start, end, true)
  if (groups['denominator'] !== undefined) {
    const [numerator, denominator] = [value('numerator'), value('denominator')]
    return numerator > 0 && denominator > 0 ? fractionMention(numerator, denominator, start, end) : null
  }
  for (const [name, unit] of SHARES) {
    if (groups[name] !== undefined) return known(mention('percent', rounded(value(name) * unit), start, end))
  }
  if (groups['decade'] !== undefined) return known(mention('decade', value('decade') % 100, start, end))
  if (groups['century'] !== undefined) return known(mention('century', value('century'), start, end))
  return known(countOrDate(groups, value, start, end, text))
}

const SHARES = [
  ['hundredths', 0.01],
  ['percent', 0.01],
  ['thousandths', 0.001],
  ['tenths', 0.1],
] as const

function countOrDate(
  groups: Readonly<Record<string, string | undefined>>,
  value: (name: string) => number,
  start: number,
  end: number,
  text: string,
): NumberMention {
  const month = value('month')
  if (month >= 1 && month <= 12) return mention('month', month, start, end)
  const day = value('day')
  if (day >= 1 && day <= 31) return mention('day', day, start, end)
  const year = value('year')
  if (year >= 1000 && year <= 2200) return mention('year', year, start, end)
  if (groups['ordinal'] !== undefined) {
    return mention('ordinal', value('ordinal'), start, end, value('ordinal') === 1)
  }
  const raw = groups['number'] ?? groups['year'] ?? groups['month'] ?? groups['day'] ?? ''
  const isPartOfName = /[a-z]-?$/iu.test(text.slice(Math.max(0, start - 2), start))
  const isWeak = isPartOfName || /^[一二两三四五六七八九十]$/u.test(raw)
  return mention('number', parseChineseNumeral(raw) ?? Number.NaN, start, start + raw.length, isWeak)
}

function known(found: NumberMention): NumberMention | null {
  return Number.isFinite(found.value) ? found : null
}
