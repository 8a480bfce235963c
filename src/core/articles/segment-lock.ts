import { DuizhaoError } from '../../shared/domain/error.ts'
import type { ArticleId, SegmentId } from '../../shared/domain/ids.ts'
import { findLockOf } from '../pairs/pairs.repo.ts'
import type { ReadDb } from '../store/handles.ts'
import { isArticlePresent } from './articles.repo.ts'
import { readSegment, type StoredSegment } from './segments.repo.ts'

/** The segment. Throws `not_found`. */
export function requireStoredSegment(db: ReadDb, id: SegmentId): StoredSegment {
  const segment = readSegment(db, id)
  if (segment === null) {
    throw new DuizhaoError('not_found', 'There is no such sentence in this library any more.', { id })
  }
  return segment
}

/**
 * For an article whose text is about to change. Throws `not_found` when it was removed, and `conflict` while its side
 * of a pair is locked.
 */
export function refuseLocked(db: ReadDb, articleId: ArticleId): void {
  if (!isArticlePresent(db, articleId)) {
    throw new DuizhaoError('not_found', 'The article of this text was removed. Restore it first.', {
      id: articleId,
    })
  }
  const pairId = findLockOf(db, articleId)
  if (pairId !== null) {
    throw new DuizhaoError(
      'conflict',
      'This side is locked: its text is neither edited nor divided. Unlock it first.',
      { reason: 'locked', pairId },
    )
  }
}

/** The segment, whose text is about to change. Throws `not_found` and what `refuseLocked` does. */
export function refuseLockedArticle(db: ReadDb, id: SegmentId): StoredSegment {
  const segment = requireStoredSegment(db, id)
  refuseLocked(db, segment.articleId)
  return segment
}
