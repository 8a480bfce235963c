import type { Revision } from '../../shared/contract/schemas/revision.ts'
import type { ArticleId, OriginalId, RevisionId } from '../../shared/domain/ids.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'

const COLUMNS = `id, number, made_at AS madeAt, reason, block_count AS blockCount, segment_count AS segmentCount,
  character_count AS characterCount`

/** An article's revisions, newest first. */
export function listRevisions(db: ReadDb, articleId: ArticleId): Revision[] {
  return db.all<Revision>(`SELECT ${COLUMNS} FROM revisions WHERE article_id = ? ORDER BY number DESC`, [
    articleId,
  ])
}

/** What tells whether another revision is due. */
export interface NewestRevision {
  readonly id: RevisionId
  readonly number: number
  readonly madeAt: number
  readonly sha256: string
}

export function findNewestRevision(db: ReadDb, articleId: ArticleId): NewestRevision | null {
  return (
    db.get<NewestRevision>(
      `SELECT id, number, made_at AS madeAt, sha256 FROM revisions WHERE article_id = ?
       ORDER BY number DESC LIMIT 1`,
      [articleId],
    ) ?? null
  )
}

export interface StoredRevision extends Revision {
  readonly originalId: OriginalId | null
  /** The blocks as JSON, deflated. */
  readonly content: Uint8Array
}

export function findRevision(db: ReadDb, articleId: ArticleId, id: RevisionId): StoredRevision | null {
  return (
    db.get<StoredRevision>(
      `SELECT ${COLUMNS}, original_id AS originalId, content FROM revisions WHERE id = ? AND article_id = ?`,
      [id, articleId],
    ) ?? null
  )
}

export function insertRevision(
  db: WriteDb,
  articleId: ArticleId,
  revision: StoredRevision & { readonly sha256: string },
): void {
  db.run(
    `INSERT INTO revisions (id, article_id, number, made_at, reason, original_id, block_count, segment_count,
       character_count, sha256, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      revision.id,
      articleId,
      revision.number,
      revision.madeAt,
      revision.reason,
      revision.originalId,
      revision.blockCount,
      revision.segmentCount,
      revision.characterCount,
      revision.sha256,
      revision.content,
    ],
  )
}
