import type { NoteKind, NoteLink } from '../../shared/domain/note-link.ts'
import type { NoteId } from '../../shared/domain/ids.ts'
import type { ReadDb, SqlValue } from '../store/handles.ts'

export interface NoteFilter {
  /** Empty for all. */
  readonly kinds: readonly NoteKind[]
  readonly text: string
  readonly linksTo: NoteLink | null
}

/** What belongs to removed articles or pairs is not shown; it comes back with them. */
const SHOWN = `(
  (n.highlight_id IS NULL AND n.article_id IS NULL AND n.bead_id IS NULL)
  OR n.highlight_id IN (
    SELECT s.highlight_id FROM spans AS s JOIN articles AS a ON a.id = s.article_id
    WHERE s.highlight_id = n.highlight_id AND a.deleted_at IS NULL)
  OR EXISTS (SELECT 1 FROM articles AS a WHERE a.id = n.article_id AND a.deleted_at IS NULL)
  OR EXISTS (
    SELECT 1 FROM beads AS b JOIN pairs AS p ON p.id = b.pair_id
    JOIN articles AS l ON l.id = p.left_article_id JOIN articles AS r ON r.id = p.right_article_id
    WHERE b.id = n.bead_id AND p.deleted_at IS NULL AND l.deleted_at IS NULL AND r.deleted_at IS NULL)
)`

const KIND_CONDITIONS: Readonly<Record<NoteKind, string>> = {
  highlight: 'n.highlight_id IS NOT NULL',
  bead: 'n.bead_id IS NOT NULL',
  article: 'n.article_id IS NOT NULL',
  free: '(n.highlight_id IS NULL AND n.article_id IS NULL AND n.bead_id IS NULL)',
}

const HAS_TEXT = `(
  n.body LIKE @like ESCAPE '\\'
  OR EXISTS (
    SELECT 1 FROM spans AS s JOIN articles AS a ON a.id = s.article_id
    WHERE s.highlight_id = n.highlight_id AND (s.exact LIKE @like ESCAPE '\\' OR a.title LIKE @like ESCAPE '\\'))
  OR EXISTS (SELECT 1 FROM articles AS a WHERE a.id = n.article_id AND a.title LIKE @like ESCAPE '\\')
  OR EXISTS (
    SELECT 1 FROM bead_segments AS bs JOIN segments AS g ON g.id = bs.segment_id
    WHERE bs.bead_id = n.bead_id AND g.text LIKE @like ESCAPE '\\')
)`

/** A text as a pattern that finds it anywhere, whatever signs it holds. */
export function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/gu, '\\$&')}%`
}

function where(filter: NoteFilter): { sql: string; params: Record<string, SqlValue> } {
  const text = filter.text.trim()
  const conditions = [SHOWN]
  if (filter.kinds.length > 0) {
    conditions.push(`(${filter.kinds.map((kind) => KIND_CONDITIONS[kind]).join(' OR ')})`)
  }
  if (text !== '') conditions.push(HAS_TEXT)
  if (filter.linksTo !== null) {
    conditions.push(
      'n.id IN (SELECT note_id FROM note_links WHERE target_kind = @linkKind AND target_id = @linkId)',
    )
  }
  return {
    sql: `FROM notes AS n WHERE ${conditions.join(' AND ')}`,
    params: {
      ...(text === '' ? {} : { like: likePattern(text) }),
      ...(filter.linksTo === null ? {} : { linkKind: filter.linksTo.kind, linkId: filter.linksTo.id }),
    },
  }
}

export function countNotes(db: ReadDb, filter: NoteFilter): number {
  const { sql, params } = where(filter)
  return db.value<number>(`SELECT count(*) ${sql}`, params) ?? 0
}

/** Ids of notes that fit, the last changed first. */
export function listNoteIds(db: ReadDb, filter: NoteFilter, from: number, limit: number): NoteId[] {
  const { sql, params } = where(filter)
  return db
    .all<{ id: NoteId }>(
      `SELECT n.id ${sql} ORDER BY n.updated_at DESC, n.id DESC LIMIT @limit OFFSET @from`,
      {
        ...params,
        from,
        limit,
      },
    )
    .map((row) => row.id)
}
