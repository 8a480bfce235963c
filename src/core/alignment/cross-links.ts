import type { CrossLink } from '../../shared/align/bead-operations-rows.ts'
import { CONTEXT_LENGTH, type Anchor } from '../../shared/domain/anchor.ts'
import type { SegmentId } from '../../shared/domain/ids.ts'
import { createAnchor } from '../../shared/text/create-anchor.ts'
import { newId } from '../area-context.ts'
import { findSegment, readNeighbours, readSegmentsBetween } from '../articles/text.repo.ts'
import { insertLink } from '../links/links.repo.ts'
import type { PairOutline } from '../pairs/pairs.repo.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'

/** Links whole segments across, where a translation has them in the other order. They stand as if drawn by hand. */
export function insertCrossLinks(
  db: WriteDb,
  pair: PairOutline,
  links: readonly CrossLink[],
  at: number,
): void {
  for (const link of links) {
    const [from, to] = [anchorSegments(db, link.left), anchorSegments(db, link.right)]
    if (from === null || to === null) continue
    insertLink(db, {
      id: newId<'link'>(),
      pairId: pair.id,
      status: 'accepted',
      score: null,
      reasons: [],
      from,
      to,
      at,
    })
  }
}

/** The anchor of neighbouring segments, whole; null for none, and where there is nothing but white space. */
function anchorSegments(db: ReadDb, ids: readonly SegmentId[]): Anchor | null {
  const [firstId, lastId] = [ids[0], ids.at(-1)]
  if (firstId === undefined || lastId === undefined) return null
  const [first, last] = [findSegment(db, firstId), findSegment(db, lastId)]
  if (first === null || last === null) return null
  const { articleId } = first
  const own = readSegmentsBetween(db, articleId, first, last)
  if (own.every((segment) => segment.text.trim() === '')) return null
  const segments = [
    ...readNeighbours(db, articleId, first, 'before', CONTEXT_LENGTH),
    ...own,
    ...readNeighbours(db, articleId, last, 'after', CONTEXT_LENGTH),
  ]
  return createAnchor(
    { articleId, segments },
    {
      startSegmentId: first.id,
      startOffset: 0,
      endSegmentId: last.id,
      endOffset: last.text.length,
    },
  )
}
