import type { ReactNode } from 'react'
import type { NoteRow } from '../../../../shared/contract/schemas/note.ts'
import type { NoteLink } from '../../../../shared/domain/note-link.ts'
import { useApiQuery } from '../../../data/use-api-query.ts'
import { useT } from '../../../i18n/i18n.ts'
import { followLink } from './follow-link.ts'
import styles from './note-backlinks.module.css'
import { useLinkGround } from './use-link-ground.ts'

/** The notes that link to something, each to be gone to; nothing where there are none. */
export function NoteBacklinks({
  to,
  onFollow,
}: {
  readonly to: NoteLink
  /** Called before going: what lies over the page may close. */
  readonly onFollow?: () => void
}): ReactNode {
  const t = useT('noting')
  const ground = useLinkGround()
  const { data: rows } = useApiQuery('notes.backlinks', { targetKind: to.kind, targetId: to.id })
  if (rows === undefined || rows.length === 0) return null
  return (
    <section className={styles['backlinks']} aria-label={t('backlinks.title')}>
      <p className={styles['title']}>{t('backlinks.title')}</p>
      <ul className={styles['list']}>
        {rows.map((row) => (
          <li key={row.id}>
            <button
              type="button"
              className={styles['row']}
              onClick={() => {
                onFollow?.()
                followLink(homeLink(row), ground)
              }}
            >
              <span className={styles['excerpt']}>{row.excerpt}</span>
              <span className={styles['home']}>{homeWord(row, t)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A highlight's note is read in its text, any other in the room of notes. */
function homeLink({ id, on }: NoteRow): NoteLink {
  return on.kind === 'highlight' ? { kind: 'highlight', id: on.highlightId } : { kind: 'note', id }
}

function homeWord({ on }: NoteRow, t: ReturnType<typeof useT<'noting'>>): string {
  switch (on.kind) {
    case 'highlight':
    case 'article':
      return on.title
    case 'bead':
      return t('home.bead', { number: on.number, title: on.title })
    case 'free':
      return t('kind.free')
  }
}
