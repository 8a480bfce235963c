import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import type { AnnotationFilter } from '../../../shared/contract/schemas/survey.ts'
import { SURVEY_DIMENSIONS, SURVEY_SORTS } from '../../../shared/domain/highlight-survey.ts'
import type { Survey } from '../../data/survey-query.ts'
import { useT } from '../../i18n/i18n.ts'
import { isComposing, useKeys } from '../../ui/keys.ts'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FilterChips } from './filter-chips.tsx'
import { FilterMenus } from './filter-menus.tsx'
import styles from './survey-toolbar.module.css'

const GROUPS = SURVEY_DIMENSIONS.filter((by) => by !== 'year')
/** How long typing rests before the list is asked again, in milliseconds. */
const REST = 150

export interface SurveyToolbarProps {
  readonly survey: Survey
  readonly tags: readonly Tag[]
  readonly onChange: (next: { filter?: AnnotationFilter } & Partial<Omit<Survey, 'filter'>>) => void
}

/** Filter, group and sort. */
export function SurveyToolbar({ survey, tags, onChange }: SurveyToolbarProps): ReactNode {
  const t = useT('annotations')
  const { filter, group, sort } = survey
  return (
    <div className={styles['toolbar']} role="search">
      <div className={styles['line']}>
        <TextFilter text={filter.text} onChange={(text) => onChange({ filter: { ...filter, text } })} />
        <FilterMenus filter={filter} tags={tags} onChange={(next) => onChange({ filter: next })} />
        <span className={styles['spring']} />
        <Select
          quiet
          label={t('group.label')}
          value={group ?? ''}
          options={[
            { value: '', label: t('group.none') },
            ...GROUPS.map((value) => ({ value, label: t(`group.${value}`) })),
          ]}
          onChange={(value) => onChange({ group: value === '' ? null : value })}
        />
        <Select
          quiet
          label={t('sort.label')}
          value={sort}
          options={SURVEY_SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
          onChange={(value) => onChange({ sort: value })}
        />
      </div>
      <FilterChips filter={filter} tags={tags} onChange={(next) => onChange({ filter: next })} />
    </div>
  )
}

/** Asks when typing rests, and never for the letters an input method shows before a word is chosen. */
function TextFilter({
  text,
  onChange,
}: {
  readonly text: string
  readonly onChange: (text: string) => void
}): ReactNode {
  const t = useT('annotations')
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(text)
  const [composing, setComposing] = useState(false)
  const [sent, setSent] = useState(text)
  const [seen, setSeen] = useState(text)
  // Changed from elsewhere (a filter let go of), not by what was typed here.
  if (seen !== text) {
    setSeen(text)
    if (text !== sent) setTyped(text)
  }
  const asked = useRef(onChange)
  useEffect(() => {
    asked.current = onChange
  })
  useEffect(() => {
    if (composing || typed === text) return
    const timer = setTimeout(() => {
      setSent(typed)
      asked.current(typed)
    }, REST)
    return () => clearTimeout(timer)
  }, [typed, text, composing])
  useKeys(t('keys.group'), [
    { chord: 'Slash', id: 'survey.filter', label: t('keys.filter'), run: () => field.current?.focus() },
  ])
  return (
    <TextField
      ref={field}
      className={styles['text']}
      label={t('filter.text')}
      labelUnseen
      type="search"
      placeholder={t('filter.text')}
      value={typed}
      onChange={setTyped}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event)) return
        setTyped('')
        event.currentTarget.blur()
      }}
    />
  )
}
