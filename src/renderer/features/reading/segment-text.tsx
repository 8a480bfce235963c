import { memo, type ReactNode } from 'react'
import type { Mark, Segment } from '../../../shared/domain/text.ts'
import { nestMarks, type MarkNode } from './mark-pieces.ts'
import styles from './segment-text.module.css'

/** A segment's text and nothing else: whatever is added must not be a text node, or offsets would be wrong. */
export const SegmentText = memo(function SegmentText({
  segment,
  hidden = false,
}: {
  readonly segment: Segment
  readonly hidden?: boolean
}): ReactNode {
  return (
    <span data-segment={segment.id} hidden={hidden}>
      {segment.marks.length === 0
        ? segment.text
        : draw(nestMarks(segment.text.length, segment.marks), segment.text)}
    </span>
  )
})

function draw(nodes: readonly MarkNode[], text: string): ReactNode {
  return nodes.map((node) =>
    node.kind === 'text' ? (
      text.slice(node.start, node.end)
    ) : (
      <Marked key={`${node.mark.kind}-${node.mark.start}-${node.mark.end}`} mark={node.mark}>
        {draw(node.children, text)}
      </Marked>
    ),
  )
}

function Marked({ mark, children }: { readonly mark: Mark; readonly children: ReactNode }): ReactNode {
  switch (mark.kind) {
    case 'emphasis':
      return <em className={styles['emphasis']}>{children}</em>
    case 'strong':
      return <strong>{children}</strong>
    case 'code':
      return <code className={styles['code']}>{children}</code>
    case 'link':
      // Inert: nothing leaves the machine by a click that was meant for the text.
      return (
        <span className={styles['link']} title={mark.value}>
          {children}
        </span>
      )
    case 'ruby':
      // Drawn from an attribute, so that the reading is in no copy and no offset.
      return (
        <span className={styles['ruby']} data-reading={mark.value}>
          {children}
        </span>
      )
    case 'footnote':
      return <span className={styles['footnote']}>{children}</span>
  }
}
