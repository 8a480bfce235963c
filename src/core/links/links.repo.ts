import type { Link } from '../../shared/contract/schemas/link.ts'
import type { Anchor } from '../../shared/domain/anchor.ts'
import type { ArticleId, LinkId, PairId } from '../../shared/domain/ids.ts'
import type { LinkReason, LinkStatus } from '../../shared/domain/link.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'

type LinkEnd = Link['from']

/** A link ends in two articles: `from` in the left one of a pair. */
export type LinkEndRole = 'from' | 'to'

interface LinkRow extends Omit<Link, 'from' | 'to' | 'reasons'> {
  readonly reasons: string
}

/** Links that show: both articles are in the library, and so is the pair it belongs to, if it belongs to one. */
const PRESENT = `
  NOT EXISTS (SELECT 1 FROM link_ends AS e JOIN articles AS a ON a.id = e.article_id
    WHERE e.link_id = l.id AND a.deleted_at IS NOT NULL)
  AND (l.pair_id IS NULL OR (SELECT deleted_at FROM pairs WHERE id = l.pair_id) IS NULL)`

/** Ids of the accepted links that show, of a pair, of an article, of both, or of all; by the place of their left ends. */
export function listLinks(
  db: ReadDb,
  filter: { readonly pairId?: PairId; readonly articleId?: ArticleId },
): LinkId[] {
  const { pairId, articleId } = filter
  const conditions = ["l.status = 'accepted'", PRESENT]
  if (pairId !== undefined) conditions.push('l.pair_id = @pairId')
  if (articleId !== undefined) {
    conditions.push('l.id IN (SELECT link_id FROM link_ends WHERE article_id = @articleId)')
  }
  return db
    .all<{ id: LinkId }>(
      `SELECT l.id FROM links AS l
       LEFT JOIN link_end_parts AS p ON p.link_id = l.id AND p.role = 'from' AND p.ordinal = 0
       LEFT JOIN segments AS s ON s.id = p.segment_id
       LEFT JOIN blocks AS b ON b.id = s.block_id
       WHERE ${conditions.join(' AND ')}
       ORDER BY b.position IS NULL, b.article_id, b.position, s.position, p.start, l.id`,
      { ...(pairId !== undefined && { pairId }), ...(articleId !== undefined && { articleId }) },
    )
    .map((row) => row.id)
}

/** Ids of all links of a pair, dismissed ones too. */
export function listLinksOfPair(db: ReadDb, pairId: PairId): LinkId[] {
  return db
    .all<{ id: LinkId }>('SELECT id FROM links WHERE pair_id = ? ORDER BY id', [pairId])
    .map((row) => row.id)
}

/** The links of these ids that exist, in the order of the ids. */
export function readLinks(db: ReadDb, ids: readonly LinkId[]): Link[] {
  const list = [JSON.stringify(ids)]
  const within = 'IN (SELECT value FROM json_each(?))'
  const rows = db.all<LinkRow>(
    `SELECT id, pair_id AS pairId, status, score, reasons, created_at AS createdAt, updated_at AS updatedAt
     FROM links WHERE id ${within}`,
    list,
  )
  const ends = db.all<Omit<LinkEnd, 'parts'> & { linkId: LinkId; role: LinkEndRole; parts: string }>(
    `SELECT e.link_id AS linkId, e.role, e.article_id AS articleId, e.exact, e.prefix, e.suffix, e.state,
       (SELECT json_group_array(json_object('segmentId', segment_id, 'start', start, 'end', "end"))
        FROM (SELECT * FROM link_end_parts WHERE link_id = e.link_id AND role = e.role ORDER BY ordinal)) AS parts
     FROM link_ends AS e WHERE e.link_id ${within}`,
    list,
  )
  const endOf = new Map(
    ends.map(({ linkId, role, parts, ...end }) => [
      `${linkId} ${role}`,
      { ...end, parts: JSON.parse(parts) as LinkEnd['parts'] },
    ]),
  )
  const found = new Map<LinkId, Link>()
  for (const row of rows) {
    const [from, to] = [endOf.get(`${row.id} from`), endOf.get(`${row.id} to`)]
    if (from === undefined || to === undefined) continue
    found.set(row.id, { ...row, reasons: JSON.parse(row.reasons) as LinkReason[], from, to })
  }
  return ids.flatMap((id) => found.get(id) ?? [])
}

export interface NewLink {
  readonly id: LinkId
  readonly pairId: PairId | null
  readonly status: LinkStatus
  readonly score: number | null
  readonly reasons: readonly LinkReason[]
  readonly from: Anchor
  readonly to: Anchor
  readonly at: number
}

export function insertLink(db: WriteDb, link: NewLink): void {
  db.run(
    `INSERT INTO links (id, pair_id, status, score, reasons, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [link.id, link.pairId, link.status, link.score, JSON.stringify(link.reasons), link.at, link.at],
  )
  insertEnd(db, link.id, 'from', link.from)
  insertEnd(db, link.id, 'to', link.to)
}

function insertEnd(db: WriteDb, linkId: LinkId, role: LinkEndRole, anchor: Anchor): void {
  db.run(
    `INSERT INTO link_ends (link_id, role, article_id, exact, prefix, suffix, state)
     VALUES (?, ?, ?, ?, ?, ?, 'ok')`,
    [linkId, role, anchor.articleId, anchor.exact, anchor.prefix, anchor.suffix],
  )
  for (const [ordinal, part] of anchor.parts.entries()) {
    db.run(
      'INSERT INTO link_end_parts (link_id, role, ordinal, segment_id, start, "end") VALUES (?, ?, ?, ?, ?, ?)',
      [linkId, role, ordinal, part.segmentId, part.start, part.end],
    )
  }
}

/** Changes what was decided about a link, if it is not so already. */
export function updateLinkStatus(db: WriteDb, id: LinkId, status: LinkStatus, at: number): void {
  db.run('UPDATE links SET status = ?, updated_at = ? WHERE id = ? AND status <> ?', [status, at, id, status])
}

/** Deletes the link with its ends (by cascade). */
export function deleteLink(db: WriteDb, id: LinkId): void {
  db.run('DELETE FROM links WHERE id = ?', [id])
}
