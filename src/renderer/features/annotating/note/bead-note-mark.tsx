import { createContext, use, type ReactNode } from 'react'
import type { Row } from '../../../../shared/contract/schemas/reader.ts'
import type { BeadId } from '../../../../shared/domain/ids.ts'
import { showNoteDialog } from '../../../data/note-dialog.ts'
import { useT } from '../../../i18n/i18n.ts'
import { NoteIcon } from '../../../ui/icons.tsx'
import styles from './bead-note-mark.module.css'

const BeadsContext = createContext<ReadonlySet<BeadId>>(new Set())

/** The beads that have a note, for the marks in the gutter. */
export const BeadNotesProvider = BeadsContext.Provider

/** A small sheet in the gutter of a row whose bead has a note; pressed, it opens. */
export function BeadNoteMark({ row }: { readonly row: Row }): ReactNode {
  const t = useT('noting')
  const beads = use(BeadsContext)
  const { bead } = row
  if (bead === null || !beads.has(bead.id)) return null
  const { id: beadId, number } = bead
  return (
    <button
      type="button"
      className={styles['mark']}
      aria-label={t('reader.mark', { number })}
      // One per row would make Tab useless; the keyboard has a key for it.
      tabIndex={-1}
      onClick={() => showNoteDialog({ kind: 'bead', beadId, number })}
    >
      <NoteIcon size={12} />
    </button>
  )
}
