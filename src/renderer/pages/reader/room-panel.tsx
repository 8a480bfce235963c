import type { ReactNode } from 'react'
import type { Reading } from '../../../shared/contract/schemas/reader.ts'
import { useStore } from 'zustand'
import type { ArticleId, SegmentId } from '../../../shared/domain/ids.ts'
import { alignStore } from '../../features/aligning/align-store.ts'
import { AnnotationSidebar } from '../../features/annotating/annotation-sidebar.tsx'
import { announce } from '../../features/annotating/announce.tsx'
import { CounterpartPanel } from '../../features/linking/counterpart-panel.tsx'
import { openLinkPanel, type LinkPanel } from '../../features/linking/link-store.ts'
import { SidebarDoubts } from '../../features/revising/sidebar-doubts.tsx'
import { SuggestionPanel } from '../../features/linking/suggestion-panel.tsx'

export interface RoomPanelProps {
  readonly opened: Reading
  /** The articles whose text is on the page. */
  readonly articleIds: readonly ArticleId[]
  readonly panel: LinkPanel | null
  readonly onShow: (segmentId: SegmentId) => void
  readonly onLeave: () => void
  readonly onHide: () => void
}

/** What stands beside the text: highlights and notes, or links that are proposed. */
export function RoomPanel({ opened, articleIds, panel, onShow, onLeave, onHide }: RoomPanelProps): ReactNode {
  const close = (): void => {
    openLinkPanel(null)
    onLeave()
  }
  const inLayer = useStore(alignStore, ({ on }) => on)
  const { pair, left, right } = opened
  if (panel?.kind === 'suggestions' && pair !== null && right !== null) {
    return (
      <SuggestionPanel
        key={pair.id}
        pairId={pair.id}
        languages={{ left: left.language, right: right.language }}
        findAtOnce={panel.find ?? false}
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
    const show = (found: { readonly articleId: ArticleId; readonly segmentId: SegmentId }): boolean => {
      if (!articleIds.includes(found.articleId)) return false
      onShow(found.segmentId)
      return true
    }
    return <CounterpartPanel key={key} selection={selection} onShow={show} onSay={announce} onClose={close} />
  }
  return (
    <AnnotationSidebar inLayer={inLayer} notice={<SidebarDoubts articleIds={articleIds} />} onHide={onHide} />
  )
}
