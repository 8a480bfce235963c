import { memo, type ReactNode } from 'react'
import { useStore, type StoreApi } from 'zustand'
import type { Row, Run } from '../../../shared/contract/schemas/reader.ts'
import type { Side } from '../../../shared/domain/article.ts'
import type { SegmentId } from '../../../shared/domain/ids.ts'
import type { Segment } from '../../../shared/domain/text.ts'
import type { ReadingLayout } from './reading-layout.ts'
import type { PointerStore } from './reading-pointer.ts'
import styles from './row-view.module.css'
import { SegmentText } from './segment-text.tsx'

export type Attributes = Readonly<Record<`data-${string}` | `aria-${string}` | 'role', string>>

/** What a layer over the text says of rows and cells, as attributes that its style sheet and screen readers read. */
export interface RowLayer {
  readonly row: (row: Row) => Partial<Attributes>
  readonly cell: (row: Row, side: Side) => Partial<Attributes>
}

/** A segment that is being edited, and what stands in its place meanwhile. */
export interface SegmentEditing {
  readonly store: StoreApi<{ readonly editing: SegmentId | null }>
  readonly render: (segment: Segment, side: Side) => ReactNode
}

export interface RowLook {
  readonly layout: ReadingLayout
  /** The sides in the order they are shown; one alone when single. */
  readonly sides: readonly Side[]
  readonly languages: Readonly<Record<Side, string>>
  readonly pointer: PointerStore
  /** What stands between the columns (or beside one): both languages share it. */
  readonly gutter: (row: Row) => ReactNode
  readonly layer: RowLayer | null
  readonly editing: SegmentEditing | null
}

/** One line of the facing page: an aligned unit, or blocks side by side. */
export const RowView = memo(function RowView({
  row,
  look,
}: {
  readonly row: Row
  readonly look: RowLook
}): ReactNode {
  const side = useStore(look.pointer, (pointer) =>
    pointer.shown && pointer.rowIndex === row.index ? pointer.side : null,
  )
  const [first, second] = look.sides
  return (
    <div
      className={styles['row']}
      data-row={row.index}
      data-layout={look.layout}
      data-continues={continues(row) || undefined}
      aria-current={side !== null || undefined}
      {...look.layer?.row(row)}
    >
      {first !== undefined && <Cell side={first} row={row} look={look} current={side === first} />}
      <div className={styles['gutter']}>{look.gutter(row)}</div>
      {second !== undefined && <Cell side={second} row={row} look={look} current={side === second} />}
    </div>
  )
})

function Cell({
  side,
  row,
  look,
  current,
}: {
  readonly side: Side
  readonly row: Row
  readonly look: RowLook
  readonly current: boolean
}): ReactNode {
  return (
    <div
      className={styles['cell']}
      data-side={side}
      data-face="text"
      data-at={current || undefined}
      lang={look.languages[side]}
      {...look.layer?.cell(row, side)}
    >
      {row[side].map((run) => (
        <RunView
          key={`${run.blockId}-${run.segments[0]?.id ?? ''}`}
          run={run}
          side={side}
          editing={look.editing}
        />
      ))}
    </div>
  )
}

const HEADINGS = ['h2', 'h2', 'h3', 'h4', 'h5', 'h6'] as const

function RunView({
  run,
  side,
  editing,
}: {
  readonly run: Run
  readonly side: Side
  readonly editing: SegmentEditing | null
}): ReactNode {
  const text = run.segments.map((segment) =>
    editing === null ? (
      <SegmentText key={segment.id} segment={segment} />
    ) : (
      <EditableSegment key={segment.id} segment={segment} side={side} editing={editing} />
    ),
  )
  const shared = {
    className: styles['block'],
    'data-kind': run.kind,
    'data-level': run.level,
    'data-starts': run.starts || undefined,
  }
  switch (run.kind) {
    case 'title':
      return <h1 {...shared}>{text}</h1>
    case 'heading': {
      const Heading = HEADINGS[Math.min(Math.max(run.level, 1), HEADINGS.length) - 1] ?? 'h2'
      return <Heading {...shared}>{text}</Heading>
    }
    case 'quote':
      return <blockquote {...shared}>{text}</blockquote>
    default:
      return <p {...shared}>{text}</p>
  }
}

/** While it is edited the segment stays on the page, unseen: what is painted on it is not lost. */
function EditableSegment({
  segment,
  side,
  editing,
}: {
  readonly segment: Segment
  readonly side: Side
  readonly editing: SegmentEditing
}): ReactNode {
  const isOpen = useStore(editing.store, (state) => state.editing === segment.id)
  return (
    <>
      <SegmentText segment={segment} hidden={isOpen} />
      {isOpen && editing.render(segment, side)}
    </>
  )
}

/** Whether the row goes on with paragraphs begun above: it then stands closer to them. */
function continues(row: Row): boolean {
  const firsts = [row.left[0], row.right[0]].filter((run) => run !== undefined)
  return firsts.length > 0 && firsts.every((run) => !run.starts)
}
