import type { ReactNode } from 'react'
import type { Reading } from '../../../shared/contract/schemas/reader.ts'
import type { SegmentId } from '../../../shared/domain/ids.ts'
import { AnnotationSidebar } from '../../features/annotating/annotation-sidebar.tsx'
import { announce } from '../../features/annotating/announce.tsx'
import { CounterpartPanel } from '../../features/linking/counterpart-panel.tsx'
import { openLinkPanel, type LinkPanel } from '../../features/linking/link-store.ts'
import { SuggestionPanel } from '../../features/linking/suggestion-panel.tsx'

export interface RoomPanelProps {
  readonly opened: Reading
  readonly panel: LinkPanel | null
  readonly onShow: (segmentId: SegmentId) => void
  readonly onLeave: () => void
  readonly onHide: () => void
}

/** What stands beside the text: highlights and notes, or links that are proposed. */
export function RoomPanel({ opened, panel, onShow, onLeave, onHide }: RoomPanelProps): ReactNode {
  const close = (): void => {
    openLinkPanel(null)
    onLeave()
  }
  const { pair, left, right } = opened
  if (panel?.kind === 'suggestions' && pair !== null && right !== null) {
    return (
      <SuggestionPanel
        key={pair.id}
        pairId={pair.id}
        languages={{ left: left.language, right: right.language }}
        onShow={onShow}
        onSay={announce}
        onClose={close}
        onLeave={onLeave}
      />
    )
  }
  if (panel?.kind === 'counterparts') {
    const { selection } = panel
    const key = `${selection.startSegmentId}:${selection.startOffset}:${selection.exact.length}`
    return <CounterpartPanel key={key} selection={selection} onSay={announce} onClose={close} />
  }
  return <AnnotationSidebar onHide={onHide} />
}
