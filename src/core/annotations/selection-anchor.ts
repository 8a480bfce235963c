import type { Selection } from '../../shared/contract/schemas/annotation.ts'
import { CONTEXT_LENGTH, type Anchor } from '../../shared/domain/anchor.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { SegmentId } from '../../shared/domain/ids.ts'
import { createAnchor } from '../../shared/text/create-anchor.ts'
import { isPresentArticle } from '../articles/articles.repo.ts'
import { requirePresentArticle } from '../articles/articles.service.ts'
import {
  findSegment,
  readNeighbours,
  readSegmentsBetween,
  type PlacedSegment,
} from '../articles/text.repo.ts'
import type { ReadDb } from '../store/handles.ts'

/**
 * The anchor of a selection, checked against the stored text. Reads only the selected segments and their
 * neighbours, so that a book costs what a page does.
 *
 * Throws `not_found` for an unknown article or segment, `invalid_input` for offsets outside the text or an
 * empty selection, `conflict` when the text is no longer what the user saw.
 */
export function anchorSelection(db: ReadDb, selection: Selection): Anchor {
  // Asked for by itself first: the whole answer counts the article's highlights, and so would cost more with each.
  if (!isPresentArticle(db, selection.articleId)) requirePresentArticle(db, selection.articleId)
  const first = requireSegment(db, selection, selection.startSegmentId)
  const last = requireSegment(db, selection, selection.endSegmentId)
  const between = readSegmentsBetween(db, selection.articleId, first, last)
  if (between.length === 0) {
    throw new DuizhaoError('invalid_input', 'The selection ends before it begins.')
  }
  if (selection.startOffset > first.text.length || selection.endOffset > last.text.length) {
    throw new DuizhaoError('invalid_input', 'The selection reaches beyond the text.')
  }
  if (readSelected(between, selection) !== selection.exact) {
    throw new DuizhaoError('conflict', 'The text has changed since it was shown. Select it again.')
  }
  const segments = [
    ...readNeighbours(db, selection.articleId, first, 'before', CONTEXT_LENGTH),
    ...between,
    ...readNeighbours(db, selection.articleId, last, 'after', CONTEXT_LENGTH),
  ]
  return createAnchor({ articleId: selection.articleId, segments }, selection)
}

function requireSegment(db: ReadDb, selection: Selection, id: SegmentId): PlacedSegment {
  const segment = findSegment(db, id)
  if (segment === null || segment.articleId !== selection.articleId) {
    throw new DuizhaoError('not_found', 'The selected sentence is not in this article any more.', { id })
  }
  return segment
}

function readSelected(segments: readonly { id: SegmentId; text: string }[], selection: Selection): string {
  return segments
    .map(({ text }, index) => {
      const start = index === 0 ? selection.startOffset : 0
      const end = index === segments.length - 1 ? selection.endOffset : text.length
      return text.slice(start, end)
    })
    .join('')
}
