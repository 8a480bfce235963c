import { DuizhaoError } from '../../shared/domain/error.ts'
import type { SegmentId } from '../../shared/domain/ids.ts'
import { isGraphemeEdge } from '../../shared/text/graphemes.ts'
import { addSecondHalf } from '../alignment/bead-membership.repo.ts'
import { carryAnchors, readAnchorsAround } from '../annotations/carry-anchors.ts'
import { newId } from '../area-context.ts'
import type { WriteDb } from '../store/handles.ts'
import { keepRevision } from './keep-revision.ts'
import { requireStoredSegment } from './segment-lock.ts'
import { cutsMark, splitMarks } from './segment-marks.ts'
import { addToCounts, insertSegmentAfter, updateSegment } from './segments.repo.ts'

/**
 * Divides a segment at an offset (UTF-16 code units) inside a running write; answers the id of its second half,
 * which is in the same bead of every pair. White space at the border stays with the first half, as where the
 * text was divided by rule. All that hangs on the text stays on it.
 *
 * Throws `invalid_input` for an offset that would leave a half without text, or cut a character or a ruby.
 */
export function splitSegment(db: WriteDb, id: SegmentId, wanted: number, at: number): SegmentId {
  const segment = requireStoredSegment(db, id)
  const { text, marks, articleId } = segment
  const offset = wanted + (/^\s*/u.exec(text.slice(wanted))?.[0].length ?? 0)
  const halves = [text.slice(0, offset), text.slice(offset)] as const
  if (halves.some((half) => half.trim() === '')) {
    throw new DuizhaoError('invalid_input', 'Put the caret inside the sentence: neither part may be empty.')
  }
  if (!isGraphemeEdge(text, offset) || cutsMark(marks, offset)) {
    throw new DuizhaoError('invalid_input', 'A sentence cannot be divided inside a character.')
  }
  keepRevision(db, articleId, 'edit', at)
  const around = readAnchorsAround(db, articleId, [id])
  const second = newId<'segment'>()
  const parts = splitMarks(marks, offset)
  updateSegment(db, id, halves[0], parts.first)
  insertSegmentAfter(db, segment, { id: second, text: halves[1], marks: parts.second })
  addSecondHalf(db, id, second)
  const replacement = [
    { id, text: halves[0] },
    { id: second, text: halves[1] },
  ]
  carryAnchors(db, around, new Map([[id, replacement]]))
  addToCounts(db, articleId, { segments: 1, characters: 0, at })
  return second
}
