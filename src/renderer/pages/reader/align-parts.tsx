import { useMemo, type ReactNode, type RefObject } from 'react'
import { useStore } from 'zustand'
import type { Reading } from '../../../shared/contract/schemas/reader.ts'
import type { Side } from '../../../shared/domain/article.ts'
import { useAlignJob } from '../../data/jobs.ts'
import { AlignBar } from '../../features/aligning/align-bar.tsx'
import { useAlignDesk } from '../../features/aligning/align-desk.ts'
import { AlignOffer } from '../../features/aligning/align-offer.tsx'
import { alignStore } from '../../features/aligning/align-store.ts'
import { DragHandle } from '../../features/aligning/drag-handle.tsx'
import { HalfHint } from '../../features/aligning/half-hint.tsx'
import { oddityOf, type PairOddity } from '../../features/aligning/pair-oddity.ts'
import { segmentsOf, type RowSource } from '../../features/reading/row-source.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import type { AlignRoomParts } from './use-align-room.tsx'

/** Opens and leaves the align layer. */
export function AlignSwitch({ on }: { readonly on: boolean }): ReactNode {
  const t = useT('aligning')
  const desk = useAlignDesk()
  return (
    <Button small aria-pressed={on} onClick={() => desk.setOn(!on)}>
      {t('layer.open')}
      {!on && <Kbd keyId="aligning.toggle" />}
    </Button>
  )
}

/** What stands over the text: the layer's tools, or what fits a pair that is not aligned. */
export function AlignHead({
  opened,
  source,
  align,
  sides,
  onSuggest,
}: {
  readonly opened: Reading
  readonly source: RowSource
  readonly align: AlignRoomParts
  readonly sides: readonly [Side, Side]
  /** Looks for passages that say the same. */
  readonly onSuggest: () => void
}): ReactNode {
  const { pair } = opened
  const running = useAlignJob(pair?.id ?? null)
  const oddity = useMemo(
    () => (opened.aligned ? null : oddityOfPair(opened, source, sides[0])),
    [opened, source, sides],
  )
  if (pair === null || align.desk === null) return null
  const offers = !opened.aligned || (running !== undefined && !align.on)
  return (
    <>
      {align.on && (
        <AlignBar element={align.bar} aligned={opened.aligned} locked={pair.lockedSide} sides={sides} />
      )}
      {offers && (
        <AlignOffer
          pairId={pair.id}
          kind={pair.kind}
          leftId={pair.left.id}
          rightId={pair.right.id}
          oddity={oddity}
          onSuggest={onSuggest}
        />
      )}
    </>
  )
}

/** What the layer draws over the text. */
export function AlignOverlay({ handle }: { readonly handle: RefObject<HTMLSpanElement | null> }): ReactNode {
  return (
    <>
      <DragHandle element={handle} />
      <HalfHint />
    </>
  )
}

/** A filter that lets nothing through. */
export function FilteredEmpty(): ReactNode {
  const t = useT('aligning')
  const desk = useAlignDesk()
  const filter = useStore(alignStore, (state) => state.filter)
  return (
    <EmptyState
      title={t('filter.empty')}
      actions={<Button onClick={() => desk.setFilter('all')}>{t('filter.showAll')}</Button>}
    >
      <p>{t('filter.emptyHint', { filter: t(`filter.${filter}`) })}</p>
    </EmptyState>
  )
}

const SAMPLE = 4_000

function oddityOfPair({ left, right }: Reading, source: RowSource, shownFirst: Side): PairOddity | null {
  if (right === null) return null
  const sample = (side: Side): string => {
    let text = ''
    for (let index = 0; index < source.reading.rowCount && text.length < SAMPLE; index += 1) {
      const row = source.row(index)
      if (row !== null)
        text += segmentsOf(row, side)
          .map((segment) => segment.text)
          .join('')
    }
    return text
  }
  return oddityOf(
    { language: left.language, sample: sample('left') },
    { language: right.language, sample: sample('right') },
    shownFirst,
  )
}
