import type { ArticleSummary } from '../../shared/contract/schemas/article.ts'
import type { PairSummary } from '../../shared/contract/schemas/pair.ts'
import type { PairKind } from '../../shared/domain/article.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { ArticleId, PairId } from '../../shared/domain/ids.ts'
import { newId, type AreaContext } from '../area-context.ts'
import { listArticles } from '../articles/articles.repo.ts'
import { requireArticle, requirePresentArticle } from '../articles/articles.service.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'
import {
  findPair,
  findPairOf,
  findPairOutline,
  insertPair,
  listPairs,
  setPairRemoved,
  updatePairKind,
  type PairOutline,
  type PairRow,
} from './pairs.repo.ts'

function summarise(row: PairRow, left: ArticleSummary, right: ArticleSummary): PairSummary {
  const { leftArticleId: _left, rightArticleId: _right, ...rest } = row
  return { ...rest, left, right }
}

function unknownPair(id: PairId): DuizhaoError {
  return new DuizhaoError('not_found', 'There is no such pair in this library.', { id })
}

function removedPair(id: PairId): DuizhaoError {
  return new DuizhaoError('not_found', 'This pair, or one of its articles, was removed. Restore it first.', {
    id,
  })
}

/** The pair with its two articles. Throws `not_found`. */
export function requirePair(db: ReadDb, id: PairId): PairSummary {
  const row = findPair(db, id)
  if (row === null) throw unknownPair(id)
  return summarise(row, requireArticle(db, row.leftArticleId), requireArticle(db, row.rightArticleId))
}

/** Throws `not_found` unless the pair and both of its articles are in the library. Counts nothing. */
export function requirePairOutline(db: ReadDb, id: PairId): PairOutline {
  const outline = findPairOutline(db, id)
  if (outline === null) throw unknownPair(id)
  if (!outline.isPresent) throw removedPair(id)
  return outline
}

/** The pair, which must be in the library together with both of its articles. Throws `not_found`. */
export function requirePresentPair(db: ReadDb, id: PairId): PairSummary {
  const pair = requirePair(db, id)
  if (pair.deletedAt !== null || pair.left.deletedAt !== null || pair.right.deletedAt !== null) {
    throw removedPair(id)
  }
  return pair
}

/** Makes the pair inside a running write. Throws `invalid_input`, `not_found` or `conflict`. */
export function addPair(
  db: WriteDb,
  pair: { readonly left: ArticleId; readonly right: ArticleId; readonly kind: PairKind; readonly at: number },
): PairId {
  if (pair.left === pair.right) {
    throw new DuizhaoError('invalid_input', 'An article cannot be paired with itself. Choose two articles.')
  }
  requirePresentArticle(db, pair.left)
  requirePresentArticle(db, pair.right)
  const existing = findPairOf(db, pair.left, pair.right)
  if (existing !== null) {
    throw new DuizhaoError('conflict', 'These two articles are a pair already.', { id: existing })
  }
  const id = newId<'pair'>()
  insertPair(db, { id, kind: pair.kind, leftArticleId: pair.left, rightArticleId: pair.right, at: pair.at })
  return id
}

export interface PairsService {
  list(removed: boolean): PairSummary[]
  create(left: ArticleId, right: ArticleId, kind: PairKind, origin: string | null): PairSummary
  setKind(id: PairId, kind: PairKind, origin: string | null): PairSummary
  /** Takes pairs apart; the articles stay, and so do the beads, for when they are restored. */
  remove(ids: readonly PairId[], origin: string | null): void
  restore(ids: readonly PairId[], origin: string | null): void
}

const titleOf = (pair: PairSummary): string => `${pair.left.title} ⇄ ${pair.right.title}`

export function createPairsService({ store, now }: AreaContext): PairsService {
  function setRemoved(ids: readonly PairId[], removed: boolean, origin: string | null): void {
    const pairs = ids.map((id) => requirePair(store.read, id))
    const [first] = pairs
    const label = {
      kind: removed ? 'pair.remove' : 'pair.restore',
      subject: first === undefined ? '' : titleOf(first),
      count: ids.length,
    } as const
    store.write({ label, scope: ids.length === 1 ? `pair:${ids[0]}` : '', origin }, (db) => {
      for (const pair of pairs) {
        if (!removed) refuseSecond(pair)
        setPairRemoved(db, pair.id, removed ? now() : null)
      }
    })
  }

  function refuseSecond(pair: PairSummary): void {
    const existing = findPairOf(store.read, pair.left.id, pair.right.id)
    if (existing !== null && existing !== pair.id) {
      throw new DuizhaoError(
        'conflict',
        'These two articles have been paired again since. Remove that pair first.',
      )
    }
  }

  return {
    list(removed) {
      // One read for all articles: pairs share them.
      const articles = new Map(listArticles(store.read, false).map((article) => [article.id, article]))
      return listPairs(store.read, removed).flatMap((row) => {
        const [left, right] = [articles.get(row.leftArticleId), articles.get(row.rightArticleId)]
        return left === undefined || right === undefined ? [] : [summarise(row, left, right)]
      })
    },
    create(left, right, kind, origin) {
      const [leftArticle, rightArticle] = [
        requirePresentArticle(store.read, left),
        requirePresentArticle(store.read, right),
      ]
      const label = {
        kind: 'pair.create',
        subject: `${leftArticle.title} ⇄ ${rightArticle.title}`,
        count: 1,
      } as const
      const id = store.write({ label, scope: '', origin }, (db) =>
        addPair(db, { left, right, kind, at: now() }),
      )
      return requirePair(store.read, id)
    },
    setKind(id, kind, origin) {
      const pair = requirePresentPair(store.read, id)
      const label = { kind: 'pair.update', subject: titleOf(pair), count: 1 } as const
      store.write({ label, scope: `pair:${id}`, origin }, (db) => updatePairKind(db, id, kind, now()))
      return requirePair(store.read, id)
    },
    remove: (ids, origin) => setRemoved(ids, true, origin),
    restore: (ids, origin) => setRemoved(ids, false, origin),
  }
}
