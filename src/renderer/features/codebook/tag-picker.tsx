import { useId, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import type { TagId } from '../../../shared/domain/ids.ts'
import { useT } from '../../i18n/i18n.ts'
import { isComposing } from '../../ui/keys.ts'
import styles from './tag-picker.module.css'
import { tagsMatching } from './tag-rows.ts'

/** The most that are listed; typing narrows it. */
const MOST = 100

/** A tag, or the root where that can be picked. */
export type Picked = Tag | 'root'

export interface TagPickerProps {
  readonly label: string
  /** Those that can be picked. */
  readonly tags: readonly Tag[]
  readonly withRoot: boolean
  readonly picked: TagId | 'root' | null
  readonly onPick: (picked: Picked) => void
  /** Enter on what is picked already. */
  readonly onSubmit: () => void
  readonly field: RefObject<HTMLInputElement | null>
}

/** A tag by its path: typing finds, arrows walk and pick, Enter is done. */
export function TagPicker({
  label,
  tags,
  withRoot,
  picked,
  onPick,
  onSubmit,
  field,
}: TagPickerProps): ReactNode {
  const t = useT('codebook')
  const id = useId()
  const [typed, setTyped] = useState('')
  const found: readonly Picked[] = [
    ...(withRoot && typed.trim() === '' ? ['root' as const] : []),
    ...tagsMatching(tags, typed).slice(0, MOST),
  ]
  const at = found.findIndex((each) => keyOf(each) === picked)

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1
      const next =
        at === -1 ? (step === 1 ? found[0] : found.at(-1)) : found[(at + step + found.length) % found.length]
      if (next !== undefined) onPick(next)
      document
        .getElementById(`${id}-${next === undefined ? '' : keyOf(next)}`)
        ?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      onSubmit()
    } else {
      return
    }
    event.preventDefault()
  }
  return (
    <div className={styles['picker']}>
      <input
        ref={field}
        className={styles['input']}
        role="combobox"
        aria-label={label}
        placeholder={label}
        aria-expanded="true"
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={at === -1 || picked === null ? undefined : `${id}-${picked}`}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          const text = event.currentTarget.value
          setTyped(text)
          const [best] = tagsMatching(tags, text)
          if (text.trim() !== '' && best !== undefined) onPick(best)
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={id} role="listbox" aria-label={label} className={styles['list']}>
        {found.map((each) => (
          // The box keeps the focus; its keys choose among the lines.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={keyOf(each)}
            id={`${id}-${keyOf(each)}`}
            role="option"
            aria-selected={keyOf(each) === picked}
            className={styles['option']}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(each)}
          >
            {each === 'root' ? t('move.root') : each.path}
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className={styles['none']}>{t('search.none')}</p>}
    </div>
  )
}

function keyOf(picked: Picked): TagId | 'root' {
  return picked === 'root' ? 'root' : picked.id
}
