import { useEffect, useLayoutEffect, useMemo, useRef, type RefObject } from 'react'
import { useStore } from 'zustand'
import type { Reading, Row } from '../../../shared/contract/schemas/reader.ts'
import type { AlignActionId } from '../../../shared/domain/align-action.ts'
import type { AlignDesk } from '../../features/aligning/align-desk.ts'
import { alignStore } from '../../features/aligning/align-store.ts'
import { cellAttributes, rowAttributes } from '../../features/aligning/bead-attributes.ts'
import type { RowLayer } from '../../features/reading/row-view.tsx'
import { textStore } from '../../features/revising/text-store.ts'
import { useT } from '../../i18n/i18n.ts'
import { moveSegment, setLock, startAligning, takeAfterFilter, type AlignBench } from './align-commands.ts'
import { keepPlace, moveToBead, moveToRow } from './align-place.ts'
import { filterOf, hiddenBefore } from './hidden-beads.ts'
import type { Workbench } from './highlight-commands.ts'
import { openLayer, runAlignAction, type AlignRoom } from './run-align-action.ts'
import type { Turn } from './turn.ts'
import { useAlignDrag } from './use-align-drag.ts'
import { useAlignMenu } from './use-align-menu.ts'
import { useCaretPaint, useEvidencePaint } from './use-align-paint.ts'

export interface AlignRoomInput {
  readonly opened: Reading
  readonly workbench: Workbench
  readonly content: RefObject<HTMLElement | null>
  readonly turn: Turn
  readonly catchUp: () => Promise<void>
  readonly settled: () => Promise<void>
  readonly backToText: () => void
  readonly showSuggestions: () => void
}

export interface AlignRoomParts {
  /** The layer is on, over rows that are beads. */
  readonly on: boolean
  readonly bench: AlignBench | null
  readonly desk: AlignDesk | null
  readonly bar: RefObject<HTMLDivElement | null>
  readonly handle: RefObject<HTMLSpanElement | null>
  readonly layer: RowLayer | null
  readonly run: (id: AlignActionId) => void
}

/** What the align layer adds to the reader's room. */
export function useAlignRoom(input: AlignRoomInput): AlignRoomParts {
  const { opened, workbench, content, turn, catchUp, settled, backToText, showSuggestions } = input
  const t = useT('aligning')
  const { stage } = workbench
  const pairId = opened.pair?.id ?? null
  const locked = opened.pair?.lockedSide ?? null
  const wanted = useStore(alignStore, (state) => state.on && state.pairId === pairId)
  const on = wanted && stage.source.reading.right !== null
  const bar = useRef<HTMLDivElement>(null)
  const handle = useRef<HTMLSpanElement>(null)

  const bench = useMemo(
    (): AlignBench | null =>
      pairId === null ? null : { ...workbench, pairId, locked: () => locked, catchUp },
    [workbench, pairId, locked, catchUp],
  )
  const room = useMemo(
    (): AlignRoom | null =>
      bench === null
        ? null
        : {
            bench,
            showSuggestions,
            focusBar: () => bar.current?.querySelector<HTMLElement>('button:not([disabled])')?.focus(),
          },
    [bench, showSuggestions],
  )
  // What is asked for later works in the room as it is then.
  const latest = useRef(room)
  useLayoutEffect(() => {
    latest.current = room
  }, [room])

  const { left, right } = opened
  const leftLanguage = left.language
  const rightLanguage = right?.language ?? left.language
  const desk = useMemo((): AlignDesk | null => {
    if (pairId === null) return null
    const inTurn = (command: (at: AlignRoom) => unknown): void =>
      void turn.take(async () => {
        await settled()
        if (latest.current !== null) await command(latest.current)
      })
    return {
      pairId,
      languages: { left: leftLanguage, right: rightLanguage },
      run: (id) => inTurn((at) => runAlignAction(at, id)),
      choose: (row: Row) => inTurn(({ bench: { stage: here } }) => moveToRow(here, row.index)),
      setFilter: (filter) => {
        textStore.setState({ caret: null })
        alignStore.setState({ filter, firstHalf: null, segmentId: null })
      },
      lock: (side) => inTurn((at) => setLock(at.bench, side)),
      setOn: (next) => {
        if (latest.current !== null) openLayer(latest.current.bench, next)
        backToText()
      },
      align: () => inTurn((at) => startAligning(at.bench)),
      showSuggestions,
      backToText,
    }
  }, [pairId, leftLanguage, rightLanguage, turn, settled, backToText, showSuggestions])

  const layer = useMemo((): RowLayer | null => {
    if (!on) return null
    return {
      // The words in it are those of the language the page is in.
      row: (row) => rowAttributes(row, filterOf(stage) === 'all' ? 0 : hiddenBefore(stage, row)),
      cell: (row, side) => cellAttributes(row, side, locked),
    }
    // oxlint-disable-next-line react/exhaustive-deps
  }, [on, locked, stage, t])

  useEffect(() => (pairId === null ? undefined : keepPlace(stage)), [stage, pairId])
  useEffect(() => {
    if (!on) return
    stage.pointer.setState({ shown: true })
    const place = takeAfterFilter()
    if (place !== null) void moveToBead(stage, place)
  }, [stage, on])
  useAlignMenu(desk, on)
  useCaretPaint(stage, on)
  useEvidencePaint(stage, pairId, on && opened.aligned)
  useAlignDrag({
    stage,
    content,
    handle,
    on: on && opened.aligned,
    onMove: (segmentId, beadId) =>
      void turn.take(() => (bench === null ? undefined : moveSegment(bench, segmentId, beadId))),
  })

  return {
    on,
    bench,
    desk,
    bar,
    handle,
    layer,
    run: (id) => desk?.run(id),
  }
}
