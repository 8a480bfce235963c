import { useRef, useState, type ReactNode } from 'react'
import type { SpeakerSummary } from '../../../shared/contract/schemas/speaker.ts'
import { speakerName, type SpeakerName } from '../../../shared/domain/speaker.ts'
import { formatLanguage } from '../../i18n/format.ts'
import { useT, useUiLanguage } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { isComposing } from '../../ui/keys.ts'
import { TextField } from '../../ui/text-field.tsx'
import styles from './edit-speaker-dialog.module.css'

export interface EditSpeakerDialogProps {
  /** Null: a new one. */
  readonly speaker: SpeakerSummary | null
  readonly onSave: (names: readonly SpeakerName[]) => void
  readonly onClose: () => void
}

const LONGEST = 200

/** A person's name and role, in two languages at once. */
export function EditSpeakerDialog({ speaker, onSave, onClose }: EditSpeakerDialogProps): ReactNode {
  const t = useT('speaking')
  const shell = useT('shell')
  const language = useUiLanguage()
  const first = useRef<HTMLInputElement>(null)
  const [names, setNames] = useState(() => startingNames(speaker?.names ?? []))
  const given = names
    .map(({ name, role, ...each }) => ({ ...each, name: name.trim(), role: role?.trim() || null }))
    .filter(({ name }) => name !== '')

  function change(wanted: string, patch: Partial<SpeakerName>): void {
    setNames(names.map((each) => (each.language === wanted ? { ...each, ...patch } : each)))
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={speaker === null ? t('edit.newTitle') : t('edit.title')}
      {...(speaker === null ? {} : { description: speakerName(speaker, language) })}
      closeLabel={shell('action.close')}
      initialFocus={first}
      footer={
        <>
          <Button onClick={onClose}>{shell('action.cancel')}</Button>
          <Button tone="primary" type="submit" form="edit-speaker" disabled={given.length === 0}>
            {speaker === null ? t('edit.create') : shell('action.save')}
          </Button>
        </>
      }
    >
      {/* The fields' keys pass through here. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        id="edit-speaker"
        className={styles['form']}
        onKeyDown={(event) => {
          // The Enter that confirms a word of the input method saves nothing, and its Esc closes nothing.
          if (!isComposing(event)) return
          event.stopPropagation()
          if (event.key === 'Enter') event.preventDefault()
        }}
        onSubmit={(event) => {
          event.preventDefault()
          if (given.length === 0) return
          onSave(given)
          onClose()
        }}
      >
        {names.map((each, index) => {
          const words = { language: formatLanguage(each.language) }
          return (
            <fieldset key={each.language} className={styles['language']}>
              <TextField
                {...(index === 0 ? { ref: first } : {})}
                label={t('edit.name', words)}
                lang={each.language}
                maxLength={LONGEST}
                value={each.name}
                problem={index === 0 && given.length === 0 ? t('edit.empty') : undefined}
                onChange={(name) => change(each.language, { name })}
              />
              <TextField
                label={t('edit.role', words)}
                lang={each.language}
                maxLength={LONGEST}
                placeholder={t('edit.rolePlaceholder')}
                value={each.role ?? ''}
                onChange={(role) => change(each.language, { role })}
              />
            </fieldset>
          )
        })}
      </form>
    </Dialog>
  )
}

/** What they are called, with room for Chinese and English where they have no name yet. */
function startingNames(known: readonly SpeakerName[]): SpeakerName[] {
  const has = (primary: string): boolean => known.some(({ language }) => language.split('-')[0] === primary)
  const empty = (language: string): SpeakerName => ({ language, name: '', role: null })
  const all = [...known, ...(has('zh') ? [] : [empty('zh-Hans')]), ...(has('en') ? [] : [empty('en')])]
  return all.toSorted((a, b) => Number(b.language.startsWith('zh')) - Number(a.language.startsWith('zh')))
}
