import { useMemo, useState, type ReactNode } from 'react'
import type { AnnotationFilter, Crosstab } from '../../../shared/contract/schemas/survey.ts'
import type { CrosstabColumn } from '../../../shared/domain/highlight-survey.ts'
import type { TagId } from '../../../shared/domain/ids.ts'
import { formatRoute } from '../../data/route-format.ts'
import { goToLibrary } from '../../data/route.ts'
import { formatSurvey, parseSurvey } from '../../data/survey-query.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { describeError } from '../../i18n/describe-error.ts'
import { formatLanguage } from '../../i18n/format.ts'
import { useT, useUiLanguage } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Figure } from './figure.tsx'
import { figureData, type FigureData } from './figure-data.ts'
import styles from './figures-view.module.css'

export interface FiguresViewProps {
  /** Which highlights are counted, in the words of the list of highlights; '' for all. */
  readonly query: string
}

/** What the tags tell, counted: who speaks of what, in which language, when. */
export function FiguresView({ query }: FiguresViewProps): ReactNode {
  const t = useT('figures')
  const shell = useT('shell')
  const [period, setPeriod] = useState<'year' | 'month'>('year')
  const filter = useMemo(() => parseSurvey(query).filter, [query])
  const speakers = useFigure(filter, 'speaker')
  const languages = useFigure(filter, 'language')
  const times = useFigure(filter, period)
  const error = speakers.error ?? languages.error ?? times.error

  if (error !== null) {
    const { title, todo } = describeError(error)
    return (
      <div className={styles['scroller']}>
        <EmptyState
          title={title}
          actions={
            <Button
              onClick={() => void Promise.all([speakers, languages, times].map(({ retry }) => retry()))}
            >
              {shell('action.retry')}
            </Button>
          }
        >
          {todo}
        </EmptyState>
      </div>
    )
  }
  if (speakers.crosstab?.total === 0) {
    return (
      <div className={styles['scroller']}>
        <EmptyState
          title={t('emptyTitle')}
          actions={<Button onClick={() => goToLibrary()}>{t('toLibrary')}</Button>}
        >
          {t('emptyBody')}
        </EmptyState>
      </div>
    )
  }
  return (
    <div className={styles['scroller']}>
      <p role="status" className={styles['total']}>
        {speakers.crosstab !== undefined && t('total', { count: speakers.crosstab.total })}
      </p>
      {languages.data !== null && (
        <Figure
          title={t('languages.title')}
          explanation={t('languages.explanation')}
          data={languages.data}
          plot="heat"
          name="tags-by-language"
        />
      )}
      {speakers.data !== null && (
        <Figure
          title={t('speakers.title')}
          explanation={t('speakers.explanation')}
          data={speakers.data}
          plot="heat"
          name="tags-by-speaker"
        />
      )}
      {times.data !== null && (
        <Figure
          title={t('times.title')}
          explanation={t('times.explanation')}
          data={times.data}
          plot="bars"
          name={`tags-by-${period}`}
          choice={
            <Segmented
              label={t('times.period')}
              value={period}
              options={(['year', 'month'] as const).map((value) => ({ value, label: t(`times.${value}`) }))}
              onChange={setPeriod}
            />
          }
        />
      )}
    </div>
  )
}

interface FigureFound {
  readonly crosstab: Crosstab | undefined
  readonly data: FigureData | null
  readonly error: Error | null
  readonly retry: () => Promise<unknown>
}

function useFigure(filter: AnnotationFilter, columns: CrosstabColumn): FigureFound {
  const t = useT('figures')
  const uiLanguage = useUiLanguage()
  const {
    data: crosstab,
    error,
    refetch,
  } = useApiQuery('annotations.crosstab', { columns, filter }, { keepPrevious: true })
  const data = useMemo(() => {
    if (crosstab === undefined) return null
    const words = {
      column: (key: string | null, label: string | null): string => {
        if (key === null) return t(columns === 'speaker' ? 'noSpeaker' : 'noDate')
        return columns === 'language' ? formatLanguage(key) : (label ?? key)
      },
      href: (tagId: string, key: string | null): string => {
        const within = [...filter.within, { by: columns, key }]
        const narrowed = {
          ...filter,
          tagIds: [tagId as TagId],
          withDescendants: true,
          untagged: false,
          within,
        }
        return formatRoute({
          name: 'annotations',
          view: 'highlights',
          query: formatSurvey({ filter: narrowed }),
        })
      },
    }
    return figureData(crosstab, words, columns === 'language')
    // The words follow the language of the interface.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [crosstab, filter, columns, t, uiLanguage])
  return { crosstab, data, error, retry: refetch }
}
