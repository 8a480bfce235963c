import type { Selection } from '../../shared/contract/schemas/annotation.ts'
import type { DoubtfulAnchor } from '../../shared/contract/schemas/revision.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { ArticleId, SegmentId } from '../../shared/domain/ids.ts'
import type { AreaContext } from '../area-context.ts'
import { shorten } from '../history/shorten.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'
import {
  readAnchor,
  readAnchorsInDoubt,
  writeAnchor,
  type AnchorOwner,
  type StoredAnchor,
} from './carried-anchors.repo.ts'
import { anchorSelection } from './selection-anchor.ts'

export interface DoubtService {
  /** What a person should look at, article by article in reading order, lost ones last. */
  list(): DoubtfulAnchor[]
  /** Says of moved anchors that they are right. Throws `not_found`, and `conflict` for one that is not moved. */
  settle(owners: readonly AnchorOwner[], origin: string | null): void
  /** Takes moved anchors off the text: lost, with the quote they had before. Throws as `settle` does. */
  detach(owners: readonly AnchorOwner[], origin: string | null): void
  /** Puts an anchor in doubt where a person has selected. Throws what a selection throws, and as `settle` does. */
  attach(owner: AnchorOwner, selection: Selection, origin: string | null): void
}

export function createDoubtService({ store, now }: AreaContext): DoubtService {
  function write(
    verb: 'settle' | 'detach' | 'attach',
    anchors: readonly StoredAnchor[],
    origin: string | null,
    change: (anchor: StoredAnchor) => StoredAnchor,
  ): void {
    const [first] = anchors
    if (first === undefined) return
    const kind = `${first.owner.kind === 'span' ? 'highlight' : 'link'}.${verb}` as const
    const label = { kind, subject: shorten(first.was ?? first.exact), count: anchors.length }
    store.write({ label, scope: `article:${first.articleId}`, origin }, (db) => {
      for (const anchor of anchors) {
        writeAnchor(db, anchor, change(anchor))
        touch(db, anchor.owner, now())
      }
    })
  }

  function requireMoved(owner: AnchorOwner): StoredAnchor {
    const anchor = requireAnchor(store.read, owner)
    if (anchor.state === 'moved') return anchor
    throw new DuizhaoError(
      'conflict',
      anchor.state === 'ok'
        ? 'There is nothing to look at here any more.'
        : 'This one has no place in the text. Select where it belongs.',
      { reason: 'nothing' },
    )
  }

  return {
    list: () => describeDoubts(store.read, readAnchorsInDoubt(store.read)),

    settle(owners, origin) {
      write('settle', owners.map(requireMoved), origin, (anchor) => ({ ...anchor, state: 'ok', was: null }))
    },

    detach(owners, origin) {
      write('detach', owners.map(requireMoved), origin, (anchor) => ({
        ...anchor,
        exact: anchor.was ?? anchor.exact,
        parts: [],
        state: 'lost',
        was: null,
      }))
    },

    attach(owner, selection, origin) {
      const anchor = requireAnchor(store.read, owner)
      if (anchor.state === 'ok') {
        throw new DuizhaoError('conflict', 'There is nothing to look at here any more.', {
          reason: 'nothing',
        })
      }
      if (anchor.articleId !== selection.articleId) {
        throw new DuizhaoError('invalid_input', 'Select the place in the article that it belongs to.')
      }
      const placed = anchorSelection(store.read, selection)
      write('attach', [anchor], origin, () => ({ ...anchor, ...placed, state: 'ok', was: null }))
    },
  }
}

function requireAnchor(db: ReadDb, owner: AnchorOwner): StoredAnchor {
  const anchor = readAnchor(db, owner)
  if (anchor !== null) return anchor
  throw new DuizhaoError('not_found', 'This highlight or link is not in the library any more.', {
    id: owner.kind === 'span' ? owner.highlightId : owner.linkId,
  })
}

function touch(db: WriteDb, owner: AnchorOwner, at: number): void {
  if (owner.kind === 'span') {
    db.run('UPDATE highlights SET updated_at = ? WHERE id = ?', [at, owner.highlightId])
  } else {
    db.run('UPDATE links SET updated_at = ? WHERE id = ?', [at, owner.linkId])
  }
}

/**
 * Anchors as a window is told of them: article by article in reading order, those without a place last. `placeOf`
 * tells a segment's place in a text that is not written yet.
 */
export function describeDoubts(
  db: ReadDb,
  anchors: readonly StoredAnchor[],
  placeOf: (id: SegmentId) => number | null = placesIn(db, anchors),
): DoubtfulAnchor[] {
  const titles = new Map(
    db
      .all<{ id: ArticleId; title: string }>(
        'SELECT id, title FROM articles WHERE id IN (SELECT value FROM json_each(?))',
        [JSON.stringify([...new Set(anchors.map((anchor) => anchor.articleId))])],
      )
      .map(({ id, title }) => [id, title]),
  )
  const orderOf = ({ parts: [first] }: StoredAnchor): readonly number[] => {
    const place = first === undefined ? null : placeOf(first.segmentId)
    return place === null || first === undefined ? [Number.POSITIVE_INFINITY, 0] : [place, first.start]
  }
  return anchors
    .map((anchor) => ({ anchor, order: orderOf(anchor) }))
    .toSorted((a, b) => compareText(a.anchor.articleId, b.anchor.articleId) || compare(a.order, b.order))
    .map(({ anchor }) => toDoubt(anchor, titles.get(anchor.articleId) ?? ''))
}

/** Segments numbered in reading order, article by article. */
function placesIn(db: ReadDb, anchors: readonly StoredAnchor[]): (id: SegmentId) => number | null {
  const rows = db.all<{ id: SegmentId }>(
    `SELECT s.id FROM segments AS s JOIN blocks AS b ON b.id = s.block_id
     WHERE s.id IN (SELECT value FROM json_each(?)) ORDER BY b.article_id, b.position, s.position`,
    [JSON.stringify(anchors.flatMap(({ parts }) => parts[0]?.segmentId ?? []))],
  )
  const places = new Map(rows.map(({ id }, place) => [id, place]))
  return (id) => places.get(id) ?? null
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at === -1 ? 0 : (a[at] ?? 0) < (b[at] ?? 0) ? -1 : 1
}

function toDoubt({ owner, parts, ...anchor }: StoredAnchor, articleTitle: string): DoubtfulAnchor {
  const told = { ...anchor, articleTitle, parts: [...parts] }
  return owner.kind === 'span'
    ? { kind: 'highlight', id: owner.highlightId, spanId: owner.spanId, ...told }
    : { kind: 'link', id: owner.linkId, role: owner.role, ...told }
}
