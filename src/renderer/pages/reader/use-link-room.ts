import { useCallback, useEffect, useMemo, type RefObject } from 'react'
import { useStore } from 'zustand'
import type { Link } from '../../../shared/contract/schemas/link.ts'
import type { Reading } from '../../../shared/contract/schemas/reader.ts'
import type { PairId, SegmentId } from '../../../shared/domain/ids.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { primarySpan } from '../../features/annotating/annotation-order.ts'
import { announce } from '../../features/annotating/announce.tsx'
import type { LinkThreadsProps } from '../../features/linking/link-threads.tsx'
import {
  linkStore,
  openLinkPanel,
  type LinkPanel,
  type LinkState,
} from '../../features/linking/link-store.ts'
import { locate } from '../../features/reading/prepare-reading.ts'
import { rectsOf } from '../../features/reading/text-position.ts'
import { getT } from '../../i18n/i18n.ts'
import { moveToRow } from './align-place.ts'
import type { Workbench } from './highlight-commands.ts'
import type { Stage } from './reader-stage.ts'
import { selectionOf } from './span-range.ts'

export interface LinkRoom {
  readonly panel: LinkPanel | null
  readonly threads: LinkThreadsProps
  /** All of the pair's, drawn or not. */
  readonly links: readonly Link[]
  readonly showSuggestions: () => void
  /** Opens them and looks for some, if nobody has yet. */
  readonly findSuggestions: () => void
  /** Looks through the library for what says the same as the selection or the active highlight. */
  readonly findCounterparts: () => Promise<void>
  /** Shows a sentence in the text. */
  readonly goTo: (segmentId: SegmentId) => void
}

const NO_LINKS: readonly Link[] = []
/** Asked only where there is a pair. */
const NO_PAIR = '' as PairId

/** Links over the text, and the panels that are about them. */
export function useLinkRoom(
  { stage, selection, annotations }: Workbench,
  opened: Reading,
  content: RefObject<HTMLElement | null>,
  shown: boolean,
  openSidePanel: () => void,
): LinkRoom {
  const panel = useStore(linkStore, (state) => state.panel)
  const pairId = opened.pair?.id ?? null
  const enabled = pairId !== null
  const listed = useApiQuery('links.list', { pairId: pairId ?? NO_PAIR }, { enabled })
  const links = enabled ? (listed.data ?? NO_LINKS) : NO_LINKS
  const drawn = shown ? links : NO_LINKS

  // Another text: what was sought in the last one is over.
  useEffect(() => () => openLinkPanel(null), [opened.left.id, opened.right?.id])

  const goTo = useCallback((segmentId: SegmentId) => void goToSegment(stage, segmentId), [stage])
  const threads = useMemo((): LinkThreadsProps => {
    const { source, view, painter } = stage
    const rows = new Map<SegmentId, Promise<number | null>>()
    return {
      links: drawn,
      elementOf: (id) => painter.element(id),
      rectsOf,
      rowOf: (id) => {
        const home = source.home(id)
        if (home !== null) return Promise.resolve(home.rowIndex)
        const known = rows.get(id) ?? locate(source.reading.target, id)
        rows.set(id, known)
        return known
      },
      numberOf: (rowIndex) => source.row(rowIndex)?.bead?.number ?? rowIndex + 1,
      frame: () => view.frame(),
      follow: (listener) => followText(stage, content, listener),
      onGo: goTo,
    }
  }, [stage, drawn, content, goTo])

  useEffect(() => {
    const { painter, source } = stage
    const shownIn = ({ shown: ids, found }: LinkState): readonly SegmentId[] =>
      found === null ? ids : [...ids, found]
    let shown = shownIn(linkStore.getState())
    painter.setLayer('link', (id) => {
      const length = source.home(id)?.segment.text.trimEnd().length ?? 0
      return shown.includes(id) ? [{ name: 'link-shown', start: 0, end: length }] : []
    })
    const stop = linkStore.subscribe((state) => {
      const next = shownIn(state)
      const changed = [...shown, ...next]
      shown = next
      painter.repaint('link', new Set(changed))
    })
    return () => {
      stop()
      painter.setLayer('link', null)
    }
  }, [stage])

  const showSuggestions = useCallback(() => {
    openLinkPanel({ kind: 'suggestions' })
    openSidePanel()
  }, [openSidePanel])

  const findSuggestions = useCallback(() => {
    openLinkPanel({ kind: 'suggestions', find: true })
    openSidePanel()
  }, [openSidePanel])

  const findCounterparts = useCallback(async (): Promise<void> => {
    const active = annotations.activeAnnotation()
    const span = active === null ? null : primarySpan(active)
    const chosen = (await selection.resolve()) ?? (span === null ? null : selectionOf(span))
    if (chosen === null) {
      announce(getT('aligning')('counterparts.selectFirst'))
      return
    }
    openLinkPanel({ kind: 'counterparts', selection: chosen })
    openSidePanel()
  }, [selection, annotations, openSidePanel])

  return { panel, threads, links, showSuggestions, findSuggestions, findCounterparts, goTo }
}

/** Calls the listener when what stands on the page has changed or moved within it. */
export function followText(
  { view, source }: Stage,
  content: RefObject<HTMLElement | null>,
  listener: () => void,
): () => void {
  const stops = [view.subscribe(listener), source.subscribe(listener)]
  const observer = new ResizeObserver(listener)
  if (content.current !== null) observer.observe(content.current)
  return () => {
    for (const stop of stops) stop()
    observer.disconnect()
  }
}

async function goToSegment(stage: Stage, segmentId: SegmentId): Promise<void> {
  const { source } = stage
  const rowIndex = source.home(segmentId)?.rowIndex ?? (await locate(source.reading.target, segmentId))
  if (rowIndex === null) return
  await source.load(source.chunkOf(rowIndex))
  const side = source.home(segmentId)?.side
  await moveToRow(stage, rowIndex, { segmentId, ...(side === undefined ? {} : { side }) })
}
