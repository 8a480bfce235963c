import { useState, type ReactNode } from 'react'
import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import type { AnnotationFilter } from '../../../shared/contract/schemas/survey.ts'
import { ANCHOR_STATES } from '../../../shared/domain/anchor.ts'
import { COLORS } from '../../../shared/domain/highlight.ts'
import type { ArticleId, SpeakerId } from '../../../shared/domain/ids.ts'
import { NO_FILTER } from '../../data/survey-query.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { useT } from '../../i18n/i18n.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { DateMenu } from './date-menu.tsx'
import { FacetMenu } from './facet-menu.tsx'
import { useKeyWords } from './use-key-words.ts'

export interface FilterMenusProps {
  readonly filter: AnnotationFilter
  readonly tags: readonly Tag[]
  readonly onChange: (filter: AnnotationFilter) => void
}

/** One small menu for each thing that highlights can be filtered by. */
export function FilterMenus({ filter, tags, onChange }: FilterMenusProps): ReactNode {
  const t = useT('annotations')
  const words = useKeyWords()
  // Counted once a menu is opened: the list itself comes first.
  const [isAsked, setAsked] = useState(false)
  const asked = { enabled: isAsked, keepPrevious: true }
  const onOpen = (): void => setAsked(true)
  const speakers = useApiQuery('annotations.group', { filter: NO_FILTER, by: 'speaker' }, asked).data ?? []
  const languages = useApiQuery('annotations.group', { filter: NO_FILTER, by: 'language' }, asked).data ?? []
  const articles = useApiQuery('annotations.group', { filter: NO_FILTER, by: 'article' }, asked).data ?? []
  const pairs = useApiQuery('pairs.list', {}).data ?? []
  const set = (patch: Partial<AnnotationFilter>): void => onChange({ ...filter, ...patch })

  return (
    <>
      <FacetMenu
        label={t('filter.tags')}
        options={[
          { value: '', label: t('none.tag') },
          ...tags.map(({ id, path, totalCount }) => ({
            value: id as string,
            label: path,
            count: totalCount,
          })),
        ]}
        chosen={[...filter.tagIds, ...(filter.untagged ? [''] : [])]}
        onChange={(chosen) =>
          set({
            untagged: chosen.includes(''),
            tagIds: tags.flatMap(({ id }) => (chosen.includes(id) ? [id] : [])),
          })
        }
      >
        <Checkbox
          label={t('filter.withDescendants')}
          checked={filter.withDescendants}
          onChange={(withDescendants) => set({ withDescendants })}
        />
      </FacetMenu>
      <FacetMenu
        label={t('filter.colors')}
        options={COLORS.map((color) => ({
          value: String(color),
          label: words('color', String(color), null),
          dot: `var(--hue-${color})`,
        }))}
        chosen={filter.colors.map(String)}
        onChange={(chosen) => set({ colors: COLORS.filter((color) => chosen.includes(String(color))) })}
      />
      <FacetMenu
        label={t('filter.languages')}
        onOpen={onOpen}
        options={optionsOf(languages, (key, label) => words('language', key, label))}
        chosen={filter.languages}
        onChange={(chosen) => set({ languages: [...chosen] })}
      />
      <FacetMenu
        label={t('filter.speakers')}
        onOpen={onOpen}
        options={optionsOf(speakers, (key, label) => words('speaker', key, label))}
        chosen={filter.speakerIds}
        onChange={(chosen) => set({ speakerIds: [...chosen] as SpeakerId[] })}
      />
      <FacetMenu
        label={t('filter.articles')}
        onOpen={onOpen}
        options={optionsOf(articles, (key, label) => words('article', key, label))}
        chosen={filter.articleIds}
        onChange={(chosen) => set({ articleIds: [...chosen] as ArticleId[] })}
      />
      {pairs.length > 0 && (
        <FacetMenu
          label={t('filter.pairs')}
          options={pairs.map(({ id, left, right }) => ({
            value: id as string,
            label: `${left.title} ⇄ ${right.title}`,
          }))}
          chosen={filter.pairIds}
          onChange={(chosen) =>
            set({ pairIds: pairs.flatMap(({ id }) => (chosen.includes(id) ? [id] : [])) })
          }
        />
      )}
      <DateMenu
        from={filter.dateFrom}
        to={filter.dateTo}
        onChange={(dateFrom, dateTo) => set({ dateFrom, dateTo })}
      />
      <FacetMenu
        label={t('filter.more')}
        options={[
          ...ANCHOR_STATES.map((state) => ({ value: state as string, label: t(`states.${state}`) })),
          { value: 'note', label: t('filter.withNote') },
          { value: 'noNote', label: t('filter.withoutNote') },
        ]}
        chosen={[...filter.states, ...(filter.hasNote === null ? [] : [filter.hasNote ? 'note' : 'noNote'])]}
        onChange={(chosen) => {
          const wishes = chosen.filter((value) => value === 'note' || value === 'noNote')
          // With and without exclude each other: the later wish holds.
          const last = wishes.at(-1)
          set({
            states: ANCHOR_STATES.filter((state) => chosen.includes(state)),
            hasNote: last === undefined ? null : last === 'note',
          })
        }}
      />
    </>
  )
}

function optionsOf(
  groups: readonly { key: string | null; label: string | null; count: number }[],
  name: (key: string, label: string | null) => string,
): { value: string; label: string; count: number }[] {
  return groups
    .flatMap(({ key, label, count }) =>
      key === null ? [] : [{ value: key, label: name(key, label), count }],
    )
    .toSorted((a, b) => b.count - a.count)
}
