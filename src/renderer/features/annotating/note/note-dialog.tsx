import { useState, type ReactNode } from 'react'
import type { FullNote, NoteTarget } from '../../../../shared/contract/schemas/note.ts'
import type { NoteDialog as Asked } from '../../../data/note-dialog.ts'
import { useApiQuery } from '../../../data/use-api-query.ts'
import { useT } from '../../../i18n/i18n.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { NoteBacklinks } from './note-backlinks.tsx'
import styles from './note-dialog.module.css'
import { NoteEditor } from './note-editor.tsx'

/** The notes on an article, on both of a pair, or on a bead, over the page. */
export function NoteDialog({
  asked,
  onClose,
}: {
  readonly asked: Asked
  readonly onClose: () => void
}): ReactNode {
  const t = useT('noting')
  const title =
    asked.kind === 'bead' ? t('reader.beadNotes', { number: asked.number }) : t('reader.articleNotes')
  return (
    <Dialog open place="end" size="small" title={title} closeLabel={t('reader.close')} onClose={onClose}>
      <div className={styles['notes']}>
        {asked.kind === 'bead' ? (
          <NotesOn
            target={{ kind: 'bead', beadId: asked.beadId }}
            label={title}
            takesFocus
            onDone={onClose}
          />
        ) : (
          asked.articles.map(({ id, title: name, language }, index) => (
            <section key={id} className={styles['article']} aria-label={name}>
              <h3 className={styles['name']} data-face="text" lang={language}>
                {name}
              </h3>
              <NotesOn
                target={{ kind: 'article', articleId: id }}
                label={t('editor.article', { title: name })}
                takesFocus={index === 0}
                onDone={onClose}
              />
              <NoteBacklinks to={{ kind: 'article', id }} onFollow={onClose} />
            </section>
          ))
        )}
      </div>
    </Dialog>
  )
}

interface NotesOnProps {
  readonly target: NoteTarget
  readonly label: string
  readonly takesFocus: boolean
  readonly onDone: () => void
}

/** The notes on one thing, each in an editor; one to begin with where there are none. */
function NotesOn({ target, label, takesFocus, onDone }: NotesOnProps): ReactNode {
  const { data, isFetching } = useApiQuery('notes.get', { target })
  const [isFresh, setIsFresh] = useState(false)
  // An answer of earlier may be out of date, and what is typed over it would be lost to nobody's knowledge.
  if (!isFresh && data !== undefined && !isFetching) setIsFresh(true)
  return data === undefined || !isFresh ? null : (
    <Editors {...{ target, label, takesFocus, onDone }} found={data} />
  )
}

/** The editors of what was found when they were opened: notes that are emptied and made anew stay where they are. */
function Editors({
  target,
  label,
  takesFocus,
  onDone,
  found,
}: NotesOnProps & { readonly found: readonly FullNote[] }): ReactNode {
  const [notes] = useState(found)
  if (notes.length === 0) {
    return <NoteEditor target={target} body="" label={label} takesFocus={takesFocus} onDone={onDone} />
  }
  return notes.map((note, index) => (
    <NoteEditor
      key={note.id}
      target={notes.length === 1 ? target : { kind: 'note', noteId: note.id }}
      home={target}
      body={note.body}
      label={notes.length === 1 ? label : `${label} (${index + 1})`}
      takesFocus={takesFocus && index === 0}
      onDone={onDone}
    />
  ))
}
