import { useCallback, useMemo, type ReactNode, type RefObject } from 'react'
import { useStore } from 'zustand'
import type { Annotation } from '../../../shared/contract/schemas/annotation.ts'
import { resizeSpan } from '../../features/annotating/annotation-actions.ts'
import { EdgeHandles, type Edge, type Graspable } from '../../features/annotating/edge-handles.tsx'
import { MirrorBar } from '../../features/annotating/mirror-bar.tsx'
import {
  mirrorStore,
  setMirroring,
  type Mirroring,
  type Stretch,
} from '../../features/annotating/mirror-store.ts'
import type { FloatingAnchor } from '../../features/annotating/place-floating.ts'
import { ReasonChips } from '../../features/linking/reason-chips.tsx'
import { articleOf } from '../../features/reading/selected-text.ts'
import { caretAt, placeOf, rectsOf } from '../../features/reading/text-position.ts'
import { highlightAnchor, partsAnchor, selectionAnchor } from './highlight-anchor.ts'
import type { Workbench } from './highlight-commands.ts'
import { acceptMirror, dismissMirror, removeMirror, type MirrorBench } from './mirror-commands.ts'
import type { Stage } from './reader-stage.ts'
import { selectionOf, withEdgeAt } from './span-range.ts'
import type { Turn } from './turn.ts'
import { followText } from './use-link-room.ts'
import { useActive } from './use-text-paint.ts'

/** The bar of the mirror that is proposed or being adjusted. */
export function MirrorFloat({
  bench,
  active,
  mirroring,
  turn,
  onDone,
}: {
  readonly bench: MirrorBench
  readonly active: Annotation
  readonly mirroring: Mirroring
  readonly turn: Turn
  readonly onDone: () => void
}): ReactNode {
  const { stage, selection, pair } = bench
  const { range, settled } = useStore(selection.store)
  const { articleId } = mirroring
  const isHere = stage.source.sides.some((side) => articleOf(stage.source, side) === articleId)
  const selected = range !== null && settled && articleOf(stage.source, range.side) === articleId
  const stretch = stretchOfMirroring(mirroring, active)
  const anchor = (): FloatingAnchor | null => {
    const chosen = selected && range !== null ? selectionAnchor(stage, range) : null
    return chosen ?? (stretch && partsAnchor(stage, stretch.parts)) ?? highlightAnchor(stage, active)
  }
  const language = pair?.left.id === articleId ? pair.left.language : pair?.right.language
  const act = (command: () => unknown): void => {
    void turn.take(command)
    onDone()
  }
  return (
    <MirrorBar
      mirroring={mirroring}
      quote={isHere || stretch === null ? null : { text: stretch.exact, language }}
      reasons={
        mirroring.kind === 'proposed' && mirroring.confidence !== null ? (
          <ReasonChips reasons={mirroring.reasons} score={mirroring.confidence} />
        ) : null
      }
      selected={selected}
      movable={isHere}
      anchor={anchor}
      bounds={() => stage.view.frame()}
      onAccept={() => act(() => acceptMirror(bench))}
      onDismiss={() => act(dismissMirror)}
      onRemove={() => act(() => removeMirror(bench))}
    />
  )
}

function stretchOfMirroring(mirroring: Mirroring, active: Annotation): Stretch | null {
  if (mirroring.kind === 'proposed') return mirroring.stretch
  if (mirroring.kind !== 'adjusting') return null
  return active.spans.find(({ id }) => id === mirroring.spanId) ?? null
}

const PROPOSED = 'proposed'

/** Grips at the edges of the active highlight's spans and of what is proposed. */
export function ActiveEdges({
  bench,
  content,
}: {
  readonly bench: Workbench
  readonly content: RefObject<HTMLElement | null>
}): ReactNode {
  const { stage, annotations, selection } = bench
  const active = useActive(annotations)
  const mirroring = useStore(mirrorStore, (state) => state.mirroring)
  const range = useStore(selection.store, (state) => state.range)
  const follow = useCallback((listener: () => void) => followText(stage, content, listener), [stage, content])

  const stretches = useMemo((): ReadonlyMap<string, Stretch> => {
    const found = new Map<string, Stretch>()
    for (const span of active?.spans ?? []) if (span.state !== 'lost') found.set(span.id, span)
    if (mirroring?.kind === 'proposed') found.set(PROPOSED, mirroring.stretch)
    return found
  }, [active, mirroring])

  const graspables = [...stretches].map(([id, { parts }]): Graspable => ({
    id,
    color: id === PROPOSED ? null : (active?.color ?? null),
    // While it is dragged, the grip goes with the hand.
    locate: (edge) => edgeRect(stage, edge, parts),
  }))

  const onDrag = (id: string, edge: Edge, x: number, y: number): void => {
    const stretch = stretches.get(id)
    const point = caretAt(x, y)
    const place = point === null ? null : placeOf(point.node, point.offset)
    const dragged = stretch === undefined || place === null ? null : withEdgeAt(stage, stretch, edge, place)
    if (dragged !== null) mirrorStore.setState({ dragged })
  }
  const onDrop = (id: string, kept: boolean): void => {
    const { dragged, mirroring: now } = mirrorStore.getState()
    mirrorStore.setState({ dragged: null })
    if (!kept || dragged === null || dragged.exact === stretches.get(id)?.exact) return
    if (id === PROPOSED) {
      if (now?.kind === 'proposed') setMirroring({ ...now, stretch: dragged, confidence: null })
      return
    }
    const span = active?.spans.find((each) => each.id === id)
    const chosen = selectionOf(dragged)
    if (active !== null && span !== undefined && chosen !== null)
      void resizeSpan(annotations, active.id, span.id, chosen)
  }

  // A selection has edges of its own.
  if (active === null || range !== null) return null
  return <EdgeHandles graspables={graspables} follow={follow} onDrag={onDrag} onDrop={onDrop} />
}

/** A line as high as the text at one end of a stretch; null while that is not on the page. */
function edgeRect(stage: Stage, edge: Edge, parts: Stretch['parts']): DOMRect | null {
  const part = edge === 'start' ? parts[0] : parts.at(-1)
  const element = part === undefined ? null : stage.painter.element(part.segmentId)
  if (part === undefined || element === null) return null
  const rects = rectsOf(element, part.start, part.end).filter(({ width }) => width > 0)
  const rect = edge === 'start' ? rects[0] : rects.at(-1)
  if (rect === undefined) return null
  return new DOMRect(edge === 'start' ? rect.left : rect.right, rect.top, 0, rect.height)
}
