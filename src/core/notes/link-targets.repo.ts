import type { LinkPlace, LinkTarget } from '../../shared/contract/schemas/note.ts'
import type { NoteLink, NoteLinkKind } from '../../shared/domain/note-link.ts'
import type { ArticleId, HighlightId, Id } from '../../shared/domain/ids.ts'
import { shorten } from '../history/shorten.ts'
import type { ReadDb } from '../store/handles.ts'
import { readHighlightPlaces, readTargets } from './note-homes.repo.ts'
import { likePattern } from './note-list.repo.ts'
import { plainNote } from './plain-note.ts'

/** How much of a quote or a note names it, in UTF-16 code units; `shorten` cuts to this. */
interface NamedRow {
  readonly id: string
  readonly label: string
  readonly detail: string
}

/** Newest first within each kind: ids tell when a thing was made, and the search ends early. */
const SEARCHES: Readonly<Record<NoteLinkKind, string>> = {
  article: `
    SELECT id, title AS label, ifnull(date, '') AS detail FROM articles
    WHERE deleted_at IS NULL AND title LIKE @like ESCAPE '\\' ORDER BY id DESC LIMIT @limit`,
  tag: `
    WITH RECURSIVE tree (id, path) AS (
      SELECT id, name FROM tags WHERE parent_id IS NULL
      UNION ALL
      SELECT t.id, tree.path || '/' || t.name FROM tags AS t JOIN tree ON t.parent_id = tree.id)
    SELECT tree.id, tree.path AS label, '' AS detail FROM tree
    WHERE tree.path LIKE @like ESCAPE '\\' ORDER BY length(tree.path), tree.path LIMIT @limit`,
  term: `
    SELECT id, label, '' AS detail FROM (
      SELECT t.id, (SELECT group_concat(form, ' = ') FROM
        (SELECT form FROM term_forms WHERE term_id = t.id ORDER BY ordinal, language)) AS label
      FROM terms AS t ORDER BY t.id DESC)
    WHERE label LIKE @like ESCAPE '\\' LIMIT @limit`,
  note: `
    SELECT id, substr(body, 1, 600) AS label, '' AS detail FROM notes
    WHERE body LIKE @like ESCAPE '\\' ORDER BY id DESC LIMIT @limit`,
  highlight: `
    SELECT h.id, substr(s.exact, 1, 400) AS label, a.title AS detail FROM highlights AS h
    JOIN spans AS s ON s.highlight_id = h.id
    JOIN articles AS a ON a.id = s.article_id AND a.deleted_at IS NULL
    WHERE s.exact LIKE @like ESCAPE '\\' ORDER BY h.id DESC LIMIT @limit`,
}

const ORDER: readonly NoteLinkKind[] = ['article', 'tag', 'term', 'note', 'highlight']

/** Things whose name holds the query, some of each kind; without a query those made last. */
export function findLinkTargets(db: ReadDb, query: string, limit: number): LinkTarget[] {
  const like = likePattern(query.trim())
  const groups = ORDER.map((kind) => {
    const rows = db.all<NamedRow>(SEARCHES[kind], { like, limit })
    const targets = rows.map((row): LinkTarget => ({ ...row, kind, label: nameOf(kind, row.label) }))
    // A mirrored highlight has two spans.
    return targets.filter(({ id }, index) => targets.findIndex((other) => other.id === id) === index)
  })
  // In turn one of each kind, so that many quotes don't hide the one tag; then together again, kind by kind.
  const taken = new Set<LinkTarget>()
  for (let round = 0; taken.size < limit && groups.some((group) => group.length > round); round += 1) {
    for (const group of groups) {
      const target = group[round]
      if (target !== undefined && taken.size < limit) taken.add(target)
    }
  }
  return groups.flatMap((group) => group.filter((target) => taken.has(target)))
}

function nameOf(kind: NoteLinkKind, text: string): string {
  return shorten(kind === 'note' ? plainNote(text) : text)
}

/** Where links lead. What is not in the library (any more) has no label. */
export function findPlaces(db: ReadDb, links: readonly NoteLink[]): LinkPlace[] {
  const idsOf = (kind: NoteLinkKind): string[] =>
    links.filter((link) => link.kind === kind).map(({ id }) => id)
  const highlights = readHighlightPlaces(db, idsOf('highlight') as HighlightId[])
  const labels: Readonly<Record<Exclude<NoteLinkKind, 'highlight'>, ReadonlyMap<string, string>>> = {
    article: read(
      db,
      'SELECT id, title AS label FROM articles WHERE deleted_at IS NULL AND id',
      idsOf('article'),
    ),
    tag: readTagPaths(db, idsOf('tag')),
    term: read(
      db,
      `SELECT t.id, (SELECT group_concat(form, ' = ') FROM
         (SELECT form FROM term_forms WHERE term_id = t.id ORDER BY ordinal, language)) AS label
       FROM terms AS t WHERE t.id`,
      idsOf('term'),
    ),
    note: read(db, 'SELECT id, substr(body, 1, 600) AS label FROM notes WHERE id', idsOf('note')),
  }
  const articleIds = [...highlights.values()].map((row) => row.articleId)
  const targets = readTargets(db, [...articleIds, ...(idsOf('article') as ArticleId[])])
  return links.map((link): LinkPlace => {
    const nowhere = { ...link, target: null, segmentId: null, articleIds: [] }
    if (link.kind === 'highlight') {
      const row = highlights.get(id(link.id))
      if (row === undefined) return { ...nowhere, label: null }
      return {
        ...link,
        label: shorten(row.exact),
        target: targets.get(row.articleId) ?? null,
        segmentId: row.segmentId,
        articleIds: [row.articleId],
      }
    }
    const label = labels[link.kind].get(link.id)
    if (label === undefined) return { ...nowhere, label: null }
    if (link.kind !== 'article') return { ...nowhere, label: nameOf(link.kind, label) }
    const articleId = id<'article'>(link.id)
    // What is linked is the article: it is opened by itself, unless it is open in a pair.
    return { ...nowhere, label, target: { kind: 'article', articleId }, articleIds: [articleId] }
  })
}

function read(db: ReadDb, sql: string, ids: readonly string[]): Map<string, string> {
  if (ids.length === 0) return new Map()
  const rows = db.all<{ id: string; label: string | null }>(`${sql} IN (SELECT value FROM json_each(?))`, [
    JSON.stringify(ids),
  ])
  return new Map(rows.map((row) => [row.id, row.label ?? '']))
}

function readTagPaths(db: ReadDb, ids: readonly string[]): Map<string, string> {
  if (ids.length === 0) return new Map()
  const rows = db.all<{ id: string; label: string }>(
    `WITH RECURSIVE up (id, parent_id, label) AS (
       SELECT id, parent_id, name FROM tags WHERE id IN (SELECT value FROM json_each(?))
       UNION ALL
       SELECT up.id, t.parent_id, t.name || '/' || up.label FROM up JOIN tags AS t ON t.id = up.parent_id)
     SELECT id, label FROM up WHERE parent_id IS NULL`,
    [JSON.stringify(ids)],
  )
  return new Map(rows.map((row) => [row.id, row.label]))
}

// The ids of a link stand in a text; one that names nothing is found to be gone.
function id<Kind extends string>(value: string): Id<Kind> {
  return value as Id<Kind>
}
