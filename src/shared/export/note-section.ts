import { mapNoteLinks } from '../text/find-note-links.ts'
import { duizhaoAddress, noteBlockId } from './addresses.ts'
import { escapeLine } from './escape-markdown.ts'
import type { ExportNote } from './export-model.ts'
import { LABELS } from './labels.ts'
import type { LinkedModel, LinkedPair } from './linked-model.ts'
import type { ManagedBlock } from './managed-blocks.ts'
import { noteLines, quoted } from './note-markdown.ts'
import { compareNumbers, compareText } from './total-order.ts'

/** A note's Markdown with its links as they lead within the export. */
export function linkedNote(linked: LinkedModel, note: string): string {
  return mapNoteLinks(note, linked.noteAddress)
}

/** Notes on an article, under their heading; nothing at all when there are none. */
export function notesSection(linked: LinkedModel, notes: readonly ExportNote[]): ManagedBlock[] {
  return section(notes.map((note) => noteBlock(linked, note, null)))
}

/** The notes of a pair: on its left article, on its right one, then row by row. */
export function pairNotesSection(linked: LinkedModel, pair: LinkedPair): ManagedBlock[] {
  return section(
    notesOfPair(linked, pair).map((note) => noteBlock(linked, note, placeInPair(linked, pair, note))),
  )
}

/** The notes of a pair in the order of their places. */
export function notesOfPair(linked: LinkedModel, pair: LinkedPair): ExportNote[] {
  const index = new Map(pair.pair.beads.map((bead, at) => [bead.id, at]))
  const onBeads = pair.pair.beads
    .flatMap((bead) => linked.notesOnBead(bead.id))
    .toSorted(
      (a, b) => compareNumbers([beadIndex(index, a)], [beadIndex(index, b)]) || compareText(a.id, b.id),
    )
  return [...linked.notesOnArticle(pair.left.id), ...linked.notesOnArticle(pair.right.id), ...onBeads]
}

function beadIndex(index: ReadonlyMap<string, number>, { on }: ExportNote): number {
  return on.kind === 'bead' ? (index.get(on.beadId) ?? -1) : -1
}

function section(blocks: readonly ManagedBlock[]): ManagedBlock[] {
  return blocks.length === 0 ? [] : [{ key: 'notes', body: `## ${LABELS.notes}` }, ...blocks]
}

/**
 * A note as an Obsidian callout (a plain quote to any other reader), so that nothing in it can take hold of what
 * follows. `place`: what it is about, where the file is about more than one thing.
 */
function noteBlock(linked: LinkedModel, note: ExportNote, place: string | null): ManagedBlock {
  const link = `[${LABELS.backLink}](${duizhaoAddress('note', note.id)})`
  const callout = quoted([
    `[!note] ${escapeLine(place ?? note.title)}`,
    '',
    ...noteLines(linkedNote(linked, note.body)),
    '',
    link,
  ])
  return { key: `note/${note.id}`, body: `${callout}\n\n^${noteBlockId(note.id)}` }
}

function placeInPair(linked: LinkedModel, pair: LinkedPair, { on }: ExportNote): string | null {
  if (on.kind === 'article') return on.articleId === pair.left.id ? pair.left.title : pair.right.title
  if (on.kind === 'free') return null
  const at = pair.pair.beads.findIndex((bead) => bead.id === on.beadId)
  const bead = pair.pair.beads[at]
  const texts = [bead?.left ?? [], bead?.right ?? []].map((ids) =>
    ids
      .map((id) => linked.placeOf.get(id)?.segment.text ?? '')
      .join('')
      .trim(),
  )
  return [`${at + 1}`, ...texts.filter((text) => text !== '')].join(' · ')
}
