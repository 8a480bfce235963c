import {
  useLayoutEffect,
  useSyncExternalStore,
  type CSSProperties,
  type ReactNode,
  type RefObject,
} from 'react'
import type { ReadingWindow } from './reading-window.ts'
import styles from './reading-list.module.css'
import type { RowLook } from './row-view.tsx'
import { SectionView } from './section-view.tsx'
import type { SegmentPainter } from './segment-painter.ts'

export interface ReadingListProps {
  readonly view: ReadingWindow
  readonly painter: SegmentPainter
  readonly look: RowLook
  /** Width of a text column in CSS px. */
  readonly column: number
  readonly label: string
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly content: RefObject<HTMLDivElement | null>
  /** Lies over the text, positioned within it. */
  readonly overlay: ReactNode
}

/** The text. A million characters of it: only the sections near the window are there. */
export function ReadingList({
  view,
  painter,
  look,
  column,
  label,
  scroller,
  content,
  overlay,
}: ReadingListProps): ReactNode {
  const plan = useSyncExternalStore(view.subscribe, view.plan)

  useLayoutEffect(() => {
    if (scroller.current === null || content.current === null) return
    view.setElementLookup((id) => painter.element(id))
    return view.attach(scroller.current, content.current)
  }, [view, painter, scroller, content])

  // Gaps and sections have changed places: what is being read must not have.
  useLayoutEffect(() => view.restore(), [view, plan, look, column])

  const style: CSSProperties & Record<'--column', string> = { '--column': `${column}px` }
  return (
    <div ref={scroller} className={styles['scroller']} data-reading-scroller="">
      {/* The text takes the focus, so that the keys that scroll work in it. */}
      <div
        ref={content}
        className={styles['content']}
        data-layout={look.layout}
        data-layer={look.layer === null ? undefined : ''}
        style={style}
        role="document"
        aria-label={label}
        tabIndex={-1}
      >
        {plan.map((item) =>
          item.kind === 'section' ? (
            <SectionView
              key={`s${item.index}`}
              index={item.index}
              view={view}
              painter={painter}
              look={look}
            />
          ) : (
            <div key={`g${item.from}`} style={{ height: `${item.height}px` }} data-gap="" />
          ),
        )}
        {overlay}
      </div>
    </div>
  )
}
