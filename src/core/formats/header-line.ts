import { isKnownPlace } from './place-names.ts'
import { parseDate } from './parse-date.ts'
import { endsClause } from './text-shape.ts'

/** A first line like ` date 2025-05-23 Title…`, taken apart. */
export interface HeaderLine {
  /** ISO 8601. */
  readonly date: string
  /** What follows the date when it reads as a title. */
  readonly title: string | null
  /** What follows the date when it is only the name of a place. */
  readonly place: { readonly name: string; readonly known: boolean } | null
}

const LABEL = /^\s*(?:date|日期)(?:\s*[:：]\s*|\s+)/iu

// One capitalised word, or one with its region: “Gilgit”, “Gilgit, Pakistan”. Two words without a comma
// are more often a short title than a place that the list does not know.
const LONE_NAME = /^\p{Lu}[\p{Ll}'’-]+(?:, \p{Lu}[\p{Ll}'’-]+)?$/u

/**
 * Takes apart the header line of archived news: the label `date` (or `日期`), a date, then the title; or
 * only a place name, as where the headline was lost. Null for every other line.
 */
export function parseHeaderLine(line: string): HeaderLine | null {
  const label = LABEL.exec(line.slice(0, 40))
  if (label === null) return null
  const afterLabel = line.slice(label[0].length)
  const date = parseDate(afterLabel)
  if (date === null) return null
  const afterDate = afterLabel.slice(date.length)
  if (afterDate !== '' && !/^\s/u.test(afterDate)) return null
  const rest = afterDate.trim()
  if (rest === '') return { date: date.iso, title: null, place: null }
  const known = isKnownPlace(rest)
  if (known || (LONE_NAME.test(rest) && !endsClause(rest))) {
    return { date: date.iso, title: null, place: { name: rest, known } }
  }
  return { date: date.iso, title: rest, place: null }
}
