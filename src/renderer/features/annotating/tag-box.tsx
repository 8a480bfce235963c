import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Annotation } from '../../../shared/contract/schemas/annotation.ts'
import { useT } from '../../i18n/i18n.ts'
import { CloseIcon } from '../../ui/icons.tsx'
import { isComposing } from '../../ui/keys.ts'
import { tagHighlight, untagHighlight } from './annotation-actions.ts'
import { tagsOf, useDesk } from './desk.ts'
import styles from './tag-box.module.css'
import { tagChoices, type TagChoice } from '../../data/tag-choices.ts'
import { TagDot } from './tag-dot.tsx'

/** Puts tags on a highlight: recents by digit, others by typing, new ones on the fly. */
export function TagBox({
  annotation,
  onDone,
}: {
  readonly annotation: Annotation
  readonly onDone: () => void
}): ReactNode {
  const t = useT('annotating')
  const { tags } = useDesk()
  const [typed, setTyped] = useState('')
  const [marked, setMarked] = useState(-1)
  const listId = useId()
  const applied = tagsOf(tags, annotation.tagIds)
  const choices = tagChoices(tags, new Set(annotation.tagIds), typed)
  const atMark = choices[Math.min(marked, choices.length - 1)]
  // Nothing is marked until something is typed or an arrow pressed: Enter on an empty box is “done”.
  const isMarked = typed.trim() !== '' || marked >= 0

  function pick(choice: TagChoice): void {
    setTyped('')
    setMarked(-1)
    if (choice.kind === 'create') void tagHighlight(annotation.id, [choice.path])
    else if (choice.applied) void untagHighlight(annotation.id, choice.tag.id)
    else void tagHighlight(annotation.id, [choice.tag.path])
  }

  function onKeyDown(event: KeyboardEvent): void {
    // The Enter that confirms a word of the input method is not ours.
    if (isComposing(event.nativeEvent)) return
    const digit = /^(?:Digit|Numpad)([1-9])$/u.exec(event.code)?.[1]
    if (digit !== undefined && typed === '' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const choice = choices[Number(digit) - 1]
      if (choice !== undefined) pick(choice)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (choices.length > 0) setMarked((marked + step + choices.length) % choices.length)
    } else if (event.key === 'Enter') {
      if (event.ctrlKey || event.metaKey || atMark === undefined || !isMarked) onDone()
      else pick(atMark)
    } else if (event.key === 'Backspace' && typed === '' && applied.length > 0) {
      const last = applied.at(-1)
      if (last !== undefined) void untagHighlight(annotation.id, last.id)
    } else if (event.key === 'Escape') {
      if (typed === '') onDone()
      else setTyped('')
    } else {
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className={styles['box']}>
      {applied.length > 0 && (
        <ul className={styles['applied']} aria-label={t('tags.applied')}>
          {applied.map((tag) => (
            <li key={tag.id} className={styles['chip']}>
              <TagDot tag={tag} />
              {tag.path}
              <button
                type="button"
                aria-label={t('tags.remove', { tag: tag.path })}
                onClick={() => void untagHighlight(annotation.id, tag.id)}
              >
                <CloseIcon size={12} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        className={styles['input']}
        role="combobox"
        aria-label={t('tags.box')}
        aria-expanded={choices.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={
          isMarked && atMark !== undefined ? `${listId}-${choices.indexOf(atMark)}` : undefined
        }
        aria-describedby={
          isMarked && atMark !== undefined && descriptionOf(atMark) !== undefined
            ? `${listId}-about`
            : undefined
        }
        placeholder={t('tags.placeholder')}
        autoComplete="off"
        spellCheck={false}
        // The box opens because the user asked to type into it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setMarked(event.currentTarget.value.trim() === '' ? -1 : 0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={listId} role="listbox" aria-label={t('tags.choices')} className={styles['choices']}>
        {choices.map((choice, index) => (
          // The box keeps the focus; its keys choose among the lines.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={choice.kind === 'tag' ? choice.tag.id : 'create'}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={choice.kind === 'tag' && choice.applied}
            data-marked={(isMarked && choice === atMark) || undefined}
            className={styles['choice']}
            title={descriptionOf(choice)}
            // Pressing a line must leave the focus in the box.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(choice)}
          >
            {choice.kind === 'create' ? (
              <span className={styles['name']}>{t('tags.create', { path: choice.path })}</span>
            ) : (
              <>
                <TagDot tag={choice.tag} />
                <span className={styles['name']}>{choice.tag.path}</span>
                {choice.applied && <span className={styles['state']}>{t('tags.isApplied')}</span>}
                {typed === '' ? (
                  <kbd className={styles['digit']}>{index + 1}</kbd>
                ) : (
                  <span className={styles['state']}>{choice.tag.count}</span>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
      {isMarked && atMark !== undefined && descriptionOf(atMark) !== undefined && (
        <p id={`${listId}-about`} className={styles['about']}>
          {descriptionOf(atMark)}
        </p>
      )}
      {choices.length === 0 && <p className={styles['hint']}>{t('tags.none')}</p>}
    </div>
  )
}

/** What a tag is for, in the user's words; undefined where nothing is said. */
function descriptionOf(choice: TagChoice): string | undefined {
  return choice.kind === 'tag' && choice.tag.description !== '' ? choice.tag.description : undefined
}
