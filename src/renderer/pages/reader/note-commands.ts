import type { Reading } from '../../../shared/contract/schemas/reader.ts'
import { showNoteDialog } from '../../data/note-dialog.ts'
import { announce } from '../../features/annotating/announce.tsx'
import { getT } from '../../i18n/i18n.ts'
import { showToast } from '../../ui/toast.ts'
import type { Stage } from './reader-stage.ts'

/** Opens the note on the bead of the current row. */
export function writeBeadNote({ source, pointer }: Stage): void {
  const bead = source.row(pointer.getState().rowIndex)?.bead ?? null
  if (bead === null) {
    const title = getT('noting')('reader.noBead')
    showToast({ id: 'bead-note', title })
    announce(title)
    return
  }
  showNoteDialog({ kind: 'bead', beadId: bead.id, number: bead.number })
}

/** Opens the notes on the articles that are read. */
export function writeArticleNotes({ left, right }: Reading): void {
  const articles = [left, ...(right === null ? [] : [right])]
  showNoteDialog({
    kind: 'articles',
    articles: articles.map(({ id, title, language }) => ({ id, title, language })),
  })
}
