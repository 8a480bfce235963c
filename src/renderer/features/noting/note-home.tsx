import type { CSSProperties, ReactNode } from 'react'
import type { NoteHome, NoteTarget } from '../../../shared/contract/schemas/note.ts'
import { openReading } from '../../data/route.ts'
import { useT } from '../../i18n/i18n.ts'
import styles from './notes-room.module.css'

type Translate = ReturnType<typeof useT<'noting'>>

/** What a note is on, in a line. */
export function HomeLine({ on }: { readonly on: NoteHome }): ReactNode {
  const t = useT('noting')
  if (on.kind === 'free') return <span className={styles['home']}>{t('kind.free')}</span>
  return (
    <span className={styles['home']}>
      {on.kind === 'highlight' && <span className={styles['dot']} style={hueOf(on.color)} />}
      {on.kind === 'article' ? null : (
        <span className={styles['quote']} data-face="text" lang={on.language}>
          {on.quote}
        </span>
      )}
      <span className={styles['title']} {...(on.kind === 'bead' ? {} : { lang: on.language })}>
        {on.kind === 'bead' ? t('home.bead', { number: on.number, title: on.title }) : on.title}
      </span>
    </span>
  )
}

function hueOf(color: number): CSSProperties {
  // React knows no custom properties.
  return { '--hue': `var(--hue-${color})` } as CSSProperties
}

/** What the editor of a note is called for screen readers. */
export function editorName(on: NoteHome, t: Translate): string {
  switch (on.kind) {
    case 'highlight':
      return t('editor.article', { title: on.quote })
    case 'article':
      return t('editor.article', { title: on.title })
    case 'bead':
      return t('editor.bead', { number: on.number })
    case 'free':
      return t('editor.free')
  }
}

/** Shows in its text what the note is on. */
export function goHome(on: NoteHome): void {
  if (on.kind === 'free') return
  openReading(on.target, 'segmentId' in on ? on.segmentId : null)
}

/** Where a note is written that has been emptied. */
export function homeTarget(on: NoteHome): NoteTarget {
  switch (on.kind) {
    case 'highlight':
      return { kind: 'highlight', highlightId: on.highlightId }
    case 'bead':
      return { kind: 'bead', beadId: on.beadId }
    case 'article':
      return { kind: 'article', articleId: on.articleId }
    case 'free':
      return { kind: 'free' }
  }
}
