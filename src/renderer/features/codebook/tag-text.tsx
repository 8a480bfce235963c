import { useEffect, useId, useState, type ReactNode } from 'react'
import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import { TAG_TEXT_LENGTH } from '../../../shared/domain/tag-path.ts'
import { useCommand } from '../../data/use-command.ts'
import { TagTextSaver } from './tag-text-saver.ts'
import styles from './tag-text.module.css'

export interface TagTextProps {
  readonly tag: Tag
  readonly field: 'description' | 'examples'
  readonly label: string
  readonly placeholder: string
  /** Told once one is done with it, when something has changed. */
  readonly onSaved: () => void
}

/** A text of a tag, saved while it is typed; what is typed from coming to going is one step. To be keyed by the tag. */
export function TagText({ tag, field, label, placeholder, onSaved }: TagTextProps): ReactNode {
  const id = useId()
  const { mutateAsync: update } = useCommand('tags.update')
  // What is in the field while it has the focus; else it shows what the library has.
  const [typed, setTyped] = useState<string | null>(null)
  const [saver] = useState(
    () => new TagTextSaver((text, session) => update({ tagId: tag.id, [field]: text, session })),
  )
  useEffect(() => {
    const flush = (): void => void saver.flush()
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [saver])

  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      <textarea
        id={id}
        className={styles['text']}
        rows={3}
        maxLength={TAG_TEXT_LENGTH}
        placeholder={placeholder}
        spellCheck={false}
        value={typed ?? tag[field]}
        onFocus={() => saver.begin(tag[field])}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          saver.change(event.currentTarget.value)
        }}
        onBlur={() => {
          if (typed === null) return
          void saver.flush().then((hasSaved) => {
            setTyped(null)
            if (hasSaved) onSaved()
          })
        }}
      />
    </div>
  )
}
