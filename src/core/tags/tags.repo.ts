import type { Tag } from '../../shared/contract/schemas/annotation.ts'
import type { Color } from '../../shared/domain/highlight.ts'
import type { HighlightId, TagId } from '../../shared/domain/ids.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'

/** The tags with their paths, in the order of these. */
export function listTagPaths(db: ReadDb): (TagRow & { readonly path: string })[] {
  return db.all(`
    WITH RECURSIVE tree (id, path) AS (
      SELECT id, name FROM tags WHERE parent_id IS NULL
      UNION ALL
      SELECT t.id, tree.path || '/' || t.name FROM tags AS t JOIN tree ON t.parent_id = tree.id
    )
    SELECT t.id, t.parent_id AS parentId, t.name, tree.path, t.color, t.description, t.examples
    FROM tree JOIN tags AS t ON t.id = tree.id ORDER BY tree.path, t.id`)
}

/**
 * The whole codebook in the order of paths. `count` and `lastUsedAt` are of the very tag. Both counts come out of
 * indexes in their order: a highlight with two tags below one counts once there, and to tell that for each tag with
 * `count(DISTINCT …)` takes half a second for a hundred thousand; the sets of tags that highlights carry are few.
 */
export function listTags(db: ReadDb): Tag[] {
  const tags = listTagPaths(db)
  const parents = new Map(tags.map(({ id, parentId }) => [id, parentId]))
  const uses = new Map(
    db
      .tuples<[TagId, number, number]>(
        'SELECT tag_id, count(*), max(created_at) FROM highlight_tags GROUP BY tag_id',
      )
      .map(([id, count, lastUsedAt]) => [id, { count, lastUsedAt }]),
  )
  const totals = new Map<TagId, number>()
  for (const [set, count] of db.tuples<[string, number]>(
    'SELECT tags, count(*) FROM highlight_facts WHERE tags IS NOT NULL GROUP BY tags',
  )) {
    for (const id of withAbove(set.split(' ') as TagId[], parents))
      totals.set(id, (totals.get(id) ?? 0) + count)
  }
  return tags.map(({ id, path, ...tag }) => ({
    id,
    ...tag,
    path,
    count: uses.get(id)?.count ?? 0,
    totalCount: totals.get(id) ?? 0,
    lastUsedAt: uses.get(id)?.lastUsedAt ?? null,
  }))
}

/** The tags and all above them, each once. */
export function withAbove(ids: readonly TagId[], parents: ReadonlyMap<TagId, TagId | null>): Set<TagId> {
  const found = new Set<TagId>()
  for (const id of ids) {
    let at: TagId | null = id
    while (at !== null && !found.has(at)) {
      found.add(at)
      at = parents.get(at) ?? null
    }
  }
  return found
}

/** A tag without its counts. */
export interface TagRow {
  readonly id: TagId
  readonly parentId: TagId | null
  readonly name: string
  readonly color: Color | null
  readonly description: string
  readonly examples: string
}

const ROW = 'id, parent_id AS parentId, name, color, description, examples'

/** All tags, without their counts: what moving and merging need. */
export function listTagRows(db: ReadDb): TagRow[] {
  return db.all<TagRow>(`SELECT ${ROW} FROM tags ORDER BY id`)
}

/** One tag of `listTags`, at the cost of what is above and below it. */
export function findTag(db: ReadDb, id: TagId): Tag | null {
  const row = db.get<TagRow>(`SELECT ${ROW} FROM tags WHERE id = ?`, [id])
  if (row === undefined) return null
  const path = db.value<string>(
    `WITH RECURSIVE up (parent_id, path) AS (
       SELECT parent_id, name FROM tags WHERE id = ?
       UNION ALL
       SELECT t.parent_id, t.name || '/' || up.path FROM tags AS t JOIN up ON t.id = up.parent_id
     )
     SELECT path FROM up WHERE parent_id IS NULL`,
    [id],
  )
  const own = db.get<{ count: number; lastUsedAt: number | null }>(
    'SELECT count(*) AS count, max(created_at) AS lastUsedAt FROM highlight_tags WHERE tag_id = ?',
    [id],
  )
  const totalCount = db.value<number>(
    `${BELOW} SELECT count(DISTINCT ht.highlight_id) FROM below JOIN highlight_tags AS ht ON ht.tag_id = below.id`,
    [id],
  )
  return {
    ...row,
    path: path ?? row.name,
    count: own?.count ?? 0,
    totalCount: totalCount ?? 0,
    lastUsedAt: own?.lastUsedAt ?? null,
  }
}

/** The tag of the first parameter and all below it. */
const BELOW = `
  WITH RECURSIVE below (id) AS (
    VALUES (?) UNION SELECT t.id FROM tags AS t JOIN below ON t.parent_id = below.id
  )`

/** What removing a tag would touch: the highlights of it and of all below, and those that carry nothing else. */
export function countRemoval(
  db: ReadDb,
  id: TagId,
): { tagCount: number; highlightCount: number; exclusiveCount: number; noteCount: number } {
  const tagCount = db.value<number>(`${BELOW} SELECT count(*) FROM below`, [id]) ?? 0
  const highlightCount =
    db.value<number>(
      `${BELOW} SELECT count(DISTINCT ht.highlight_id) FROM below JOIN highlight_tags AS ht ON ht.tag_id = below.id`,
      [id],
    ) ?? 0
  const exclusive = listExclusiveHighlights(db, id)
  const noteCount =
    db.value<number>(
      'SELECT count(*) FROM json_each(?) AS each JOIN notes AS n ON n.highlight_id = each.value',
      [JSON.stringify(exclusive)],
    ) ?? 0
  return { tagCount, highlightCount, exclusiveCount: exclusive.length, noteCount }
}

