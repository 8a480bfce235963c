import type { NoteLink } from '../domain/note-link.ts'
import { blockId, noteBlockId } from './addresses.ts'
import type { ExportAnnotation, ExportNote } from './export-model.ts'
import { linkDestination } from './inline-markdown.ts'

/** What stands in a file that notes may link to: by `kind/ID`, the block in it; '' for the file as a whole. */
export type FileAnchors = ReadonlyMap<string, string>

export interface AnchoredFile {
  readonly path: string
  readonly anchors: FileAnchors
}

/** Where a link of a note leads within an export; null for what is not in it. */
export type NoteAddress = (link: NoteLink) => string | null

/** The anchors of a file: the thing it is about, its highlights with their notes, and its own notes. */
export function anchorsOf(
  subject: NoteLink | null,
  annotations: readonly ExportAnnotation[],
  notes: readonly ExportNote[],
): FileAnchors {
  const anchors = new Map<string, string>()
  for (const { id, noteId } of annotations) {
    anchors.set(`highlight/${id}`, `^${blockId(id)}`)
    if (noteId !== null) anchors.set(`note/${noteId}`, `^${blockId(id)}`)
  }
  for (const { id } of notes) anchors.set(`note/${id}`, `^${noteBlockId(id)}`)
  if (subject !== null) anchors.set(`${subject.kind}/${subject.id}`, '')
  return anchors
}

/**
 * Addresses for the notes of each file: a block of the same file (`#^…`), or the first file that holds the target,
 * as a relative link, which Obsidian and every other reader follow.
 */
export function addressesIn(files: readonly AnchoredFile[]): (path: string) => NoteAddress {
  const homes = new Map<string, { readonly path: string; readonly anchor: string }>()
  for (const { path, anchors } of files) {
    for (const [key, anchor] of anchors) if (!homes.has(key)) homes.set(key, { path, anchor })
  }
  const anchorsOfFile = new Map(files.map(({ path, anchors }) => [path, anchors]))
  return (from) => (link) => {
    const key = `${link.kind}/${link.id}`
    const here = anchorsOfFile.get(from)?.get(key)
    if (here !== undefined && here !== '') return `#${here}`
    const home = homes.get(key)
    if (home === undefined) return null
    const anchor = home.anchor === '' ? '' : `#${home.anchor}`
    return linkDestination(relativePath(from, home.path)) + anchor
  }
}

/** Paths of an export have one folder or none. */
function relativePath(from: string, to: string): string {
  const [fromFolder, toFolder] = [folderOf(from), folderOf(to)]
  if (fromFolder === toFolder) return to.slice(toFolder.length)
  return `${fromFolder === '' ? '' : '../'}${to}`
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}
