import type { PairKind } from '../../shared/domain/article.ts'
import type { ArticleId, PairId } from '../../shared/domain/ids.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'

export interface PairRow {
  readonly id: PairId
  readonly kind: PairKind
  readonly leftArticleId: ArticleId
  readonly rightArticleId: ArticleId
  readonly beadCount: number
  readonly verifiedCount: number
  readonly highlightCount: number
  readonly noteCount: number
  readonly alignedAt: number | null
  readonly createdAt: number
  readonly updatedAt: number
  readonly deletedAt: number | null
}

const PAIR = `
  SELECT p.id, p.kind, p.left_article_id AS leftArticleId, p.right_article_id AS rightArticleId,
    (SELECT count(*) FROM beads WHERE pair_id = p.id) AS beadCount,
    (SELECT count(*) FROM beads WHERE pair_id = p.id AND status = 'verified') AS verifiedCount,
    (SELECT count(DISTINCT highlight_id) FROM spans
      WHERE article_id IN (p.left_article_id, p.right_article_id)) AS highlightCount,
    (SELECT count(DISTINCT n.id) FROM spans AS s JOIN notes AS n ON n.highlight_id = s.highlight_id
      WHERE s.article_id IN (p.left_article_id, p.right_article_id)) AS noteCount,
    p.aligned_at AS alignedAt, p.created_at AS createdAt, p.updated_at AS updatedAt, p.deleted_at AS deletedAt
  FROM pairs AS p`

/** Pairs of the library, newest first. A pair shows only while both of its articles are in the library. */
export function listPairs(db: ReadDb, removed: boolean): PairRow[] {
  return db.all<PairRow>(
    `${PAIR}
     JOIN articles AS l ON l.id = p.left_article_id AND l.deleted_at IS NULL
     JOIN articles AS r ON r.id = p.right_article_id AND r.deleted_at IS NULL
     WHERE p.deleted_at ${removed ? 'IS NOT NULL' : 'IS NULL'} ORDER BY p.id DESC`,
  )
}

export function findPair(db: ReadDb, id: PairId): PairRow | null {
  return db.get<PairRow>(`${PAIR} WHERE p.id = ?`, [id]) ?? null
}

/** A pair of the two articles, whichever is on the left, that was not removed. */
export function findPairOf(db: ReadDb, one: ArticleId, other: ArticleId): PairId | null {
  return (
    db.value<PairId>(
      `SELECT id FROM pairs WHERE deleted_at IS NULL
         AND ((left_article_id = @one AND right_article_id = @other)
           OR (left_article_id = @other AND right_article_id = @one))`,
      { one, other },
    ) ?? null
  )
}

export function insertPair(
  db: WriteDb,
  pair: { id: PairId; kind: PairKind; leftArticleId: ArticleId; rightArticleId: ArticleId; at: number },
): void {
  db.run(
    `INSERT INTO pairs (id, kind, left_article_id, right_article_id, aligner, aligned_at, created_at, updated_at,
       deleted_at) VALUES (?, ?, ?, ?, NULL, NULL, ?, ?, NULL)`,
    [pair.id, pair.kind, pair.leftArticleId, pair.rightArticleId, pair.at, pair.at],
  )
}

export function updatePairKind(db: WriteDb, id: PairId, kind: PairKind, at: number): void {
  db.run('UPDATE pairs SET kind = ?, updated_at = ? WHERE id = ?', [kind, at, id])
}

export function setPairRemoved(db: WriteDb, id: PairId, deletedAt: number | null): void {
  db.run('UPDATE pairs SET deleted_at = ? WHERE id = ?', [deletedAt, id])
}

export function markPairAligned(db: WriteDb, id: PairId, aligner: string, at: number): void {
  db.run('UPDATE pairs SET aligner = ?, aligned_at = ? WHERE id = ?', [aligner, at, id])
}
