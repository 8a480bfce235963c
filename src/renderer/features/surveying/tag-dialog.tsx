import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import { tagChoices, type TagChoice } from '../../data/tag-choices.ts'
import { useT } from '../../i18n/i18n.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { isComposing } from '../../ui/keys.ts'
import styles from './tag-dialog.module.css'
import type { SurveyActions, Target } from './use-survey-actions.ts'

export interface TagWish {
  readonly kind: 'tag' | 'untag'
  readonly target: Target
}

export interface TagDialogProps {
  readonly wish: TagWish
  readonly tags: readonly Tag[]
  readonly actions: SurveyActions
  readonly onClose: () => void
}

/** Puts a tag on the selected highlights, or takes one off: typed, chosen with the arrows, one Enter. */
export function TagDialog({ wish, tags, actions, onClose }: TagDialogProps): ReactNode {
  const t = useT('annotations')
  const shell = useT('shell')
  const [typed, setTyped] = useState('')
  const [marked, setMarked] = useState(0)
  const input = useRef<HTMLInputElement>(null)
  const listId = useId()
  const { kind, target } = wish
  const choices = tagChoices(tags, new Set(), typed).filter(
    (choice) => kind === 'tag' || choice.kind === 'tag',
  )
  const atMark = Math.min(marked, choices.length - 1)
  const label = t(`tagging.${kind}`, { count: target.count })

  function pick(choice: TagChoice | undefined): void {
    if (choice === undefined) return
    const path = choice.kind === 'create' ? choice.path : choice.tag.path
    if (kind === 'tag') actions.tag(target, [path])
    else if (choice.kind === 'tag') actions.untag(target, choice.tag.id, path)
    onClose()
  }

  function onKeyDown(event: KeyboardEvent): void {
    // The Enter that confirms a word of the input method is not ours.
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (choices.length > 0) setMarked((atMark + step + choices.length) % choices.length)
    } else if (event.key === 'Enter') {
      pick(choices[atMark])
    } else {
      return
    }
    event.preventDefault()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={label}
      closeLabel={shell('action.close')}
      size="small"
      initialFocus={input}
    >
      <input
        ref={input}
        className={styles['input']}
        role="combobox"
        aria-label={label}
        aria-expanded={choices.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={choices.length > 0 ? `${listId}-${atMark}` : undefined}
        placeholder={t(`tagging.${kind}Hint`)}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setMarked(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={listId} role="listbox" aria-label={t('tagging.choices')} className={styles['choices']}>
        {choices.map((choice, index) => (
          // The box keeps the focus; its keys choose among the lines.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={choice.kind === 'tag' ? choice.tag.id : 'create'}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === atMark}
            className={styles['choice']}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(choice)}
          >
            <span className={styles['name']}>
              {choice.kind === 'create' ? t('tagging.create', { path: choice.path }) : choice.tag.path}
            </span>
            {choice.kind === 'tag' && <span className={styles['number']}>{choice.tag.count}</span>}
          </li>
        ))}
      </ul>
      {choices.length === 0 && <p className={styles['hint']}>{t('tagging.none')}</p>}
    </Dialog>
  )
}
