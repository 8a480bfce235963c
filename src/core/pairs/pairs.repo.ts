import type { LanguageTag, PairKind, Side } from '../../shared/domain/article.ts'
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
  readonly lockedSide: Side | null
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
    p.aligned_at AS alignedAt, p.locked_side AS lockedSide, p.created_at AS createdAt, p.updated_at AS updatedAt, p.deleted_at AS deletedAt
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

/** What working on a pair's rows asks for, without counting anything. */
export interface PairOutline {
  readonly id: PairId
  readonly leftArticleId: ArticleId
  readonly rightArticleId: ArticleId
  readonly leftLanguage: LanguageTag
  readonly rightLanguage: LanguageTag
  readonly leftTitle: string
  readonly rightTitle: string
  readonly lockedSide: Side | null
  /** Whether the pair and both of its articles are in the library. */
  readonly isPresent: boolean
  readonly isAligned: boolean
}

export function findPairOutline(db: ReadDb, id: PairId): PairOutline | null {
  interface Row extends Omit<PairOutline, 'isPresent' | 'isAligned'> {
    readonly isPresent: 0 | 1
    readonly isAligned: 0 | 1
  }
  const row = db.get<Row>(
    `SELECT p.id, l.id AS leftArticleId, r.id AS rightArticleId, l.language AS leftLanguage,
       r.language AS rightLanguage, l.title AS leftTitle, r.title AS rightTitle, p.locked_side AS lockedSide,
       p.deleted_at IS NULL AND l.deleted_at IS NULL AND r.deleted_at IS NULL AS isPresent,
       EXISTS (SELECT 1 FROM beads WHERE pair_id = p.id) AS isAligned
     FROM pairs AS p JOIN articles AS l ON l.id = p.left_article_id JOIN articles AS r ON r.id = p.right_article_id
     WHERE p.id = ?`,
    [id],
  )
  return row === undefined ? null : { ...row, isPresent: row.isPresent === 1, isAligned: row.isAligned === 1 }
}

/** A pair of the library in which the article's side is locked. */
export function findLockOf(db: ReadDb, articleId: ArticleId): PairId | null {
  return (
    db.value<PairId>(
      `SELECT p.id FROM pairs AS p
       JOIN articles AS l ON l.id = p.left_article_id AND l.deleted_at IS NULL
       JOIN articles AS r ON r.id = p.right_article_id AND r.deleted_at IS NULL
       WHERE p.id IN (
         SELECT id FROM pairs
         WHERE left_article_id = @articleId AND locked_side = 'left' AND deleted_at IS NULL
         UNION SELECT id FROM pairs
         WHERE right_article_id = @articleId AND locked_side = 'right' AND deleted_at IS NULL)
       LIMIT 1`,
      { articleId },
    ) ?? null
  )
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

export function setPairLock(db: WriteDb, id: PairId, side: Side | null, at: number): void {
  db.run('UPDATE pairs SET locked_side = ?, updated_at = ? WHERE id = ?', [side, at, id])
}

export function setPairRemoved(db: WriteDb, id: PairId, deletedAt: number | null): void {
  db.run('UPDATE pairs SET deleted_at = ? WHERE id = ?', [deletedAt, id])
}

export function markPairAligned(db: WriteDb, id: PairId, aligner: string, at: number): void {
  db.run('UPDATE pairs SET aligner = ?, aligned_at = ? WHERE id = ?', [aligner, at, id])
}
