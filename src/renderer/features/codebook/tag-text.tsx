import { useEffect, useEffectEvent, useId, useRef, useState, type ReactNode } from 'react'
import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import { TAG_TEXT_LENGTH, tidyTagText } from '../../../shared/domain/tag-path.ts'
import { useCommand } from '../../data/use-command.ts'
import styles from './tag-text.module.css'

/** Milliseconds from a key to the save of what it typed. */
const DELAY = 300

export interface TagTextProps {
  readonly tag: Tag
  readonly field: 'description' | 'examples'
  readonly label: string
  readonly placeholder: string
  /** Told once one is done with it, when something has changed. */
  readonly onSaved: () => void
}

/** A text of a tag, saved while it is typed; what is typed from coming to going is one step. */
export function TagText({ tag, field, label, placeholder, onSaved }: TagTextProps): ReactNode {
  const id = useId()
  const { mutateAsync: update } = useCommand('tags.update')
  // What is in the field while it has the focus; else it shows what the library has.
  const [typed, setTyped] = useState<string | null>(null)
  const visit = useRef({ session: '', saved: tag[field], hasSaved: false })
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)

  const save = useEffectEvent(async (text: string): Promise<void> => {
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = null
    const tidy = tidyTagText(text)
    if (tidy === visit.current.saved) return
    visit.current.saved = tidy
    visit.current.hasSaved = true
    await update({ tagId: tag.id, [field]: tidy, session: visit.current.session }).catch(() => {
      // The failure is told; the next key tries again.
      visit.current.saved = tag[field]
    })
  })
  const leave = useEffectEvent(() => {
    if (typed !== null) void save(typed)
  })
  useEffect(() => {
    const flush = (): void => leave()
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [])

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
        onFocus={() => {
          visit.current = { session: crypto.randomUUID(), saved: tag[field], hasSaved: false }
        }}
        onChange={(event) => {
          const text = event.currentTarget.value
          setTyped(text)
          timer.current ??= setTimeout(() => leave(), DELAY)
        }}
        onBlur={() => {
          if (typed === null) return
          void save(typed).then(() => {
            setTyped(null)
            if (visit.current.hasSaved) onSaved()
          })
        }}
      />
    </div>
  )
}
