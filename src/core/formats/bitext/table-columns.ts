import { canonicalTag, UNKNOWN } from './language-tags.ts'

/** Which column of a table holds what, by index; texts in the order of the table. */
export interface TableColumns {
  readonly hasHeader: boolean
  readonly texts: readonly { readonly column: number; readonly language: string }[]
  readonly confidence: number | null
  readonly status: number | null
  readonly unmatched: number | null
  readonly note: number | null
  readonly leftSegments: number | null
  readonly rightSegments: number | null
}

type Role = 'id' | 'confidence' | 'status' | 'unmatched' | 'note' | 'left_segments' | 'right_segments'

const ROLES: ReadonlyMap<string, Role> = new Map([
  ['id', 'id'],
  ['no', 'id'],
  ['no.', 'id'],
  ['nr', 'id'],
  ['#', 'id'],
  ['序号', 'id'],
  ['编号', 'id'],
  ['confidence', 'confidence'],
  ['score', 'confidence'],
  ['置信度', 'confidence'],
  ['可信度', 'confidence'],
  ['status', 'status'],
  ['状态', 'status'],
  ['unmatched', 'unmatched'],
  ['note', 'note'],
  ['notes', 'note'],
  ['comment', 'note'],
  ['comments', 'note'],
  ['备注', 'note'],
  ['left_segments', 'left_segments'],
  ['right_segments', 'right_segments'],
])

/** Names of text columns, with the language they tell. */
const TEXTS: ReadonlyMap<string, string> = new Map([
  ['source', UNKNOWN],
  ['target', UNKNOWN],
  ['src', UNKNOWN],
  ['tgt', UNKNOWN],
  ['trg', UNKNOWN],
  ['left', UNKNOWN],
  ['right', UNKNOWN],
  ['original', UNKNOWN],
  ['translation', UNKNOWN],
  ['原文', UNKNOWN],
  ['译文', UNKNOWN],
  ['chinese', 'zh'],
  ['中文', 'zh'],
  ['汉语', 'zh'],
  ['simplified chinese', 'zh-Hans'],
  ['简体中文', 'zh-Hans'],
  ['traditional chinese', 'zh-Hant'],
  ['繁體中文', 'zh-Hant'],
  ['english', 'en'],
  ['英文', 'en'],
  ['英语', 'en'],
])

/** Languages of two or three letters that a column may well be headed by; other short words may be words. */
const COMMON =
  /^(?:zh|en|fr|de|es|it|pt|ru|ja|ko|ar|hi|vi|th|ms|nl|pl|tr|cs|sv|da|fi|el|he|uk|hu|ro|bg|la|mn|bo|ug)$/u

/** Rows that are looked at to tell texts from other columns. */
const SAMPLE = 200

function headingLanguage(heading: string): string | null {
  const known = TEXTS.get(heading.toLowerCase())
  if (known !== undefined) return known
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/iu.test(heading)) return null
  const tag = canonicalTag(heading)
  return COMMON.test(tag.split('-')[0] ?? '') ? tag : null
}

/**
 * Finds what each column of a table is: by the names of its first row, where those are names; else the two
 * columns with the most letters are the texts. Null where there are no two columns of text.
 */
export function findColumns(rows: readonly (readonly string[])[]): TableColumns | null {
  const names = (rows[0] ?? []).map((cell) => cell.trim())
  const roles = names.map((name) => ROLES.get(name.toLowerCase()) ?? null)
  const languages = names.map((name, column) => (roles[column] === null ? headingLanguage(name) : null))
  const hasHeader = languages.some((language) => language !== null)
  const named = languages.flatMap((language, column) => (language === null ? [] : [{ column, language }]))
  const isFree = (column: number): boolean => !hasHeader || roles[column] === null
  const texts = named.length >= 2 ? named : fullest(rows.slice(hasHeader ? 1 : 0), isFree, languages)
  if (texts.length < 2) return null
  const place = (role: Role): number | null => {
    const column = hasHeader ? roles.indexOf(role) : -1
    return column === -1 ? null : column
  }
  return {
    hasHeader,
    texts,
    confidence: place('confidence'),
    status: place('status'),
    unmatched: place('unmatched'),
    note: place('note'),
    leftSegments: place('left_segments'),
    rightSegments: place('right_segments'),
  }
}

/** The two columns with the most letters, in the order of the table. */
function fullest(
  rows: readonly (readonly string[])[],
  isFree: (column: number) => boolean,
  languages: readonly (string | null)[],
): { column: number; language: string }[] {
  const sample = rows.slice(0, SAMPLE)
  const width = sample.reduce((most, row) => Math.max(most, row.length), 0)
  // A Han character says as much as three letters.
  const letters = (text: string): number =>
    (text.match(/\p{L}/gu)?.length ?? 0) + 2 * (text.match(/\p{Script=Han}/gu)?.length ?? 0)
  return Array.from({ length: Math.min(width, 100) }, (_, column) => ({
    column,
    language: languages[column] ?? UNKNOWN,
    weight: sample.reduce((sum, row) => sum + letters((row[column] ?? '').slice(0, 500)), 0),
  }))
    .filter(({ column, weight }) => weight > 0 && isFree(column))
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, 2)
    .toSorted((a, b) => a.column - b.column)
    .map(({ column, language }) => ({ column, language }))
}
