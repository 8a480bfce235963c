import { useLayoutEffect, useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Reading, ReadingTarget } from '../../../shared/contract/schemas/reader.ts'
import type { Side } from '../../../shared/domain/article.ts'
import type { BeadFilter } from '../../../shared/domain/bead.ts'
import type { SegmentId } from '../../../shared/domain/ids.ts'
import { goToLibrary } from '../../data/route.ts'
import { useSettings } from '../../data/settings.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { alignStore, resetAligning } from '../../features/aligning/align-store.ts'
import { sideOrder } from '../../features/reading/reading-layout.ts'
import { resetText } from '../../features/revising/text-store.ts'
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
  const filter = useStore(alignStore, (state) => (state.on ? state.filter : 'all'))
  const part =
    aloneTarget(opened.data, settings.readerMode === 'single', singleSide) ?? filteredTarget(target, filter)
  const openedPart = useApiQuery('reader.open', { target: part ?? target }, { enabled: part !== null })
  const shown = part === null ? opened : openedPart
  const preparing = usePrepared(shown.data, shown.dataUpdatedAt, segmentId)
  const { prepared } = preparing
  const failure = opened.error ?? openedPart.error
  useLayoutEffect(() => {
    resetAligning(target.kind === 'pair' ? target.pairId : null)
    resetText(target.kind === 'pair' ? target.pairId : target.articleId)
  }, [target])

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
      catchUp={preparing.catchUp}
      settled={preparing.settled}
      singleSide={singleSide}
      onSingleSide={setChosenSide}
    />
  )
}

/** Those beads of a pair that a filter lets through. */
function filteredTarget(target: ReadingTarget, filter: BeadFilter): ReadingTarget | null {
  return target.kind === 'pair' && filter !== 'all' ? { ...target, filter } : null
}

/** The article to read alone, when one of a pair is wished for. */
function aloneTarget(reading: Reading | undefined, single: boolean, side: Side): ReadingTarget | null {
  if (!single || reading === undefined || reading.right === null) return null
  return { kind: 'article', articleId: side === 'left' ? reading.left.id : reading.right.id }
}
