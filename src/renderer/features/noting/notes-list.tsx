import { useEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import type { NoteRow } from '../../../shared/contract/schemas/note.ts'
import type { NoteId } from '../../../shared/domain/ids.ts'
import { formatMoment } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import { isComposing } from '../../ui/keys.ts'
import { HomeLine } from './note-home.tsx'
import styles from './notes-room.module.css'

const PAGE = 8

export interface NotesListProps {
  readonly element: RefObject<HTMLUListElement | null>
  readonly rows: readonly NoteRow[]
  readonly current: NoteId | null
  readonly onChoose: (id: NoteId) => void
  /** Puts the caret into the note. */
  readonly onEdit: () => void
  readonly onRemove: () => void
}

/** All notes that fit, the last changed first. */
export function NotesList({ element, rows, current, onChoose, onEdit, onRemove }: NotesListProps): ReactNode {
  const t = useT('noting')
  const at = rows.findIndex(({ id }) => id === current)
  const chosen = useRef<HTMLLIElement>(null)
  useEffect(() => {
    // In braces: it answers a promise in some browsers, which is nothing to clean up.
    chosen.current?.scrollIntoView({ block: 'nearest' })
  }, [current])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget || isComposing(event.nativeEvent)) return
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const to = destination(event.key, at, rows.length)
    if (to !== null) {
      const row = rows[to]
      if (row !== undefined) onChoose(row.id)
    } else if (event.key === 'Enter' && at >= 0) {
      onEdit()
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && at >= 0) {
      onRemove()
    } else {
      return
    }
    event.preventDefault()
  }

  return (
    <ul
      ref={element}
      role="listbox"
      aria-label={t('list.label')}
      tabIndex={0}
      className={styles['list']}
      aria-activedescendant={at < 0 ? undefined : `note-${current ?? ''}`}
      onKeyDown={onKeyDown}
    >
      {rows.map((row) => (
        // The list has the focus and the keys.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <li
          key={row.id}
          id={`note-${row.id}`}
          ref={row.id === current ? chosen : undefined}
          role="option"
          aria-selected={row.id === current}
          className={styles['row']}
          onClick={() => onChoose(row.id)}
          onDoubleClick={onEdit}
        >
          <span className={styles['excerpt']}>{row.excerpt}</span>
          <HomeLine on={row.on} />
          <span className={styles['moment']}>{formatMoment(row.updatedAt)}</span>
        </li>
      ))}
    </ul>
  )
}

function destination(key: string, at: number, count: number): number | null {
  const last = count - 1
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, last)
    case 'ArrowUp':
      return Math.max(at - 1, 0)
    case 'PageDown':
      return Math.min(at + PAGE, last)
    case 'PageUp':
      return Math.max(at - PAGE, 0)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
