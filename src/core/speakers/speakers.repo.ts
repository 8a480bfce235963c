import type { SpeakerSummary } from '../../shared/contract/schemas/speaker.ts'
import type { ArticleId, BlockId, HighlightId, SpeakerId } from '../../shared/domain/ids.ts'
import { SPOKEN_KINDS, type SpeakerName } from '../../shared/domain/speaker.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'

const WITHIN = 'IN (SELECT value FROM json_each(?))'
const SPOKEN = SPOKEN_KINDS.map((kind) => `'${kind}'`).join(', ')

type Counts = Pick<SpeakerSummary, 'id' | 'blockCount' | 'articleCount' | 'highlightCount'>

// Each looks from the speaker's blocks on, by `blocks_by_speaker`; what others said is not read.
const COUNTED = `
  SELECT sp.id,
    (SELECT count(*) FROM blocks AS b JOIN articles AS a ON a.id = b.article_id
     WHERE b.speaker_id = sp.id AND a.deleted_at IS NULL) AS blockCount,
    (SELECT count(DISTINCT b.article_id) FROM blocks AS b JOIN articles AS a ON a.id = b.article_id
     WHERE b.speaker_id = sp.id AND a.deleted_at IS NULL) AS articleCount,
    (SELECT count(DISTINCT p.highlight_id) FROM blocks AS b JOIN articles AS a ON a.id = b.article_id
     JOIN segments AS s ON s.block_id = b.id JOIN span_parts AS p ON p.segment_id = s.id
     WHERE b.speaker_id = sp.id AND a.deleted_at IS NULL AND p.ordinal = 0) AS highlightCount
  FROM speakers AS sp`

/** All speakers with what is theirs in present articles, in the order they were made. */
export function listSpeakers(db: ReadDb): SpeakerSummary[] {
  return withNames(db, db.all<Counts>(`${COUNTED} ORDER BY sp.id`))
}

/** Those of the speakers that exist. */
export function findSpeakers(db: ReadDb, ids: readonly SpeakerId[]): SpeakerSummary[] {
  return withNames(
    db,
    db.all<Counts>(`${COUNTED} WHERE sp.id ${WITHIN} ORDER BY sp.id`, [JSON.stringify(ids)]),
  )
}

function withNames(db: ReadDb, counts: readonly Counts[]): SpeakerSummary[] {
  const names = new Map<SpeakerId, SpeakerName[]>()
  const rows = db.all<SpeakerName & { id: SpeakerId }>(
    `SELECT speaker_id AS id, language, name, role FROM speaker_names WHERE speaker_id ${WITHIN}
     ORDER BY speaker_id, language`,
    [JSON.stringify(counts.map(({ id }) => id))],
  )
  for (const { id, ...name } of rows) {
    const known = names.get(id)
    if (known === undefined) names.set(id, [name])
    else known.push(name)
  }
  return counts.map((each) => ({ ...each, names: names.get(each.id) ?? [] }))
}

/** The one speaker of this name in this language; null where there is none, or more than one. */
export function findOnlyNamed(db: ReadDb, language: string, name: string): SpeakerId | null {
  const found = db.all<{ id: SpeakerId }>(
    'SELECT speaker_id AS id FROM speaker_names WHERE name = ? AND language = ? LIMIT 2',
    [name, language],
  )
  return found.length === 1 ? (found[0]?.id ?? null) : null
}

/** Highlights that begin in the speaker's words. */
export function listHighlightsOfSpeaker(db: ReadDb, id: SpeakerId): HighlightId[] {
  return db
    .all<{ id: HighlightId }>(
      `SELECT DISTINCT p.highlight_id AS id FROM blocks AS b
       JOIN segments AS s ON s.block_id = b.id JOIN span_parts AS p ON p.segment_id = s.id
       WHERE b.speaker_id = ? AND p.ordinal = 0`,
      [id],
    )
    .map((row) => row.id)
}

/** Sets a speaker's names; those in other languages go. */
export function replaceNames(db: WriteDb, id: SpeakerId, names: readonly SpeakerName[]): void {
  db.run(`DELETE FROM speaker_names WHERE speaker_id = ? AND language NOT ${WITHIN}`, [
    id,
    JSON.stringify(names.map(({ language }) => language)),
  ])
  for (const { language, name, role } of names) {
    db.run(
      `INSERT INTO speaker_names (speaker_id, language, name, role) VALUES (?, ?, ?, ?)
       ON CONFLICT (speaker_id, language) DO UPDATE SET name = excluded.name, role = excluded.role`,
      [id, language, name, role],
    )
  }
}

export function moveBlocks(db: WriteDb, from: readonly SpeakerId[], to: SpeakerId): void {
  db.run(`UPDATE blocks SET speaker_id = ? WHERE speaker_id ${WITHIN}`, [to, JSON.stringify(from)])
}

/** Deletes speakers with their names; their blocks become nobody's (by the foreign key). */
export function deleteSpeakers(db: WriteDb, ids: readonly SpeakerId[]): void {
  db.run(`DELETE FROM speakers WHERE id ${WITHIN}`, [JSON.stringify(ids)])
}

/** Where a block of the article stands; null when it is not the article's. */
export function findBlockPosition(db: ReadDb, articleId: ArticleId, id: BlockId): number | null {
  return (
    db.value<number>('SELECT position FROM blocks WHERE id = ? AND article_id = ?', [id, articleId]) ?? null
  )
}

/**
 * Makes the spoken blocks of a stretch somebody's; all of its blocks where none is spoken, or where they become
 * nobody's. Answers how many have changed.
 */
export function setSpeaker(
  db: WriteDb,
  articleId: ArticleId,
  range: { readonly from: number; readonly to: number },
  speakerId: SpeakerId | null,
): number {
  const where = 'article_id = ? AND position BETWEEN ? AND ?'
  const params = [articleId, range.from, range.to]
  const hasSpoken =
    db.value<number>(`SELECT 1 FROM blocks WHERE ${where} AND kind IN (${SPOKEN}) LIMIT 1`, params) === 1
  const which = hasSpoken && speakerId !== null ? ` AND kind IN (${SPOKEN})` : ''
  return db.run(`UPDATE blocks SET speaker_id = ? WHERE ${where} AND speaker_id IS NOT ?${which}`, [
    speakerId,
    ...params,
    speakerId,
  ])
}
