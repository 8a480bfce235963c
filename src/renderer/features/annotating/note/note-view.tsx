import { memo, type ReactNode } from 'react'
import { parseNoteLink, type NoteLink } from '../../../../shared/domain/note-link.ts'
import { useApiQuery } from '../../../data/use-api-query.ts'
import { useT } from '../../../i18n/i18n.ts'
import { classNames } from '../../../ui/class-names.ts'
import { followLink } from './follow-link.ts'
import { parseNote, type NoteBlock, type NoteList } from './markdown-blocks.ts'
import type { InlineRun } from './note-inline.ts'
import styles from './note-text.module.css'
import { useLinkGround } from './use-link-ground.ts'

/** A note to read. Links lead about the library; others are inert: nothing leaves the machine by a click on a card. */
export const NoteView = memo(function NoteView({ body }: { readonly body: string }): ReactNode {
  return (
    <div className={styles['view']}>
      {parseNote(body).map((block, index) => (
        // A note is drawn whole; its blocks have no other name than their place.
        // oxlint-disable-next-line react/no-array-index-key
        <Block key={index} block={block} />
      ))}
    </div>
  )
})

function Block({ block }: { readonly block: NoteBlock }): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return <p className={styles['paragraph']}>{inline(block.runs)}</p>
    case 'heading':
      return <p className={styles['heading']}>{inline(block.runs)}</p>
    case 'quote':
      return <blockquote className={styles['quote']}>{inline(block.runs)}</blockquote>
    case 'code':
      return <code className={styles['codeBlock']}>{block.text}</code>
    case 'list':
      return <List list={block} />
  }
}

function List({ list }: { readonly list: NoteList }): ReactNode {
  const items = list.items.map((item, index) => (
    // oxlint-disable-next-line react/no-array-index-key
    <li
      key={index}
      className={classNames(
        styles['item'],
        list.type === 'check' && styles[item.checked ? 'checked' : 'unchecked'],
      )}
      {...(list.type === 'check' ? { 'data-checked': item.checked } : {})}
    >
      {list.type === 'check' && <span data-unseen="">{item.checked ? '☑' : '☐'}</span>}
      {inline(item.runs)}
      {item.lists.map((nested, at) => (
        // oxlint-disable-next-line react/no-array-index-key
        <List key={at} list={nested} />
      ))}
    </li>
  ))
  if (list.type === 'check') return <ul className={styles['boxes']}>{items}</ul>
  return list.type === 'number' ? (
    <ol start={list.start} className={styles['numbers']}>
      {items}
    </ol>
  ) : (
    <ul className={styles['bullets']}>{items}</ul>
  )
}

function inline(runs: readonly InlineRun[]): ReactNode {
  return runs.map((run, index) => {
    const key = `${index}-${run.text}`
    if (run.text === '\n') return <br key={key} />
    let text: ReactNode = run.text
    if (run.code) text = <code className={styles['code']}>{text}</code>
    if (run.italic) text = <em className={styles['italic']}>{text}</em>
    if (run.bold) text = <strong className={styles['bold']}>{text}</strong>
    const link = run.link === null ? null : parseNoteLink(run.link)
    if (link !== null) {
      return (
        <LibraryLink key={key} link={link}>
          {text}
        </LibraryLink>
      )
    }
    return (
      <span key={key} {...(run.link === null ? {} : { className: styles['link'], title: run.link })}>
        {text}
      </span>
    )
  })
}

/** A link into the library. Where its target is gone, its words stay and say so. */
function LibraryLink({
  link,
  children,
}: {
  readonly link: NoteLink
  readonly children: ReactNode
}): ReactNode {
  const t = useT('noting')
  const ground = useLinkGround()
  const { data } = useApiQuery('notes.places', { links: [{ kind: link.kind, id: link.id }] })
  const label = data?.[0]?.label
  if (label === null) {
    return (
      <span className={styles['link']} data-gone={t('link.gone')}>
        {children}
        <span data-unseen="">{t('link.gone')}</span>
      </span>
    )
  }
  return (
    <button
      type="button"
      className={styles['link']}
      title={label}
      onClick={(event) => {
        // Around it, a click opens the note for writing.
        event.stopPropagation()
        followLink(link, ground)
      }}
    >
      {children}
    </button>
  )
}
