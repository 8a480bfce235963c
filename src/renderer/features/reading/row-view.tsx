import { memo, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Row, Run } from '../../../shared/contract/schemas/reader.ts'
import type { Side } from '../../../shared/domain/article.ts'
import type { ReadingLayout } from './reading-layout.ts'
import type { PointerStore } from './reading-pointer.ts'
import styles from './row-view.module.css'
import { SegmentText } from './segment-text.tsx'

export interface RowLook {
  readonly layout: ReadingLayout
  /** The sides in the order they are shown; one alone when single. */
  readonly sides: readonly Side[]
  readonly languages: Readonly<Record<Side, string>>
  readonly pointer: PointerStore
  /** What stands between the columns (or beside one): both languages share it. */
  readonly gutter: (row: Row) => ReactNode
}

/** One line of the facing page: an aligned unit, or blocks side by side. */
export const RowView = memo(function RowView({
  row,
  look,
}: {
  readonly row: Row
  readonly look: RowLook
}): ReactNode {
  const current = useStore(look.pointer, ({ rowIndex, shown }) => shown && rowIndex === row.index)
  const [first, second] = look.sides
  return (
    <div
      className={styles['row']}
      data-row={row.index}
      data-layout={look.layout}
      data-continues={continues(row) || undefined}
      aria-current={current || undefined}
    >
      {first !== undefined && <Cell side={first} runs={row[first]} language={look.languages[first]} />}
      <div className={styles['gutter']}>{look.gutter(row)}</div>
      {second !== undefined && <Cell side={second} runs={row[second]} language={look.languages[second]} />}
    </div>
  )
})

function Cell({
  side,
  runs,
  language,
}: {
  readonly side: Side
  readonly runs: readonly Run[]
  readonly language: string
}): ReactNode {
  return (
    <div className={styles['cell']} data-side={side} data-face="text" lang={language}>
      {runs.map((run) => (
        <RunView key={`${run.blockId}-${run.segments[0]?.id ?? ''}`} run={run} />
      ))}
    </div>
  )
}

const HEADINGS = ['h2', 'h2', 'h3', 'h4', 'h5', 'h6'] as const

function RunView({ run }: { readonly run: Run }): ReactNode {
  const text = run.segments.map((segment) => <SegmentText key={segment.id} segment={segment} />)
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

/** Whether the row goes on with paragraphs begun above: it then stands closer to them. */
function continues(row: Row): boolean {
  const firsts = [row.left[0], row.right[0]].filter((run) => run !== undefined)
  return firsts.length > 0 && firsts.every((run) => !run.starts)
}
