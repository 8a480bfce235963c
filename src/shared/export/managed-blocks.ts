import { checksum } from './checksum.ts'

/**
 * The format that lets an export be repeated without touching what the user wrote into it. Settled; files
 * written so will be read by every later version.
 *
 *     <!-- duizhao:begin KEY CHECKSUM -->
 *
 *     …what Duizhao wrote…
 *
 *     <!-- duizhao:end KEY -->
 *
 * Each marker is a line of its own. KEY has no white space: `article/ID`, `pair/ID`, `tag/ID`, `note/ID` or
 * `library` for the head of a file (which also says what the file is about), a highlight's id for the highlight,
 * `note/ID` for a note, and `text`, `highlights`, `notes`, `articles`, `pairs`, `tags` for sections. CHECKSUM is `checksum` of what stands
 * between the markers, so that an edit inside a block is noticed. Everything outside of blocks is the
 * user's, except the front matter's own keys (see `front-matter.ts`).
 */
export interface ManagedBlock {
  readonly key: string
  readonly body: string
}

export type FilePart =
  | { readonly kind: 'free'; readonly text: string }
  | { readonly kind: 'managed'; readonly key: string; readonly body: string; readonly checksum: string }

const BEGIN = /^<!-- duizhao:begin (\S+) ([0-9a-f]{8}) -->[ \t]*$/u
const END = /^<!-- duizhao:end (\S+) -->[ \t]*$/u

export function printManaged(block: ManagedBlock, sum: string = checksum(block.body)): string {
  return `<!-- duizhao:begin ${block.key} ${sum} -->\n\n${block.body}\n\n<!-- duizhao:end ${block.key} -->`
}

/** Set before what a user had changed inside a block that has since changed in the library too. */
export function keptMarker(key: string): string {
  return `<!-- duizhao:kept ${key} -->`
}

/**
 * The blocks and what stands between them. Lines end in LF. A marker whose other half is missing, or
 * comes after another marker, marks nothing: it is the user's text like all else.
 */
export function parseManaged(text: string): FilePart[] {
  const lines = text.split('\n')
  const parts: FilePart[] = []
  let free: string[] = []
  for (let at = 0; at < lines.length; at += 1) {
    const begin = BEGIN.exec(lines[at] ?? '')
    const end = begin === null ? -1 : endOf(lines, at, begin[1] ?? '')
    if (begin === null || end === -1) {
      free.push(lines[at] ?? '')
      continue
    }
    pushFree(parts, free)
    free = []
    const body = trimBlankLines(lines.slice(at + 1, end).join('\n'))
    parts.push({ kind: 'managed', key: begin[1] ?? '', checksum: begin[2] ?? '', body })
    at = end
  }
  pushFree(parts, free)
  return parts
}

function endOf(lines: readonly string[], begin: number, key: string): number {
  for (let at = begin + 1; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    if (BEGIN.test(line)) return -1
    const end = END.exec(line)
    if (end !== null) return end[1] === key ? at : -1
  }
  return -1
}

function pushFree(parts: FilePart[], lines: readonly string[]): void {
  const text = trimBlankLines(lines.join('\n'))
  if (text !== '') parts.push({ kind: 'free', text })
}

/** Without the empty lines at either end; indentation and all else stays. */
export function trimBlankLines(text: string): string {
  return text.replace(/^(?:[ \t]*\n)+/u, '').replace(/\s+$/u, '')
}
