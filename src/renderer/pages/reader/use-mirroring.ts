import { useEffect, useMemo } from 'react'
import type { PairSummary } from '../../../shared/contract/schemas/pair.ts'
import {
  mirrorStore,
  proposedStretches,
  stopMirroring,
  type MirrorState,
} from '../../features/annotating/mirror-store.ts'
import { useT } from '../../i18n/i18n.ts'
import type { Chord } from '../../ui/chord.ts'
import { useKeys, type KeyBinding } from '../../ui/keys.ts'
import type { Workbench } from './highlight-commands.ts'
import { moveEdge } from './highlight-commands.ts'
import { acceptMirror, dismissMirror, moveProposedEdge, type MirrorBench } from './mirror-commands.ts'
import type { Turn } from './turn.ts'
import { onButton } from './use-reader-keys.ts'

/**
 * What is proposed and not kept yet: painted, ended when its highlight is no longer the active one, and its keys.
 * To be used before the keys of the align layer and of the reader, so that these come first while it lasts.
 */
export function useMirroring(bench: Workbench, pair: PairSummary | null, turn: Turn): MirrorBench {
  const t = useT('annotating')
  const { stage, annotations } = bench

  useEffect(() => {
    const { painter } = stage
    const segmentsIn = (state: MirrorState) =>
      proposedStretches(state).flatMap(({ parts }) => parts.map(({ segmentId }) => segmentId))
    painter.setLayer('mirroring', (id) =>
      proposedStretches(mirrorStore.getState()).flatMap(({ parts }) =>
        parts
          .filter(({ segmentId }) => segmentId === id)
          .map(({ start, end }) => ({ name: 'hl-proposed', start, end })),
      ),
    )
    const stop = mirrorStore.subscribe((state, before) =>
      painter.repaint('mirroring', new Set([...segmentsIn(before), ...segmentsIn(state)])),
    )
    return () => {
      stop()
      painter.setLayer('mirroring', null)
    }
  }, [stage])

  useEffect(() => {
    const stop = annotations.store.subscribe(({ active }) => {
      const { mirroring } = mirrorStore.getState()
      if (mirroring === null) return
      const spanId = mirroring.kind === 'adjusting' ? mirroring.spanId : null
      const spans = annotations.book.get(mirroring.highlightId)?.spans ?? []
      // Another highlight, or the mirror has been taken off in another window.
      if (active !== mirroring.highlightId || (spanId !== null && !spans.some(({ id }) => id === spanId)))
        stopMirroring()
    })
    return () => {
      stop()
      stopMirroring()
    }
  }, [annotations])

  const mirrorBench = useMemo((): MirrorBench => ({ ...bench, pair }), [bench, pair])
  const isOn = (): boolean => mirrorStore.getState().mirroring !== null
  const hasEdges = (): boolean => {
    const { mirroring } = mirrorStore.getState()
    // With words selected, the keys are about those.
    if (bench.selection.currentRange() !== null) return false
    return mirroring?.kind === 'proposed' || mirroring?.kind === 'adjusting'
  }
  const edge = (
    chord: Chord,
    which: 'start' | 'end',
    step: 'character' | 'word',
    direction: 'back' | 'on',
  ): KeyBinding => ({
    chord,
    // The same keys as those of a highlight's edges.
    id: `annotating.${which}${direction === 'back' ? 'Back' : 'On'}${step === 'word' ? 'Word' : ''}`,
    inTextFields: false,
    when: hasEdges,
    run: () =>
      void turn.take(() =>
        mirrorStore.getState().mirroring?.kind === 'adjusting'
          ? moveEdge(bench, which, step, direction)
          : moveProposedEdge(mirrorBench, which, step, direction),
      ),
  })
  const accept = (event: KeyboardEvent): void => {
    // A key that is held down must not keep what nobody has looked at.
    if (!event.repeat) void turn.take(() => acceptMirror(mirrorBench))
  }
  useKeys(t('keys.group'), [
    { chord: 'KeyP', id: 'annotating.mirror', when: isOn, run: accept },
    { chord: 'Enter', when: () => isOn() && !onButton(), run: accept },
    { chord: 'Escape', when: isOn, run: () => dismissMirror() },
    edge('BracketLeft', 'end', 'character', 'back'),
    edge('BracketRight', 'end', 'character', 'on'),
    edge('Shift+BracketLeft', 'start', 'character', 'back'),
    edge('Shift+BracketRight', 'start', 'character', 'on'),
    edge('Alt+BracketLeft', 'end', 'word', 'back'),
    edge('Alt+BracketRight', 'end', 'word', 'on'),
    edge('Alt+Shift+BracketLeft', 'start', 'word', 'back'),
    edge('Alt+Shift+BracketRight', 'start', 'word', 'on'),
  ])
  return mirrorBench
}
