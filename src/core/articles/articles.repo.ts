import type { ArticleSummary } from '../../shared/contract/schemas/article.ts'
import type { ArticleMetadata } from '../../shared/domain/article.ts'
import type { ArticleId, OriginalId, PairId } from '../../shared/domain/ids.ts'
import { newId } from '../area-context.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'

interface SummaryRow extends Omit<ArticleSummary, 'titleGuessed' | 'pairIds'> {
  readonly titleGuessed: 0 | 1
  readonly pairIds: string
}

/** Pairs count only while both of their articles are in the library. */
const SUMMARY = `
  SELECT a.id, a.title, a.title_guessed AS titleGuessed, a.language, a.kind, a.date, a.source, a.place, a.author,
    a.block_count AS blockCount, a.segment_count AS segmentCount, a.character_count AS characterCount,
    a.created_at AS createdAt, a.updated_at AS updatedAt, a.deleted_at AS deletedAt,
    (SELECT json_group_array(id) FROM (
       SELECT p.id FROM pairs AS p JOIN articles AS other ON other.id = p.right_article_id
       WHERE p.left_article_id = a.id AND p.deleted_at IS NULL AND other.deleted_at IS NULL
       UNION
       SELECT p.id FROM pairs AS p JOIN articles AS other ON other.id = p.left_article_id
       WHERE p.right_article_id = a.id AND p.deleted_at IS NULL AND other.deleted_at IS NULL
       ORDER BY 1)) AS pairIds,
    (SELECT count(DISTINCT highlight_id) FROM spans WHERE article_id = a.id) AS highlightCount,
    (SELECT count(DISTINCT n.id) FROM spans AS s JOIN notes AS n ON n.highlight_id = s.highlight_id
      WHERE s.article_id = a.id) AS noteCount
  FROM articles AS a`

function fromRow(row: SummaryRow): ArticleSummary {
  return { ...row, titleGuessed: row.titleGuessed === 1, pairIds: JSON.parse(row.pairIds) as PairId[] }
}

/** The library's articles, or those removed from it; newest first. */
export function listArticles(db: ReadDb, removed: boolean): ArticleSummary[] {
  const which = removed ? 'IS NOT NULL' : 'IS NULL'
  return db.all<SummaryRow>(`${SUMMARY} WHERE a.deleted_at ${which} ORDER BY a.id DESC`).map(fromRow)
}

export function findArticle(db: ReadDb, id: ArticleId): ArticleSummary | null {
  const row = db.get<SummaryRow>(`${SUMMARY} WHERE a.id = ?`, [id])
  return row === undefined ? null : fromRow(row)
}

/** Whether the article is in the library and was not removed; asks for nothing else. */
export function isArticlePresent(db: ReadDb, id: ArticleId): boolean {
  return db.value<number>('SELECT deleted_at IS NULL FROM articles WHERE id = ?', [id]) === 1
}

export interface NewArticle {
  readonly id: ArticleId
  readonly metadata: ArticleMetadata
  readonly blockCount: number
  readonly segmentCount: number
  readonly characterCount: number
  readonly at: number
}

/** Inserts the article as removed; making it present is the step that can be undone. */
export function insertRemovedArticle(db: WriteDb, article: NewArticle): void {
  const { metadata } = article
  db.run(
    `INSERT INTO articles (id, title, title_guessed, language, kind, date, source, place, author,
       block_count, segment_count, character_count, created_at, updated_at, deleted_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      article.id,
      metadata.title,
      metadata.titleGuessed ? 1 : 0,
      metadata.language,
      metadata.kind,
      metadata.date,
      metadata.source,
      metadata.place,
      metadata.author,
      article.blockCount,
      article.segmentCount,
      article.characterCount,
      article.at,
      article.at,
      article.at,
    ],
  )
}

export function setArticleRemoved(db: WriteDb, id: ArticleId, deletedAt: number | null): void {
  db.run('UPDATE articles SET deleted_at = ? WHERE id = ?', [deletedAt, id])
}

export function updateArticle(db: WriteDb, id: ArticleId, metadata: ArticleMetadata, at: number): void {
  db.run(
    `UPDATE articles SET title = ?, title_guessed = ?, language = ?, kind = ?, date = ?, source = ?, place = ?,
       author = ?, updated_at = ? WHERE id = ?`,
    [
      metadata.title,
      metadata.titleGuessed ? 1 : 0,
      metadata.language,
      metadata.kind,
      metadata.date,
      metadata.source,
      metadata.place,
      metadata.author,
      at,
      id,
    ],
  )
}

/** The file an article was made from, or brought up to date from. */
export interface Original {
  readonly name: string
  readonly encoding: string
  readonly sha256: string
  readonly bytes: Uint8Array
}

/** Keeps a file and makes it the one that the article's present text is from. */
export function insertOriginal(db: WriteDb, articleId: ArticleId, original: Original): OriginalId {
  const id = newId<'original'>()
  db.run(
    'INSERT INTO originals (id, article_id, name, encoding, sha256, byte_length, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [
      id,
      articleId,
      original.name,
      original.encoding,
      original.sha256,
      original.bytes.byteLength,
      original.bytes,
    ],
  )
  setOriginal(db, articleId, id)
  return id
}

/** Says which of its originals an article's present text is from; null for none of them. */
export function setOriginal(db: WriteDb, articleId: ArticleId, originalId: OriginalId | null): void {
  db.run('UPDATE articles SET original_id = ? WHERE id = ?', [originalId, articleId])
}

export function findOriginalId(db: ReadDb, articleId: ArticleId): OriginalId | null {
  return db.value<OriginalId | null>('SELECT original_id FROM articles WHERE id = ?', [articleId]) ?? null
}

/** One of the article's own originals with exactly these bytes. */
export function findOriginalOf(db: ReadDb, articleId: ArticleId, sha256: string): OriginalId | null {
  return (
    db.value<OriginalId>('SELECT id FROM originals WHERE article_id = ? AND sha256 = ? ORDER BY id LIMIT 1', [
      articleId,
      sha256,
    ]) ?? null
  )
}

export function findOriginalEncoding(db: ReadDb, articleId: ArticleId): string | null {
  return (
    db.value<string>(
      'SELECT o.encoding FROM articles AS a JOIN originals AS o ON o.id = a.original_id WHERE a.id = ?',
      [articleId],
    ) ?? null
  )
}

/** An article of the library that was made from exactly these bytes. */
export function findArticleBySha256(db: ReadDb, sha256: string): ArticleId | null {
  return (
    db.value<ArticleId>(
      `SELECT a.id FROM originals AS o JOIN articles AS a ON a.original_id = o.id
       WHERE o.sha256 = ? AND a.deleted_at IS NULL ORDER BY a.id LIMIT 1`,
      [sha256],
    ) ?? null
  )
}

/** Whether the article is in the library and not removed. */
export function isPresentArticle(db: ReadDb, id: ArticleId): boolean {
  return db.value<number>('SELECT 1 FROM articles WHERE id = ? AND deleted_at IS NULL', [id]) === 1
}
