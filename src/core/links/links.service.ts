import type { Selection } from '../../shared/contract/schemas/annotation.ts'
import type { Link } from '../../shared/contract/schemas/link.ts'
import type { Anchor } from '../../shared/domain/anchor.ts'
import type { CommandKind } from '../../shared/domain/command-label.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { ArticleId, LinkId, PairId, SegmentId } from '../../shared/domain/ids.ts'
import type { LinkReason } from '../../shared/domain/link.ts'
import { anchorSelection } from '../annotations/selection-anchor.ts'
import { newId, type AreaContext } from '../area-context.ts'
import { findSegment } from '../articles/text.repo.ts'
import { shorten } from '../history/shorten.ts'
import { requirePresentPair } from '../pairs/pairs.service.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'
import {
  deleteLink,
  insertLink,
  listLinks,
  listLinksOfPair,
  readLinks,
  updateLinkStatus,
} from './links.repo.ts'

/** What a person says about two passages that were suggested to them. */
export interface Decision {
  readonly pairId: PairId
  readonly leftSegmentId: SegmentId
  readonly rightSegmentId: SegmentId
  readonly accept: boolean
  readonly score: number | null
  readonly reasons: readonly LinkReason[]
}

export interface LinksService {
  list(filter: { readonly pairId?: PairId; readonly articleId?: ArticleId }): Link[]
  /**
   * Links two selections. Of a pair, they may come in either order; without one, they are in any two articles.
   * Throws what a selection throws, `invalid_input` for articles that don't fit, `conflict` for a link that is
   * there already.
   */
  create(pairId: PairId | null, from: Selection, to: Selection, origin: string | null): Link
  /** Throws `not_found`. */
  remove(ids: readonly LinkId[], origin: string | null): void
  /** Accepts or dismisses a suggestion; what was decided before is decided anew. */
  decide(decision: Decision, origin: string | null): Link
}

/** The link, whatever was decided about it. Throws `not_found`. */
export function requireLink(db: ReadDb, id: LinkId): Link {
  const [link] = readLinks(db, [id])
  if (link === undefined)
    throw new DuizhaoError('not_found', 'There is no such link in this library.', { id })
  return link
}

export function createLinksService({ store, now }: AreaContext): LinksService {
  function step(kind: CommandKind, pairId: PairId | null, end: Anchor | Link['from']): WriteStep {
    return {
      label: { kind, subject: shorten(end.exact), count: 1 },
      scope: pairId === null ? `article:${end.articleId}` : `pair:${pairId}`,
    }
  }

  /** A whole segment as an anchor. Throws `not_found` for one that is not in the article. */
  function anchorSegment(articleId: ArticleId, id: SegmentId): Anchor {
    const exact = findSegment(store.read, id)?.text ?? ''
    const ends = { startSegmentId: id, startOffset: 0, endSegmentId: id, endOffset: exact.length }
    return anchorSelection(store.read, { articleId, ...ends, exact })
  }

  function insert(
    db: WriteDb,
    link: Pick<Link, 'pairId' | 'status' | 'score'> & {
      readonly reasons: readonly LinkReason[]
      readonly from: Anchor
      readonly to: Anchor
    },
  ): LinkId {
    const id = newId<'link'>()
    insertLink(db, { ...link, id, at: now() })
    return id
  }

  return {
    list: (filter) => readLinks(store.read, listLinks(store.read, filter)),

    create(pairId, first, second, origin) {
      const [one, other] = inOrder(store.read, pairId, first, second)
      const [from, to] = [anchorSelection(store.read, one), anchorSelection(store.read, other)]
      const known = pairId === null ? linksBetween(store.read, from, to) : linksOf(store.read, pairId)
      const same = known.find((link) => isBetween(link, from, to))
      if (same?.status === 'accepted') {
        throw new DuizhaoError('conflict', 'These two passages are linked already.', { id: same.id })
      }
      const id = store.write({ ...step('link.create', pairId, from), origin }, (db) => {
        // A person's own link says more than a suggestion they once turned down.
        if (same !== undefined) deleteLink(db, same.id)
        return insert(db, { pairId, status: 'accepted', score: null, reasons: [], from, to })
      })
      return requireLink(store.read, id)
    },

    remove(ids, origin) {
      const links = ids.map((id) => requireLink(store.read, id))
      const [first] = links
      if (first === undefined) return
      const { label, scope } = step('link.remove', first.pairId, first.from)
      store.write({ label: { ...label, count: ids.length }, scope, origin }, (db) => {
        for (const id of ids) deleteLink(db, id)
      })
    },

    decide({ pairId, leftSegmentId, rightSegmentId, accept, score, reasons }, origin) {
      const pair = requirePresentPair(store.read, pairId)
      const from = anchorSegment(pair.left.id, leftSegmentId)
      const to = anchorSegment(pair.right.id, rightSegmentId)
      const status = accept ? 'accepted' : 'dismissed'
      const known = linksOf(store.read, pairId).find((link) => isBetween(link, from, to))
      const kind = accept ? 'link.accept' : 'link.dismiss'
      const id = store.write({ ...step(kind, pairId, from), origin }, (db) => {
        if (known === undefined) return insert(db, { pairId, status, score, reasons, from, to })
        updateLinkStatus(db, known.id, status, now())
        return known.id
      })
      return requireLink(store.read, id)
    },
  }
}

interface WriteStep {
  readonly label: { readonly kind: CommandKind; readonly subject: string; readonly count: number }
  readonly scope: string
}

const linksOf = (db: ReadDb, pairId: PairId): Link[] => readLinks(db, listLinksOfPair(db, pairId))

function linksBetween(db: ReadDb, from: Anchor, to: Anchor): Link[] {
  return readLinks(db, listLinks(db, { articleId: from.articleId })).filter(
    (link) => link.pairId === null && link.to.articleId === to.articleId,
  )
}

function isBetween(link: Link, from: Anchor, to: Anchor): boolean {
  return isAt(link.from, from) && isAt(link.to, to)
}

function isAt(end: Link['from'], anchor: Anchor): boolean {
  return (
    end.articleId === anchor.articleId &&
    end.parts.length === anchor.parts.length &&
    anchor.parts.every((part, index) => {
      const other = end.parts[index]
      return other?.segmentId === part.segmentId && other.start === part.start && other.end === part.end
    })
  )
}

/** The two selections, the left one of the pair first. */
function inOrder(
  db: ReadDb,
  pairId: PairId | null,
  from: Selection,
  to: Selection,
): readonly [Selection, Selection] {
  if (pairId === null) {
    if (from.articleId !== to.articleId) return [from, to]
    throw new DuizhaoError('invalid_input', 'A link leads from one article to another.')
  }
  const pair = requirePresentPair(db, pairId)
  const [left, right] = [pair.left.id, pair.right.id]
  if (from.articleId === left && to.articleId === right) return [from, to]
  if (from.articleId === right && to.articleId === left) return [to, from]
  throw new DuizhaoError('invalid_input', 'The two ends must be in the two articles of the pair.')
}
