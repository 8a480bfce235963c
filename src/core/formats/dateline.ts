import { isKnownPlace, placeAsWritten } from './place-names.ts'
import { ENGLISH_MONTH, parseDate } from './parse-date.ts'

/** How a news report begins: from where, by which agency, when, by whom. */
export interface Dateline {
  readonly place: string | null
  /** Null where the agency is not named: 本报. */
  readonly source: string | null
  /** ISO 8601; null where the year is not said. */
  readonly date: string | null
  readonly author: string | null
  /** How many UTF-16 code units of the paragraph it takes. */
  readonly length: number
  readonly confidence: number
}

const HEAD = 200

const ENGLISH = new RegExp(
  String.raw`^(?<place>\p{Lu}[\p{L}'’. -]{1,40}?)` +
    String.raw`(?:, (?<region>\p{Lu}[\p{L}. ]{1,30}?))?` +
    String.raw`(?:,? (?<date>${ENGLISH_MONTH} \d{1,2}(?:, ?\d{4})?))?` +
    String.raw`(?: ?\((?<source>\p{L}[^()\d]{0,40})\))?` +
    String.raw`(?: ?(?:--|—|–|――) ?| -{1,2} )(?=\S)`,
  'u',
)

/** “This paper”, “this station”: which one it does not say. */
const NAMELESS = /^本[报報刊台社网網站]$/u

const AGENCIES_ZH =
  '本报|本報|本刊|本台|新华社|新華社|中新社|中新网|中新網|新华网|新華網|人民网|人民網|央视网|央視網|中国网|光明网|环球网|法新社|路透社|美联社|美聯社|塔斯社|共同社|中央社'

const CHINESE = new RegExp(
  String.raw`^[（(【]?(?:据|據)?(?<source>${AGENCIES_ZH}|\p{Script=Han}{2,10}?(?:社|网|網|报|報))[\s　]*` +
    String.raw`(?<place>\p{Script=Han}{2,10}?)??[\s　]*` +
    String.raw`(?<date>(?:\d{4}年)?[\d０-９]{1,2}月[\d０-９]{1,2}日)[\s　]*(?:综合|綜合)?[电電讯訊][】）)]?`,
  'u',
)
const CHINESE_BARE = new RegExp(
  String.raw`^[（(【]?(?<source>${AGENCIES_ZH})[讯訊][】）)]?(?=[\s　（(：:])`,
  'u',
)
const REPORTER =
  /^[\s　]*[（(](?:本报|本報|新华社|新華社)?(?:特约)?(?:记者|記者|通讯员|通訊員)[\s　：:]*(?<names>[^（()）]{2,40})[）)]/u

function isAllCapitals(name: string): boolean {
  return /\p{Lu}{2}|^\p{Lu}\./u.test(name) && !/\p{Ll}/u.test(name)
}

/** “Rio de Janeiro”: a few words, each with a capital but for the small ones inside. */
const NAME_OF_PLACE = /^\p{Lu}[\p{L}.'’-]*(?: (?:de |del |da |of |and )?\p{Lu}[\p{L}.'’-]*){0,3}$/u

function readEnglish(head: string): Dateline | null {
  const match = ENGLISH.exec(head)
  const place = match?.groups?.place?.trim()
  if (match === null || place === undefined) return null
  const { region, date, source } = match.groups ?? {}
  const signed = date !== undefined || source !== undefined
  // Capitals and a dash alone may be an acronym (“NATO — the alliance”): then the place must be a known one.
  const sure = isAllCapitals(place)
    ? signed || isKnownPlace(place)
    : date !== undefined && source !== undefined && NAME_OF_PLACE.test(place)
  if (!sure) return null
  const written = placeAsWritten(place)
  return {
    place: region === undefined ? written : `${written}, ${region.trim()}`,
    source: source?.trim() ?? null,
    date: date === undefined ? null : (parseDate(date)?.iso ?? null),
    author: null,
    length: match[0].length,
    confidence: signed ? 0.9 : 0.7,
  }
}

function readChinese(head: string): Dateline | null {
  const match = CHINESE.exec(head) ?? CHINESE_BARE.exec(head)
  const source = match?.groups?.source
  if (match === null || source === undefined) return null
  const { place, date } = match.groups ?? {}
  const isNamed = !NAMELESS.test(source)
  const reporter = REPORTER.exec(head.slice(match[0].length))
  return {
    place: place ?? null,
    source: isNamed ? source : null,
    date: date === undefined ? null : (parseDate(date)?.iso ?? null),
    author: reporter?.groups?.names?.trim() ?? null,
    length: match[0].length + (reporter === null ? 0 : reporter[0].length),
    confidence: isNamed ? 0.9 : 0.6,
  }
}

/**
 * The dateline a paragraph begins with: “ZHENGZHOU, July 25 (Xinhua) --”, 本报郑州7月25日电,
 * 新华社北京7月25日电（记者某某）. Null where there is none. The text is left as it is.
 */
export function parseDateline(paragraph: string): Dateline | null {
  const head = paragraph.slice(0, HEAD)
  return readEnglish(head) ?? readChinese(head)
}
