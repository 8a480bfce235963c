import { memo, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { removeHighlight } from '../../features/annotating/annotation-actions.ts'
import { AnnotationBar } from '../../features/annotating/annotation-bar.tsx'
import { FloatingPanel } from '../../features/annotating/floating-panel.tsx'
import { NoteEditor } from '../../features/annotating/note/note-editor.tsx'
import type { FloatingAnchor } from '../../features/annotating/place-floating.ts'
import { TagBox } from '../../features/annotating/tag-box.tsx'
import { useT } from '../../i18n/i18n.ts'
import { highlightAnchor, selectionAnchor, sentenceAnchor } from './highlight-anchor.ts'
import {
  copyQuote,
  cycle,
  highlightOrRecolor,
  openPanel,
  overlapping,
  type Workbench,
} from './highlight-commands.ts'
import { useActive } from './use-text-paint.ts'

/** What floats over the text: the bar on a selection or a highlight, and its panels where no side panel holds them. */
export const AnnotateLayer = memo(function AnnotateLayer({
  bench,
  inSidePanel,
  onDone,
  onCounterparts,
}: {
  readonly bench: Workbench
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
    onRemove: () => {
      if (active !== null) void removeHighlight(annotations, active.id)
      onDone()
    },
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
  return (
    <AnnotationBar
      {...shared}
      kind="highlight"
      color={active.color}
      overlapping={overlapping(annotations, active).length}
      anchor={() => highlightAnchor(stage, active)}
    />
  )
})
