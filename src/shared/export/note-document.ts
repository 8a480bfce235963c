import { duizhaoAddress } from './addresses.ts'
import { properties } from './article-document.ts'
import type { ExportNote } from './export-model.ts'
import { LABELS } from './labels.ts'
import type { LinkedModel } from './linked-model.ts'
import { IDENTITY_KEY, type ManagedDocument } from './merge-managed.ts'
import { noteLines } from './note-markdown.ts'
import { linkedNote } from './note-section.ts'

/** A note that is in nothing else: a file of its own. */
export function noteDocument(linked: LinkedModel, note: ExportNote): ManagedDocument {
  const address = duizhaoAddress('note', note.id)
  return {
    frontMatter: properties([
      ['title', note.title],
      [IDENTITY_KEY, address],
    ]),
    blocks: [
      { key: `note/${note.id}`, body: `[${LABELS.backLink}](${address})` },
      { key: 'text', body: withoutMarkers(noteLines(linkedNote(linked, note.body)).join('\n')) },
    ],
  }
}

/** Our own markers are the one thing that could end a note's block too soon. */
function withoutMarkers(markdown: string): string {
  return markdown.replace(/^<!-- duizhao:/gmu, '\\<!-- duizhao:')
}