/** Highlights that carry this tag or some below it, and no other. */
export function listExclusiveHighlights(db: ReadDb, id: TagId): HighlightId[] {
  return db
    .all<{ id: HighlightId }>(
      `${BELOW}
       SELECT DISTINCT ht.highlight_id AS id FROM below JOIN highlight_tags AS ht ON ht.tag_id = below.id
       WHERE NOT EXISTS (
         SELECT 1 FROM highlight_tags AS other
         WHERE other.highlight_id = ht.highlight_id AND other.tag_id NOT IN (SELECT id FROM below)
       )`,
      [id],
    )
    .map((row) => row.id)
}

/** Highlights that carry one of these very tags. */
export function countHighlightsOf(db: ReadDb, ids: readonly TagId[]): number {
  return (
    db.value<number>(
      `SELECT count(DISTINCT ht.highlight_id) FROM json_each(?) AS each
       JOIN highlight_tags AS ht ON ht.tag_id = each.value`,
      [JSON.stringify(ids)],
    ) ?? 0
  )
}

/** The child of a tag (or the root tag, for null) with this name; ASCII case is no difference. */
export function findChild(db: ReadDb, parentId: TagId | null, name: string): TagId | null {
  return (
    db.value<TagId>(
      "SELECT id FROM tags WHERE ifnull(parent_id, '') = ifnull(?, '') AND name = ? COLLATE NOCASE",
      [parentId, name],
    ) ?? null
  )
}

export function insertTag(
  db: WriteDb,
  tag: { id: TagId; parentId: TagId | null; name: string; color: Color | null; at: number },
): void {
  db.run(
    `INSERT INTO tags (id, parent_id, name, color, description, created_at, updated_at) VALUES (?, ?, ?, ?, '', ?, ?)`,
    [tag.id, tag.parentId, tag.name, tag.color, tag.at, tag.at],
  )
}

export function updateTag(
  db: WriteDb,
  id: TagId,
  tag: { name: string; color: Color | null; description: string; examples: string; at: number },
): void {
  db.run('UPDATE tags SET name = ?, color = ?, description = ?, examples = ?, updated_at = ? WHERE id = ?', [
    tag.name,
    tag.color,
    tag.description,
    tag.examples,
    tag.at,
    id,
  ])
}

export function renameTag(db: WriteDb, id: TagId, name: string, at: number): void {
  db.run('UPDATE tags SET name = ?, updated_at = ? WHERE id = ?', [name, at, id])
}

export function setTagParent(db: WriteDb, id: TagId, parentId: TagId | null, at: number): void {
  db.run('UPDATE tags SET parent_id = ?, updated_at = ? WHERE id = ?', [parentId, at, id])
}

/** Deletes the tag, its descendants and their places on highlights (by cascade). */
export function deleteTag(db: WriteDb, id: TagId): void {
  db.run('DELETE FROM tags WHERE id = ?', [id])
}

/** Puts a tag on every highlight that carries `fromId` or some tag below it; those that have it keep their time. */
export function addTagToHighlightsBelow(db: WriteDb, fromId: TagId, tagId: TagId): void {
  db.run(
    `${BELOW}
     INSERT INTO highlight_tags (highlight_id, tag_id, created_at)
     SELECT ht.highlight_id, ?, min(ht.created_at) FROM below JOIN highlight_tags AS ht ON ht.tag_id = below.id
     WHERE true GROUP BY ht.highlight_id
     ON CONFLICT DO NOTHING`,
    [fromId, tagId],
  )
}

/** Gives what carries one very tag another instead. */
export function retagHighlights(db: WriteDb, fromId: TagId, intoId: TagId): void {
  db.run(
    `INSERT INTO highlight_tags (highlight_id, tag_id, created_at)
     SELECT highlight_id, ?, created_at FROM highlight_tags WHERE tag_id = ?
     ON CONFLICT DO NOTHING`,
    [intoId, fromId],
  )
  db.run('DELETE FROM highlight_tags WHERE tag_id = ?', [fromId])
}

/** Lets notes that link to one tag link to another instead, in their text too. */
export function relinkNotes(db: WriteDb, fromId: TagId, intoId: TagId): void {
  const linking = `SELECT note_id FROM note_links WHERE target_kind = 'tag' AND target_id = ?`
  db.run(
    `UPDATE notes SET body = replace(body, 'duizhao://tag/' || ?, 'duizhao://tag/' || ?) WHERE id IN (${linking})`,
    [fromId, intoId, fromId],
  )
  db.run(
    `INSERT INTO note_links (note_id, target_kind, target_id)
     SELECT note_id, 'tag', ? FROM note_links WHERE target_kind = 'tag' AND target_id = ?
     ON CONFLICT DO NOTHING`,
    [intoId, fromId],
  )
  db.run(`DELETE FROM note_links WHERE target_kind = 'tag' AND target_id = ?`, [fromId])
}

/** Answers whether the highlight did not carry the tag yet. */
export function addTagToHighlight(db: WriteDb, highlightId: HighlightId, tagId: TagId, at: number): boolean {
  return (
    db.run(
      'INSERT INTO highlight_tags (highlight_id, tag_id, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
      [highlightId, tagId, at],
    ) > 0
  )
}

export function removeTagFromHighlight(db: WriteDb, highlightId: HighlightId, tagId: TagId): void {
  db.run('DELETE FROM highlight_tags WHERE highlight_id = ? AND tag_id = ?', [highlightId, tagId])
}
