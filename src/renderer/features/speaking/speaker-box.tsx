import { useId, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import type { SpeakerSummary } from '../../../shared/contract/schemas/speaker.ts'
import { allNames, nearestName } from '../../../shared/domain/speaker.ts'
import { useT, useUiLanguage } from '../../i18n/i18n.ts'
import { isComposing } from '../../ui/keys.ts'
import styles from './speaker-box.module.css'
import { speakerChoices, type ChoiceOptions, type SpeakerChoice } from './speaker-choices.ts'

export interface SpeakerBoxProps {
  readonly label: string
  readonly speakers: readonly SpeakerSummary[]
  readonly options: ChoiceOptions
  readonly input: RefObject<HTMLInputElement | null>
  readonly onPick: (choice: SpeakerChoice) => void
}

/** Chooses a speaker by typing a part of their name or role. The Enter of an input method picks nothing. */
export function SpeakerBox({ label, speakers, options, input, onPick }: SpeakerBoxProps): ReactNode {
  const t = useT('speaking')
  const [typed, setTyped] = useState('')
  const [marked, setMarked] = useState(0)
  const listId = useId()
  const choices = speakerChoices(speakers, typed, options)
  const at = Math.min(marked, choices.length - 1)

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) {
      // Enter and Esc are the input method's; the dialog around must not hear them either.
      event.stopPropagation()
      return
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1
      if (choices.length > 0) setMarked((at + step + choices.length) % choices.length)
    } else if (event.key === 'Enter') {
      const choice = choices[at]
      if (choice !== undefined) onPick(choice)
    } else if (event.key === 'Escape' && typed !== '') {
      setTyped('')
      event.stopPropagation()
    } else {
      return
    }
    event.preventDefault()
  }

  return (
    <div className={styles['box']}>
      <input
        ref={input}
        className={styles['input']}
        role="combobox"
        aria-label={label}
        aria-expanded={choices.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 ? `${listId}-${at}` : undefined}
        placeholder={t('assign.placeholder')}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setMarked(0)
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={listId} role="listbox" aria-label={t('assign.choices')} className={styles['choices']}>
        {choices.map((choice, index) => (
          // The box keeps the focus; its keys choose among the lines.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={choice.kind === 'speaker' ? choice.speaker.id : choice.kind}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            className={styles['choice']}
            ref={(element) => {
              if (index === at) element?.scrollIntoView({ block: 'nearest' })
            }}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onPick(choice)}
          >
            <ChoiceWords choice={choice} />
          </li>
        ))}
      </ul>
      {choices.length === 0 && options.canCreate && <p className={styles['hint']}>{t('assign.none')}</p>}
    </div>
  )
}

function ChoiceWords({ choice }: { readonly choice: SpeakerChoice }): ReactNode {
  const t = useT('speaking')
  const language = useUiLanguage()
  switch (choice.kind) {
    case 'create':
      return t('assign.create', { name: choice.name })
    case 'nobody':
      return <span className={styles['quiet']}>{t('assign.nobody')}</span>
    case 'speaker': {
      const role = nearestName(choice.speaker, language)?.role ?? null
      return (
        <>
          <span className={styles['name']}>
            {allNames(choice.speaker, language)}
            {role !== null && <span className={styles['role']}>{role}</span>}
          </span>
          {choice.isHere && <span className={styles['quiet']}>{t('assign.here')}</span>}
        </>
      )
    }
  }
}
