import type { Row } from '../../../shared/contract/schemas/reader.ts'
import type { Annotations } from '../../features/annotating/annotation-store.ts'
import { BeadNoteMark } from '../../features/annotating/note/bead-note-mark.tsx'
import { RowBars } from '../../features/annotating/row-bars.tsx'
import { BeadGutter } from '../../features/aligning/bead-gutter.tsx'
import type { RowLook } from '../../features/reading/row-view.tsx'

/** The same in the align layer: the bead's figures, with the bars beneath. */
export function beadGutterOf(annotations: Annotations): RowLook['gutter'] {
  return (row) => (
    <BeadGutter row={row}>
      <RowBars annotations={annotations} segmentIds={segmentIdsOf(row)} />
      <BeadNoteMark row={row} />
    </BeadGutter>
  )
}

/** What a row's gutter holds: a function of the row, made once, so that rows are not drawn again for it. */
export function gutterOf(annotations: Annotations): RowLook['gutter'] {
  return (row) => (
    <>
      <RowBars annotations={annotations} segmentIds={segmentIdsOf(row)} />
      <BeadNoteMark row={row} />
    </>
  )
}

function segmentIdsOf(row: Row): Row['left'][number]['segments'][number]['id'][] {
  return [...row.left, ...row.right].flatMap((run) => run.segments.map(({ id }) => id))
}
