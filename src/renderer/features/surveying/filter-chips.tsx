import type { ReactNode } from 'react'
import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import type { AnnotationFilter } from '../../../shared/contract/schemas/survey.ts'
import { isNarrowed, NO_FILTER } from '../../data/survey-query.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { CloseIcon } from '../../ui/icons.tsx'
import styles from './filter-chips.module.css'
import { useKeyWords } from './use-key-words.ts'

export interface FilterChipsProps {
  readonly filter: AnnotationFilter
  readonly tags: readonly Tag[]
  readonly onChange: (filter: AnnotationFilter) => void
}

interface Chip {
  readonly key: string
  readonly label: string
  readonly without: AnnotationFilter
}

/** What the list is narrowed to, each thing with a cross to let go of it. */
export function FilterChips({ filter, tags, onChange }: FilterChipsProps): ReactNode {
  const t = useT('annotations')
  const chips = useChips(filter, tags)
  if (!isNarrowed(filter)) return null
  return (
    <ul className={styles['chips']} aria-label={t('filter.label')}>
      {chips.map((chip) => (
        <li key={chip.key} className={styles['chip']}>
          <span className={styles['name']}>{chip.label}</span>
          <button
            type="button"
            aria-label={t('filter.drop', { what: chip.label })}
            onClick={() => onChange(chip.without)}
          >
            <CloseIcon size={12} />
          </button>
        </li>
      ))}
      <li>
        <Button small tone="quiet" onClick={() => onChange(NO_FILTER)}>
          {t('filter.clear')}
        </Button>
      </li>
    </ul>
  )
}

function useChips(filter: AnnotationFilter, tags: readonly Tag[]): Chip[] {
  const t = useT('annotations')
  const words = useKeyWords()
  const needs = (by: string): boolean => filter.within.some((key) => key.by === by)
  const speakers = useApiQuery(
    'annotations.group',
    { filter: NO_FILTER, by: 'speaker' },
    { enabled: filter.speakerIds.length > 0 || needs('speaker') },
  ).data
  const articles = useApiQuery(
    'articles.list',
    {},
    { enabled: filter.articleIds.length > 0 || needs('article') },
  ).data
  const pairs = useApiQuery('pairs.list', {}, { enabled: filter.pairIds.length > 0 }).data

  const labels = new Map<string, string>([
    ...tags.map(({ id, path }): [string, string] => [id, path]),
    ...(articles ?? []).map(({ id, title }): [string, string] => [id, title]),
    ...(pairs ?? []).map(({ id, left, right }): [string, string] => [id, `${left.title} ⇄ ${right.title}`]),
    ...(speakers ?? []).map(({ key, label }): [string, string] => [key ?? '', label ?? '']),
  ])
  const chips: Chip[] = []
  const add = (key: string, label: string, patch: Partial<AnnotationFilter>): void => {
    chips.push({ key, label, without: { ...filter, ...patch } })
  }
  for (const id of filter.tagIds) {
    const path = labels.get(id) ?? '…'
    const label = filter.withDescendants ? t('chip.tagBelow', { path }) : t('chip.tag', { path })
    add(id, label, { tagIds: filter.tagIds.filter((each) => each !== id) })
  }
  if (filter.untagged) add('untagged', t('none.tag'), { untagged: false })
  for (const color of filter.colors) {
    add(`color-${color}`, words('color', String(color), null), {
      colors: filter.colors.filter((each) => each !== color),
    })
  }
  for (const language of filter.languages) {
    add(language, words('language', language, null), {
      languages: filter.languages.filter((each) => each !== language),
    })
  }
  for (const field of ['speakerIds', 'articleIds', 'pairIds'] as const) {
    for (const id of filter[field])
      add(id, labels.get(id) ?? '…', { [field]: filter[field].filter((each) => each !== id) })
  }
  if (filter.dateFrom !== null || filter.dateTo !== null) {
    const label =
      filter.dateTo === null
        ? t('chip.since', { from: filter.dateFrom ?? '' })
        : filter.dateFrom === null
          ? t('chip.until', { to: filter.dateTo })
          : t('chip.dates', { from: filter.dateFrom, to: filter.dateTo })
    add('date', label, { dateFrom: null, dateTo: null })
  }
  for (const state of filter.states)
    add(state, t(`states.${state}`), { states: filter.states.filter((each) => each !== state) })
  if (filter.hasNote !== null)
    add('note', filter.hasNote ? t('filter.withNote') : t('filter.withoutNote'), { hasNote: null })
  if (filter.text !== '') add('text', t('chip.text', { text: filter.text }), { text: '' })
  for (const [index, { by, key }] of filter.within.entries()) {
    add(`in-${index}`, words(by, key, key === null ? null : (labels.get(key) ?? null)), {
      within: filter.within.filter((_, at) => at !== index),
    })
  }
  return chips
}
