import { parseNoteLink, type NoteLink } from '../domain/note-link.ts'

/** A link of a note to a thing of the library. Offsets are UTF-16 code units within the note's Markdown. */
export interface FoundNoteLink extends NoteLink {
  /** Of the whole link, from `[` to behind `)`. */
  readonly start: number
  readonly end: number
  /** Of the address alone, with the `<…>` around it if it has any. */
  readonly addressStart: number
  readonly addressEnd: number
}

const FENCE = /^[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})/u
const DESTINATION = /^\]\((<duizhao:\/\/[^<>\n]*>|duizhao:\/\/[^\s<>()]*)\)/u

/**
 * The links of a note's Markdown that lead into the library, in the order they stand in. Code is no place for
 * links. Linear in the note's length.
 */
export function findNoteLinks(markdown: string): FoundNoteLink[] {
  if (!markdown.includes('duizhao://')) return []
  const found: FoundNoteLink[] = []
  let fence: string | null = null
  let from = 0
  let prose = 0
  const take = (until: number): void => {
    if (until > prose) found.push(...linksIn(markdown, prose, until))
  }
  while (from < markdown.length) {
    const end = markdown.indexOf('\n', from)
    const next = end === -1 ? markdown.length : end + 1
    const line = markdown.slice(from, next)
    const signs = FENCE.exec(line)?.[1]
    if (fence === null && signs !== undefined && !isCodeSpan(line, signs)) {
      take(from)
      fence = signs
    } else if (fence !== null && signs?.startsWith(fence) === true && isOnlySigns(line)) {
      fence = null
      prose = next
    } else if (fence === null && line.trim() === '') {
      // Neither a link nor a code span goes on beyond an empty line.
      take(from)
      prose = next
    }
    from = next
  }
  if (fence === null) take(markdown.length)
  return found
}

/** A line of backticks with another backtick in it is text with a code span. */
function isCodeSpan(line: string, signs: string): boolean {
  return signs.startsWith('`') && line.slice(line.indexOf(signs) + signs.length).includes('`')
}

function isOnlySigns(line: string): boolean {
  return /^[ \t>]*(?:`+|~+)[ \t]*\r?\n?$/u.test(line)
}

function linksIn(markdown: string, start: number, end: number): FoundNoteLink[] {
  const found: FoundNoteLink[] = []
  const open: number[] = []
  for (let at = start; at < end; at += 1) {
    const character = markdown.charAt(at)
    if (character === '\\') at += 1
    else if (character === '`') at = endOfCode(markdown, at, end) - 1
    else if (character === '[') open.push(at)
    else if (character === ']') {
      const opening = open.pop()
      if (opening === undefined) continue
      const destination = DESTINATION.exec(markdown.slice(at, Math.min(end, at + 120)))
      const [whole = '', address = ''] = destination ?? []
      const target = parseNoteLink(address.replace(/^<|>$/gu, ''))
      if (target === null) continue
      // A link holds no other link.
      open.length = 0
      const addressStart = at + 2
      found.push({
        ...target,
        start: opening,
        end: at + whole.length,
        addressStart,
        addressEnd: addressStart + address.length,
      })
      at += whole.length - 1
    }
  }
  return found
}

/** Where a code span ends that begins here; behind the backticks alone where it never does. */
function endOfCode(markdown: string, at: number, end: number): number {
  let width = 1
  while (markdown.charAt(at + width) === '`') width += 1
  const signs = '`'.repeat(width)
  for (let next = markdown.indexOf(signs, at + width); next !== -1 && next < end;) {
    let after = next + width
    while (markdown.charAt(after) === '`') after += 1
    if (after - next === width) return after
    next = markdown.indexOf(signs, after)
  }
  return at + width
}

/** A note's Markdown with other addresses for its links into the library; null leaves a link as it is. */
export function mapNoteLinks(markdown: string, addressOf: (link: NoteLink) => string | null): string {
  let result = ''
  let at = 0
  for (const { kind, id, addressStart, addressEnd } of findNoteLinks(markdown)) {
    const address = addressOf({ kind, id })
    if (address === null) continue
    result += markdown.slice(at, addressStart) + address
    at = addressEnd
  }
  return result + markdown.slice(at)
}
