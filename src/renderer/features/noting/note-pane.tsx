import type { ReactNode } from 'react'
import type { FullNote } from '../../../shared/contract/schemas/note.ts'
import type { NoteId } from '../../../shared/domain/ids.ts'
import { formatMomentAlone } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { TrashIcon } from '../../ui/icons.tsx'
import { editorName, goHome, HomeLine, homeTarget } from './note-home.tsx'
import type { NoteSlots } from './note-slots.ts'
import styles from './notes-room.module.css'

/** One stay with a note; the editor stays the same while the note is saved, emptied, and made anew. */
export interface Stay {
  readonly key: string
  /** What was opened; null for a new note. */
  readonly note: FullNote | null
  /** The note as it is called now; null while it has not been saved. */
  readonly noteId: NoteId | null
  readonly takesFocus: boolean
}

export interface NotePaneProps extends NoteSlots {
  readonly stay: Stay
  readonly onDone: () => void
  readonly onRemove: () => void
  readonly onSaved: (note: FullNote | null) => void
}

/** The open note: what it is on, its text, and what links to it. */
export function NotePane({ stay, editor, backlinks, onDone, onRemove, onSaved }: NotePaneProps): ReactNode {
  const t = useT('noting')
  const { note, noteId } = stay
  const on = note?.on ?? FREE
  return (
    <div className={styles['pane']}>
      <header className={styles['head']}>
        <span className={styles['back']}>
          <Button small tone="quiet" onClick={onDone}>
            {t('action.back')}
          </Button>
        </span>
        <HomeLine on={on} />
        <span className={styles['spring']} />
        {on.kind !== 'free' && (
          <Button small onClick={() => goHome(on)}>
            {t('action.goHome')}
          </Button>
        )}
        {noteId !== null && (
          <IconButton label={t('action.remove')} onClick={onRemove}>
            <TrashIcon size={15} />
          </IconButton>
        )}
      </header>
      <div className={styles['sheet']}>
        {editor({
          key: stay.key,
          target: note === null ? { kind: 'free' } : { kind: 'note', noteId: note.id },
          home: homeTarget(on),
          body: note?.body ?? '',
          label: editorName(on, t),
          takesFocus: stay.takesFocus,
          onDone,
          onLeave: () => undefined,
          onSaved,
        })}
        {note !== null && <p className={styles['moment']}>{formatMomentAlone(note.createdAt)}</p>}
        {noteId !== null && backlinks(noteId)}
      </div>
    </div>
  )
}

const FREE = { kind: 'free' } as const
