import { parseDate } from './parse-date.ts'

/** A line that says things about the article: 2025年05月23日 10:20 来源：人民日报. */
export interface InfoLine {
  readonly date: string | null
  readonly source: string | null
  readonly author: string | null
  readonly place: string | null
}

const LONGEST_INFO_LINE = 120

const LABELS: readonly (readonly [keyof InfoLine, RegExp])[] = [
  ['source', /^(?:来源|來源|稿源|出处|Source)\s*[:：]\s*/iu],
  ['author', /^(?:作者|记者|記者|撰文|文|Author)\s*[:：]\s*|^By\s(?=\p{Lu})/u],
  // 本报记者 张三 李四, as papers print it under the headline.
  [
    'author',
    /^(?:本报|本報|新华社|新華社|人民网|中新社)(?:驻\p{Script=Han}{2,8})?(?:特约)?(?:记者|記者)[\s　]+(?=\p{Script=Han}{2,4}(?:[\s　、]|$))/u,
  ],
  ['place', /^(?:地点|地點|Place|Location)\s*[:：]\s*/iu],
  ['date', /^(?:日期|时间|時間|发布时间|發佈時間|Date|Published|Updated)\s*[:：]?\s*/iu],
]
const TIME = /^\s*(?:T|\s)?\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?/iu
const SEPARATOR = /^[\s|｜·,，]+/u
// Where the value of a label ends: before the next label, or at a bar or a wide gap.
const VALUE_END =
  /[|｜]|\s{2,}|[\s　](?=(?:来源|來源|稿源|作者|记者|記者|日期|时间|時間|发布时间|Source|Author|Date|Published|By)\s?[:：]?)/u
// What follows a name: “Jane Doe, our correspondent”.
const OFFICE = /,\s(?:our|staff|special|senior|chief)\s.*$/iu

function takeDate(text: string): { readonly iso: string; readonly rest: string } | null {
  const date = parseDate(text)
  if (date === null) return null
  const rest = text.slice(date.length).replace(TIME, '')
  return rest === '' || SEPARATOR.test(rest) ? { iso: date.iso, rest } : null
}

/**
 * Reads a line that holds nothing but a date, a source, an author or a place, each with its label (a date
 * needs none; “By Name” is an author). Null as soon as any part of the line is something else.
 */
export function parseInfoLine(line: string): InfoLine | null {
  if (line.length > LONGEST_INFO_LINE) return null
  const found: { -readonly [field in keyof InfoLine]: string | null } = {
    date: null,
    source: null,
    author: null,
    place: null,
  }
  let rest = line.replace(/^[（(]|[）)]$/gu, '').trim()
  while (rest !== '') {
    const bare = takeDate(rest)
    if (bare !== null) {
      found.date ??= bare.iso
      rest = bare.rest.replace(SEPARATOR, '')
      continue
    }
    const label = LABELS.find(([, pattern]) => pattern.test(rest))
    if (label === undefined) return null
    const [field, pattern] = label
    rest = rest.replace(pattern, '')
    if (field === 'date') {
      if (takeDate(rest) === null) return null
      continue
    }
    const end = VALUE_END.exec(rest)
    const value = (end === null ? rest : rest.slice(0, end.index)).trim()
    // A value is a name. Anything that ends like a sentence is prose that happens to begin with a label.
    // An initial's dot is none of those.
    if (value === '' || value.length > 60 || /[。！？]|(?<!\b\p{Lu})\.\s|[.!?]$/u.test(value)) return null
    found[field] ??= field === 'author' ? value.replace(OFFICE, '') : value
    rest = end === null ? '' : rest.slice(end.index).replace(SEPARATOR, '')
  }
  return Object.values(found).some((value) => value !== null) ? found : null
}
