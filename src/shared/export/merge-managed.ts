import { checksum } from './checksum.ts'
import {
  frontMatterValue,
  mergeFrontMatter,
  printFrontMatter,
  printRecord,
  splitFrontMatter,
} from './front-matter.ts'
import type { FrontMatterEntry } from './front-matter.ts'
import {
  keptMarker,
  parseManaged,
  printManaged,
  trimBlankLines,
  type FilePart,
  type ManagedBlock,
} from './managed-blocks.ts'

/** A file as Duizhao makes it: properties, then nothing but blocks. The first block is its head. */
export interface ManagedDocument {
  readonly frontMatter: readonly FrontMatterEntry[]
  readonly blocks: readonly ManagedBlock[]
}

/** The property that says what a file is about: a `duizhao://` address. */
export const IDENTITY_KEY = 'duizhao'

/** The whole file: LF, one final line feed. */
export function printDocument({ frontMatter, blocks }: ManagedDocument): string {
  const [head, ...others] = blocks
  const kept = head === undefined ? [] : [{ ...head, body: `${head.body}\n\n${printRecord(frontMatter)}` }]
  const printed = [...kept, ...others].map((block) => printManaged(block))
  return `${[printFrontMatter(frontMatter), ...printed].join('\n\n')}\n`
}

/** Whether a file that is there already is an earlier export of the same thing, so that it may be updated. */
export function isEarlierExport(existing: string, fresh: string): boolean {
  const file = splitFrontMatter(toLf(existing))
  const ours = splitFrontMatter(fresh)
  const identity = frontMatterValue(ours.lines ?? [], IDENTITY_KEY)
  if (identity !== null && file.lines !== null && frontMatterValue(file.lines, IDENTITY_KEY) === identity)
    return true
  const head = parseManaged(ours.rest).find((part) => part.kind === 'managed')
  return parseManaged(file.rest).some((part) => part.kind === 'managed' && part.key === head?.key)
}

/**
 * Brings an earlier export up to date and leaves to the user what is theirs. `fresh` is what
 * `printDocument` gives.
 * - Blocks of ours are replaced where they stand, new ones come after the one they follow, those that are
 *   gone from the library go.
 * - What stands outside of blocks stays, word for word.
 * - A block the user changed stays as it is while the library's has not changed. Once that has, the new
 *   block takes its place and the user's version follows it as text of theirs.
 * - Front matter: see `mergeFrontMatter`. A file without any gets none.
 * Merging twice is merging once. A file the user never touched becomes `fresh`.
 */
export function mergeManaged(existing: string, fresh: string): string {
  const usesCrLf = /^[^\n]*\r\n/u.test(existing)
  const file = splitFrontMatter(toLf(existing))
  const ours = splitFrontMatter(fresh)
  const blocks = parseManaged(ours.rest).filter((part) => part.kind === 'managed')
  const parts = mergeParts(parseManaged(file.rest), blocks)
  const front = file.lines === null ? [] : [mergeFrontMatter(file.lines, ours.lines ?? [], file.rest)]
  const merged = `${[...front, ...parts.map(printPart)].join('\n\n')}\n`
  return usesCrLf ? merged.replaceAll('\n', '\r\n') : merged
}

type Managed = Extract<FilePart, { kind: 'managed' }>

function mergeParts(existing: readonly FilePart[], fresh: readonly Managed[]): FilePart[] {
  const isUntouched = existing.every((part) => part.kind === 'managed' && !isEdited(part))
  return isUntouched ? [...fresh] : insertNew(updateOld(existing, fresh), fresh)
}

function updateOld(existing: readonly FilePart[], fresh: readonly Managed[]): FilePart[] {
  const freshByKey = new Map(fresh.map((block) => [block.key, block]))
  const seen = new Set<string>()
  return existing.flatMap((part): FilePart[] => {
    if (part.kind === 'free') return [part]
    // A block the user copied elsewhere is theirs.
    if (seen.has(part.key)) return [{ kind: 'free', text: printPart(part) }]
    seen.add(part.key)
    const block = freshByKey.get(part.key)
    if (!isEdited(part)) return block === undefined ? [] : [block]
    if (block?.checksum === part.checksum) return [part]
    const kept: FilePart = { kind: 'free', text: trimBlankLines(`${keptMarker(part.key)}\n\n${part.body}`) }
    return block === undefined ? [kept] : [block, kept]
  })
}

/** Puts each block that is new behind the block it follows, and behind what the user wrote below that. */
function insertNew(parts: readonly FilePart[], fresh: readonly Managed[]): FilePart[] {
  const present = new Set(parts.flatMap((part) => (part.kind === 'managed' ? [part.key] : [])))
  const following = new Map<string | null, Managed[]>()
  let previous: string | null = null
  for (const block of fresh) {
    if (present.has(block.key)) previous = block.key
    else following.set(previous, [...(following.get(previous) ?? []), block])
  }
  const merged: FilePart[] = [...(following.get(null) ?? [])]
  let waiting: readonly Managed[] = []
  for (const part of parts) {
    if (part.kind === 'managed') {
      merged.push(...waiting, part)
      waiting = following.get(part.key) ?? []
      continue
    }
    // Text below a block is about the block, but a heading begins something of its own.
    const [about, own] = waiting.length === 0 ? [part.text, ''] : splitAtHeading(part.text)
    if (about !== '') merged.push({ kind: 'free', text: about })
    if (own === '') continue
    merged.push(...waiting, { kind: 'free', text: own })
    waiting = []
  }
  return [...merged, ...waiting]
}

function splitAtHeading(text: string): [string, string] {
  const lines = text.split('\n')
  let isCode = false
  const at = lines.findIndex((line) => {
    if (/^[ \t]*(?:```|~~~)/u.test(line)) isCode = !isCode
    return !isCode && /^#{1,6} /u.test(line)
  })
  if (at === -1) return [text, '']
  return [trimBlankLines(lines.slice(0, at).join('\n')), lines.slice(at).join('\n')]
}

function isEdited(part: Managed): boolean {
  return checksum(part.body) !== part.checksum
}

function printPart(part: FilePart): string {
  return part.kind === 'free' ? part.text : printManaged(part, part.checksum)
}

function toLf(text: string): string {
  return text.replace(/^\ufeff/u, '').replaceAll('\r\n', '\n')
}
