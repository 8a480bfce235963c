import { useState, type ReactNode } from 'react'
import type { Reading, ReadingTarget } from '../../../shared/contract/schemas/reader.ts'
import type { Side } from '../../../shared/domain/article.ts'
import type { SegmentId } from '../../../shared/domain/ids.ts'
import { goToLibrary } from '../../data/route.ts'
import { useSettings } from '../../data/settings.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { sideOrder } from '../../features/reading/reading-layout.ts'
import { describeError } from '../../i18n/describe-error.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { ReaderRoom } from './reader-room.tsx'
import { usePrepared } from './use-prepared.ts'

export interface ReaderPageProps {
  readonly target: ReadingTarget
  /** Goes to this sentence instead of where reading was left. */
  readonly segmentId: SegmentId | null
}

/** A pair or an article, open for reading. */
export function ReaderPage({ target, segmentId }: ReaderPageProps): ReactNode {
  const t = useT('reading')
  const settings = useSettings()
  const opened = useApiQuery('reader.open', { target })
  const [chosenSide, setChosenSide] = useState<Side | null>(null)
  const singleSide = chosenSide ?? sideOrder(settings.sidesSwapped)[0]
  const alone = aloneTarget(opened.data, settings.readerMode === 'single', singleSide)
  const openedAlone = useApiQuery('reader.open', { target: alone ?? target }, { enabled: alone !== null })
  const shown = alone === null ? opened : openedAlone
  const prepared = usePrepared(shown.data, shown.dataUpdatedAt, segmentId)
  const failure = opened.error ?? openedAlone.error

  if (failure !== null && prepared === null) {
    const { title, todo } = describeError(failure)
    return (
      <Page label={t('text')} header={null}>
        <EmptyState
          title={t('failed.title')}
          actions={
            <>
              <Button onClick={() => void shown.refetch()}>{t('failed.retry')}</Button>
              <Button tone="quiet" onClick={() => goToLibrary()}>
                {t('failed.library')}
              </Button>
            </>
          }
        >
          <p>{title}</p>
          <p>{todo}</p>
        </EmptyState>
      </Page>
    )
  }
  // It opens at once; a sign of waiting would only flicker.
  if (prepared === null || opened.data === undefined)
    return (
      <Page label={t('text')} header={null}>
        {null}
      </Page>
    )
  return (
    <ReaderRoom
      target={target}
      opened={opened.data}
      prepared={prepared}
      singleSide={singleSide}
      onSingleSide={setChosenSide}
    />
  )
}

/** The article to read alone, when one of a pair is wished for. */
function aloneTarget(reading: Reading | undefined, single: boolean, side: Side): ReadingTarget | null {
  if (!single || reading === undefined || reading.right === null) return null
  return { kind: 'article', articleId: side === 'left' ? reading.left.id : reading.right.id }
}
