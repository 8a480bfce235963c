import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { AnnotationFilter } from '../../../shared/contract/schemas/survey.ts'
import { goToLibrary, navigate } from '../../data/route.ts'
import { formatSurvey, isNarrowed, NO_FILTER, parseSurvey, type Survey } from '../../data/survey-query.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { describeError } from '../../i18n/describe-error.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Announcer } from './announce.tsx'
import { clearSelection, setCurrent } from './survey-selection.ts'
import { SurveyBar } from './survey-bar.tsx'
import { SurveyList } from './survey-list.tsx'
import { SurveyToolbar } from './survey-toolbar.tsx'
import styles from './survey-view.module.css'
import { TagDialog, type TagWish } from './tag-dialog.tsx'
import { useSurveyActions } from './use-survey-actions.ts'
import { useSurveySections } from './use-survey-rows.ts'

export interface SurveyViewProps {
  /** What the list is narrowed to; see `parseSurvey`. */
  readonly query: string
}

/** Every highlight of the library: filtered, grouped, sorted, and many of them worked on at once. */
export function SurveyView({ query }: SurveyViewProps): ReactNode {
  const t = useT('annotations')
  const shell = useT('shell')
  const scroller = useRef<HTMLDivElement>(null)
  const [survey, change] = useSurvey(query)
  const { sections, total, isPending, error, retry } = useSurveySections(survey)
  const tags = useApiQuery('tags.list', {}).data ?? []
  const actions = useSurveyActions(survey.filter, total)
  const [wish, setWish] = useState<TagWish | null>(null)
  const narrowed = isNarrowed(survey.filter)

  // What was selected in another list says nothing about this one.
  const filterKey = formatSurvey({ filter: survey.filter })
  const lastKey = useRef(filterKey)
  useEffect(() => {
    if (lastKey.current === filterKey) return
    lastKey.current = filterKey
    clearSelection()
    setCurrent(0)
    scroller.current?.scrollTo({ top: 0 })
  }, [filterKey])

  if (error !== null) {
    const { title, todo } = describeError(error)
    return (
      <div className={styles['scroller']}>
        <EmptyState title={title} actions={<Button onClick={retry}>{shell('action.retry')}</Button>}>
          {todo}
        </EmptyState>
      </div>
    )
  }
  return (
    <>
      <div ref={scroller} className={styles['scroller']}>
        {(narrowed || total > 0) && <SurveyToolbar survey={survey} tags={tags} onChange={change} />}
        <p role="status" className={styles['total']}>
          {!isPending &&
            (narrowed ? t('list.found', { count: total }) : total > 0 && t('list.total', { count: total }))}
        </p>
        {total === 0 && !isPending && (
          <Empty narrowed={narrowed} onClear={() => change({ filter: NO_FILTER })} />
        )}
        {total > 0 && (
          <SurveyList
            sections={sections}
            survey={survey}
            tags={tags}
            actions={actions}
            scroller={scroller}
            onTag={setWish}
          />
        )}
        <div className={styles['foot']} />
      </div>
      <SurveyBar total={total} actions={actions} onTag={setWish} />
      {wish !== null && <TagDialog wish={wish} tags={tags} actions={actions} onClose={() => setWish(null)} />}
      <Announcer />
    </>
  )
}

function Empty({
  narrowed,
  onClear,
}: {
  readonly narrowed: boolean
  readonly onClear: () => void
}): ReactNode {
  const t = useT('annotations')
  return narrowed ? (
    <EmptyState title={t('empty.noneTitle')} actions={<Button onClick={onClear}>{t('filter.clear')}</Button>}>
      {t('empty.none')}
    </EmptyState>
  ) : (
    <EmptyState
      title={t('empty.title')}
      actions={<Button onClick={() => goToLibrary()}>{t('empty.toLibrary')}</Button>}
    >
      {t('empty.body')}
    </EmptyState>
  )
}

type Change = Partial<Omit<Survey, 'filter'>> & { readonly filter?: AnnotationFilter }

/** The survey the address tells of. A change replaces it there: narrowing a list is no step to come back from. */
function useSurvey(query: string): [Survey, (next: Change) => void] {
  const survey = parseSurvey(query)
  return [
    survey,
    (next) =>
      navigate(
        { name: 'annotations', view: 'highlights', query: formatSurvey({ ...survey, ...next }) },
        { replace: true },
      ),
  ]
}
