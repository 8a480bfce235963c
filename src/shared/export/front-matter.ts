import { checksum } from './checksum.ts'

/**
 * One property of a file, as Obsidian and YAML 1.2 read it: text, or a list of texts. Front matter is
 * kept flat because Obsidian shows nothing nested.
 */
export interface FrontMatterEntry {
  readonly key: string
  readonly value: string | readonly string[]
}

/** An entry as it stands in a file: its own lines, and its values where they could be read. */
interface WrittenEntry {
  readonly key: string | null
  readonly lines: readonly string[]
  readonly isList: boolean
  readonly values: readonly string[] | null
}

const RESERVED = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n'])
const FULL_DATE = /^\d{4}-\d{2}-\d{2}$/u
const RECORD = /^<!-- duizhao:properties ((?:\S+=[0-9a-f,]*(?: |$))*)-->$/mu

/** The properties between their two `---` lines, without a final line feed. */
export function printFrontMatter(entries: readonly FrontMatterEntry[]): string {
  return fenced(entries.flatMap(entryLines))
}

/**
 * A line for the file's head that remembers, by checksum, which values we wrote. With it a later export
 * can tell a value of ours that has changed from one that the user changed or added.
 */
export function printRecord(entries: readonly FrontMatterEntry[]): string {
  const sums = entries.map(({ key, value }) => `${key}=${listed(value).map(checksum).join(',')}`)
  return `<!-- duizhao:properties ${sums.join(' ')} -->`
}

/** Divides a file into its front matter's lines (null where there is none) and the rest. */
export function splitFrontMatter(text: string): {
  readonly lines: readonly string[] | null
  readonly rest: string
} {
  const lines = text.split('\n')
  if (lines[0]?.trimEnd() !== '---') return { lines: null, rest: text }
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---')
  if (end === -1) return { lines: null, rest: text }
  return { lines: lines.slice(1, end), rest: lines.slice(end + 1).join('\n') }
}

/** The value of a text property, or null. */
export function frontMatterValue(lines: readonly string[], key: string): string | null {
  return parseEntries(lines).find((entry) => entry.key === key)?.values?.[0] ?? null
}

/**
 * Brings a file's front matter up to date. `text` is the rest of the file, which remembers our last
 * writing. Keys that aren't ours stay as they are; so does a value the user put in place of ours, and what
 * they added to a list. All else is renewed, and what we wrote and no longer have goes.
 */
export function mergeFrontMatter(
  lines: readonly string[],
  freshLines: readonly string[],
  text: string,
): string {
  const record = parseRecord(text)
  const fresh = parseEntries(freshLines)
  const freshByKey = new Map(fresh.map((entry) => [entry.key, entry]))
  const existing = parseEntries(lines)
  const merged = existing.flatMap((entry) => {
    if (entry.key === null) return entry.lines
    const sums = record.get(entry.key) ?? new Set()
    const own = freshByKey.get(entry.key)
    if (own !== undefined) return mergeEntry(entry, own, sums)
    return sums.size > 0 && isOurs(entry, sums) ? [] : entry.lines
  })
  const present = new Set(existing.map((entry) => entry.key))
  const added = fresh.filter((entry) => !present.has(entry.key)).flatMap((entry) => entry.lines)
  return fenced([...merged, ...added])
}

function mergeEntry(entry: WrittenEntry, own: WrittenEntry, sums: ReadonlySet<string>): readonly string[] {
  if (entry.values === null || own.values === null) return entry.lines
  if (!own.isList) return isOurs(entry, sums) ? own.lines : entry.lines
  const freshValues = own.values
  const theirs = entry.values.filter((value) => !sums.has(checksum(value)) && !freshValues.includes(value))
  const values = [...freshValues, ...theirs]
  const isSame =
    values.length === entry.values.length && values.every((value, at) => value === entry.values?.[at])
  return isSame ? entry.lines : entryLines({ key: own.key ?? '', value: values })
}

function isOurs(entry: WrittenEntry, sums: ReadonlySet<string>): boolean {
  return entry.values !== null && entry.values.every((value) => sums.has(checksum(value)))
}

function listed(value: string | readonly string[]): readonly string[] {
  return typeof value === 'string' ? [value] : value
}

function entryLines({ key, value }: FrontMatterEntry): string[] {
  if (typeof value === 'string') return [`${key}: ${scalar(value)}`]
  return value.length === 0 ? [`${key}: []`] : [`${key}:`, ...value.map((item) => `  - ${scalar(item)}`)]
}

function fenced(lines: readonly string[]): string {
  return ['---', ...lines, '---'].join('\n')
}

/** Plain where YAML can't take it for anything but text (or a whole date), else in double quotes. */
function scalar(text: string): string {
  const isPlain =
    /^\p{L}(?:[\p{L}\p{N} /·，。、；：？！“”‘’《》（）—_.-]*[\p{L}\p{N}，。；：？！”’》）_])?$/u.test(text)
  if (FULL_DATE.test(text) || (isPlain && !RESERVED.has(text.toLowerCase()))) return text
  // YAML forbids these bare even in quotes; JSON does not.
  return JSON.stringify(text.toWellFormed()).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function parseEntries(lines: readonly string[]): WrittenEntry[] {
  const entries: { key: string | null; lines: string[] }[] = []
  for (const line of lines) {
    const key = /^([^\s#:'"[\]{}-][^:]*?)\s*:(?:\s|$)/u.exec(line)?.[1]
    const last = entries.at(-1)
    if (key !== undefined) entries.push({ key, lines: [line] })
    else if (last === undefined || /^\s*#/u.test(line)) entries.push({ key: null, lines: [line] })
    else last.lines.push(line)
  }
  return entries.map((entry) => ({
    ...entry,
    isList: entry.lines.length > 1 || /:\s*\[/u.test(entry.lines[0] ?? ''),
    values: parseValues(entry.lines),
  }))
}

/** The values of an entry, as far as YAML is used here and by Obsidian; null for anything else. */
function parseValues(lines: readonly string[]): string[] | null {
  const [first = '', ...rest] = lines
  const inline = first.slice(first.indexOf(':') + 1).trim()
  const items = rest.filter((line) => line.trim() !== '')
  if (inline === '') {
    const values = items.map((line) => /^\s*-\s+(.*)$/u.exec(line)?.[1] ?? null)
    return allRead(values.map((value) => (value === null ? null : parseScalar(value.trim()))))
  }
  if (items.length > 0) return null
  const flow = /^\[(.*)\]$/u.exec(inline)?.[1]
  if (flow === undefined) return allRead([parseScalar(inline)])
  if (/["'[\]{}]/u.test(flow)) return null
  return flow
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

function parseScalar(source: string): string | null {
  if (source.startsWith('"')) {
    try {
      const value: unknown = JSON.parse(source)
      return typeof value === 'string' ? value : null
    } catch {
      return null
    }
  }
  const single = /^'((?:[^']|'')*)'$/u.exec(source)?.[1]
  if (single !== undefined) return single.replaceAll("''", "'")
  return /^[[\]{}>|*&!%#`@'"]| #|: /u.test(source) ? null : source
}

function allRead(values: readonly (string | null)[]): string[] | null {
  const read = values.filter((value) => value !== null)
  return read.length === values.length ? read : null
}

function parseRecord(text: string): Map<string, Set<string>> {
  const source = RECORD.exec(text)?.[1] ?? ''
  return new Map(
    source
      .trim()
      .split(' ')
      .filter((part) => part !== '')
      .map((part) => {
        const at = part.indexOf('=')
        return [part.slice(0, at), new Set(part.slice(at + 1).split(','))]
      }),
  )
}
