import { parse } from 'yaml'

import { ARTICLE_KINDS } from '../../shared/domain/article.ts'
import { parseDate } from './parse-date.ts'
import { addFinding, type Reading } from './reading.ts'

const FIELDS = ['title', 'date', 'place', 'author', 'source', 'language', 'kind'] as const
type Field = (typeof FIELDS)[number]

/** More than this is no front matter. In UTF-16 code units. */
const LONGEST = 64 * 1024

/** `zh-CN` → `zh-Hans`: Chinese by its script, everything else as BCP 47 writes it; null when it is no tag. */
function languageTag(value: string): string | null {
  try {
    const locale = new Intl.Locale(value)
    if (locale.language !== 'zh') return locale.toString()
    return locale.maximize().script === 'Hant' ? 'zh-Hant' : 'zh-Hans'
  } catch {
    return null
  }
}

function accept(field: Field, value: string): string | null {
  if (field === 'language') return languageTag(value)
  if (field === 'kind') return ARTICLE_KINDS.find((kind) => kind === value.toLowerCase()) ?? null
  if (field === 'date') return /^\d{4}$/u.test(value) ? value : (parseDate(value)?.iso ?? null)
  return value
}

/**
 * Records what YAML front matter says under the flat keys title, date, place, author, source, language
 * and kind. Other keys, and values that are no plain text, have no place in an article and are passed by.
 *
 * @returns false when it is not a YAML mapping; the caller then keeps it as text, so that nothing is lost
 */
export function readFrontMatter(reading: Reading, source: string): boolean {
  if (source.length > LONGEST) return false
  let data: unknown
  try {
    // Errors are thrown, warnings are not printed. `failsafe` leaves every scalar a string (a date stays as written); no aliases: they can be a bomb.
    data = parse(source, { schema: 'failsafe', maxAliasCount: 0, logLevel: 'error' })
  } catch {
    return false
  }
  if (data === null || data === '') return true
  if (typeof data !== 'object' || Array.isArray(data)) return false
  for (const [key, raw] of Object.entries(data)) {
    const field = FIELDS.find((name) => name === key.toLowerCase())
    if (field === undefined || typeof raw !== 'string') continue
    const value = accept(field, raw.replace(/\s+/gu, ' ').trim())
    if (value !== null && value !== '') addFinding(reading, field, value, 'front-matter', 0.98)
  }
  return true
}
