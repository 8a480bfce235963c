import type { Tag } from '../../shared/contract/schemas/annotation.ts'
import type { Color } from '../../shared/domain/highlight.ts'
import type { HighlightId, TagId } from '../../shared/domain/ids.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'

/** The whole codebook in the order of paths. `count` and `lastUsedAt` are of the very tag. */
export function listTags(db: ReadDb): Tag[] {
  return db.all<Tag>(`
    WITH RECURSIVE tree (id, path) AS (
      SELECT id, name FROM tags WHERE parent_id IS NULL
      UNION ALL
      SELECT t.id, tree.path || '/' || t.name FROM tags AS t JOIN tree ON t.parent_id = tree.id
    ),
    -- Each tag with itself and with each tag below it.
    below (id, within_id) AS (
      SELECT id, id FROM tags
      UNION
      SELECT below.id, t.id FROM tags AS t JOIN below ON t.parent_id = below.within_id
    )
    SELECT t.id, t.parent_id AS parentId, t.name, tree.path, t.color, t.description,
      count(CASE WHEN ht.tag_id = t.id THEN 1 END) AS count,
      count(DISTINCT ht.highlight_id) AS totalCount,
      max(CASE WHEN ht.tag_id = t.id THEN ht.created_at END) AS lastUsedAt
    FROM tree JOIN tags AS t ON t.id = tree.id
    JOIN below ON below.id = t.id
    LEFT JOIN highlight_tags AS ht ON ht.tag_id = below.within_id
    GROUP BY t.id ORDER BY tree.path, t.id`)
}

export function findTag(db: ReadDb, id: TagId): Tag | null {
  return listTags(db).find((tag) => tag.id === id) ?? null
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
  tag: { name: string; color: Color | null; description: string; at: number },
): void {
  db.run('UPDATE tags SET name = ?, color = ?, description = ?, updated_at = ? WHERE id = ?', [
    tag.name,
    tag.color,
    tag.description,
    tag.at,
    id,
  ])
}

/** Deletes the tag, its descendants and their places on highlights (by cascade). */
export function deleteTag(db: WriteDb, id: TagId): void {
  db.run('DELETE FROM tags WHERE id = ?', [id])
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
