import { memo, type ReactNode } from 'react'
import { parseNote, type NoteBlock, type NoteList } from './markdown-blocks.ts'
import type { InlineRun } from './note-inline.ts'
import styles from './note-text.module.css'

/** A note to read. Its links are inert: nothing leaves the machine by a click on a card. */
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
    <li key={index} className={styles['item']}>
      {inline(item.runs)}
      {item.lists.map((nested, at) => (
        // oxlint-disable-next-line react/no-array-index-key
        <List key={at} list={nested} />
      ))}
    </li>
  ))
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
    return (
      <span key={key} {...(run.link === null ? {} : { className: styles['link'], title: run.link })}>
        {text}
      </span>
    )
  })
}
