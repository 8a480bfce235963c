import type { ArticleId, SegmentId } from '../../shared/domain/ids.ts'
import type { ReadDb } from '../store/handles.ts'

/** A segment with where it stands, to go on from. */
export interface PagedSegment {
  readonly id: SegmentId
  readonly text: string
  readonly blockPosition: number
  readonly position: number
}

/** Up to `limit` segments of an article in reading order, after the given one or from the beginning. */
export function readSegmentPage(
  db: ReadDb,
  articleId: ArticleId,
  after: PagedSegment | null,
  limit: number,
): PagedSegment[] {
  return db.all<PagedSegment>(
    `SELECT s.id, s.text, b.position AS blockPosition, s.position
     FROM blocks AS b JOIN segments AS s ON s.block_id = b.id
     WHERE b.article_id = @articleId AND b.position >= @block AND (b.position, s.position) > (@block, @position)
     ORDER BY b.position, s.position LIMIT @limit`,
    { articleId, block: after?.blockPosition ?? -1, position: after?.position ?? -1, limit },
  )
}
