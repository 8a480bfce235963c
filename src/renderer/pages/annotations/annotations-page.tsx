import type { ReactNode } from 'react'
import { ANNOTATION_VIEWS, type AnnotationView } from '../../data/route-format.ts'
import { goToAnnotations } from '../../data/route.ts'
import { CodebookView } from '../../features/codebook/codebook-view.tsx'
import { FiguresView } from '../../features/figures/figures-view.tsx'
import { SpeakersView } from '../../features/speaking/speakers-view.tsx'
import { ReviewRoom } from '../../features/revising/review-room.tsx'
import { useWaitingCount } from '../../features/revising/use-waiting-count.ts'
import { StatusLine } from '../../features/shell/status-line.tsx'
import { SurveyView } from '../../features/surveying/survey-view.tsx'
import { useT } from '../../i18n/i18n.ts'
import { HeaderTitle, Page, Spring } from '../../ui/page.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { NotesPart } from './notes-part.tsx'

export interface AnnotationsPageProps {
  readonly view: AnnotationView
  /** What the view is narrowed to, in its own words. */
  readonly query: string
}

/** All that was annotated in the library, room by room. */
export function AnnotationsPage({ view, query }: AnnotationsPageProps): ReactNode {
  const t = useT('annotations')
  const waiting = useWaitingCount()
  return (
    <Page
      label={t(`views.${view}`)}
      header={
        <>
          <HeaderTitle title={t('title')} />
          <Segmented
            label={t('views.label')}
            value={view}
            options={ANNOTATION_VIEWS.map((value) => ({
              value,
              label:
                value === 'review' && waiting > 0
                  ? t('views.reviewCount', { count: waiting })
                  : t(`views.${value}`),
            }))}
            onChange={(next) => goToAnnotations(next)}
          />
          <Spring />
        </>
      }
      status={<StatusLine />}
    >
      <View key={view} view={view} query={query} />
    </Page>
  )
}

function View({ view, query }: AnnotationsPageProps): ReactNode {
  switch (view) {
    case 'highlights':
      return <SurveyView query={query} />
    case 'notes':
      return <NotesPart query={query} />
    case 'codebook':
      return <CodebookView />
    case 'speakers':
      return <SpeakersView />
    case 'figures':
      return <FiguresView query={query} />
    case 'review':
      return <ReviewRoom />
  }
}
