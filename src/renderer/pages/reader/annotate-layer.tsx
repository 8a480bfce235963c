import { memo, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { mergeHighlights, removeHighlight } from '../../features/annotating/annotation-actions.ts'
import { AnnotationBar } from '../../features/annotating/annotation-bar.tsx'
import { FloatingPanel } from '../../features/annotating/floating-panel.tsx'
import { HighlightsHere } from '../../features/annotating/highlights-here.tsx'
import { mirrorStore } from '../../features/annotating/mirror-store.ts'
import { NoteEditor } from '../../features/annotating/note/note-editor.tsx'
import type { FloatingAnchor } from '../../features/annotating/place-floating.ts'
import { TagBox } from '../../features/annotating/tag-box.tsx'
import { useT } from '../../i18n/i18n.ts'
import { highlightAnchor, selectionAnchor, sentenceAnchor } from './highlight-anchor.ts'
import { activateAloud, copyQuote, highlightOrRecolor, openPanel } from './highlight-commands.ts'
import { proposeMirror, type MirrorBench } from './mirror-commands.ts'
import { MirrorFloat } from './mirror-layer.tsx'
import { cycle, listHere, overlapping } from './overlap-commands.ts'
import type { Turn } from './turn.ts'
import { useActive } from './use-text-paint.ts'

/** What floats over the text: the bar on a selection or a highlight, and its panels where no side panel holds them. */
export const AnnotateLayer = memo(function AnnotateLayer({
  bench,
  turn,
  inSidePanel,
  onDone,
  onCounterparts,
}: {
  readonly bench: MirrorBench
  readonly turn: Turn
  /** The note is edited in its card. */
  readonly inSidePanel: boolean
  readonly onDone: () => void
  readonly onCounterparts: () => void
}): ReactNode {
  const t = useT('annotating')
  const { stage, annotations, selection } = bench
  const { panel } = useStore(annotations.store)
  const active = useActive(annotations)
  const { range, settled } = useStore(selection.store)
  const mirroring = useStore(mirrorStore, (state) => state.mirroring)
  const isDragging = useStore(mirrorStore, (state) => state.dragged !== null)
  const bounds = (): DOMRect | null => stage.view.frame()
  const close = (): void => {
    annotations.openPanel(null)
    onDone()
  }
  const shared = {
    bounds,
    onColor: (color: Parameters<typeof highlightOrRecolor>[1]) => void highlightOrRecolor(bench, color),
    onTags: () => void openPanel(bench, 'tags'),
    onNote: () => void openPanel(bench, 'note'),
    onCounterparts,
    onCopy: () => void copyQuote(bench),
    onCycle: () => cycle(bench),
    onList: () => listHere(bench),
    onMirror: bench.pair === null ? null : () => void turn.take(() => proposeMirror(bench)),
    mirrored: range === null && active !== null && active.spans.length > 1,
    onRemove: () => {
      if (active !== null) void removeHighlight(annotations, active.id)
      onDone()
    },
  }

  // An edge is being dragged: nothing may lie over where it goes.
  if (isDragging) return null
  if (mirroring !== null && active !== null) {
    return <MirrorFloat bench={bench} active={active} mirroring={mirroring} turn={turn} onDone={onDone} />
  }
  if (range !== null) {
    return settled ? (
      <AnnotationBar
        {...shared}
        kind="selection"
        color={null}
        overlapping={0}
        anchor={() => selectionAnchor(stage, range)}
      />
    ) : null
  }
  if (active === null) return null
  const sentence = (): FloatingAnchor | null => sentenceAnchor(stage, active)
  if (panel === 'tags') {
    return (
      <FloatingPanel label={t('bar.tags')} anchor={sentence} bounds={bounds} onClose={close}>
        <TagBox annotation={active} onDone={close} />
      </FloatingPanel>
    )
  }
  if (panel === 'note') {
    return inSidePanel ? null : (
      <FloatingPanel label={t('bar.note')} anchor={sentence} bounds={bounds} onClose={close}>
        <NoteEditor
          key={active.id}
          target={{ kind: 'highlight', highlightId: active.id }}
          body={active.note?.body ?? ''}
          onDone={close}
        />
      </FloatingPanel>
    )
  }
  const here = overlapping(annotations, active)
  if (panel === 'here') {
    return (
      <FloatingPanel label={t('here.label')} anchor={sentence} bounds={bounds} onClose={close}>
        <HighlightsHere
          here={here.flatMap((id) => annotations.book.get(id) ?? [])}
          active={active.id}
          onChoose={(id) => {
            activateAloud(annotations, id)
            onDone()
          }}
          onMerge={(id) => {
            void turn.take(() => mergeHighlights(annotations, [active.id, id]))
            onDone()
          }}
        />
      </FloatingPanel>
    )
  }
  return (
    <AnnotationBar
      {...shared}
      kind="highlight"
      color={active.color}
      overlapping={here.length}
      anchor={() => highlightAnchor(stage, active)}
    />
  )
})
