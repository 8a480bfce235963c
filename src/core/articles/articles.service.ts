import type { ArticleSummary } from '../../shared/contract/schemas/article.ts'
import type { ArticleMetadata } from '../../shared/domain/article.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { ArticleId } from '../../shared/domain/ids.ts'
import type { AreaContext } from '../area-context.ts'
import type { ReadDb } from '../store/handles.ts'
import { findArticle, setArticleRemoved, updateArticle } from './articles.repo.ts'

/** What a user may change about an article; a field left out stays as it is. */
export type ArticlePatch = {
  readonly [Field in keyof Omit<ArticleMetadata, 'titleGuessed'>]?: ArticleMetadata[Field] | undefined
}

/** The article, removed or not. Throws `not_found`. */
export function requireArticle(db: ReadDb, id: ArticleId): ArticleSummary {
  const article = findArticle(db, id)
  if (article === null)
    throw new DuizhaoError('not_found', 'There is no such article in this library.', { id })
  return article
}

/** The article, which must not have been removed. Throws `not_found`. */
export function requirePresentArticle(db: ReadDb, id: ArticleId): ArticleSummary {
  const article = requireArticle(db, id)
  if (article.deletedAt !== null) {
    throw new DuizhaoError('not_found', `“${article.title}” was removed. Restore it first.`, { id })
  }
  return article
}

/** The metadata with a patch laid over it. A title that a person gave is no longer guessed. */
export function patchMetadata(metadata: ArticleMetadata, patch: ArticlePatch): ArticleMetadata {
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
  const titleGuessed = patch.title === undefined ? metadata.titleGuessed : false
  return { ...metadata, ...given, titleGuessed }
}

export interface ArticlesService {
  update(id: ArticleId, patch: ArticlePatch, origin: string | null): ArticleSummary
  /** Takes articles out of the library; everything that hangs on them stays and comes back with them. */
  remove(ids: readonly ArticleId[], origin: string | null): void
  restore(ids: readonly ArticleId[], origin: string | null): void
}

export function createArticlesService({ store, now }: AreaContext): ArticlesService {
  /** The title of one, for the history to name it. */
  function subjectOf(ids: readonly ArticleId[]): string {
    const [first] = ids
    return first === undefined ? '' : requireArticle(store.read, first).title
  }

  function setRemoved(ids: readonly ArticleId[], removed: boolean, origin: string | null): void {
    for (const id of ids) requireArticle(store.read, id)
    const kind = removed ? 'article.remove' : 'article.restore'
    const label = { kind, subject: subjectOf(ids), count: ids.length } as const
    store.write({ label, scope: ids.length === 1 ? `article:${ids[0]}` : '', origin }, (db) => {
      for (const id of ids) setArticleRemoved(db, id, removed ? now() : null)
    })
  }

  return {
    update(id, patch, origin) {
      const article = requireArticle(store.read, id)
      const metadata = patchMetadata(article, patch)
      const label = { kind: 'article.update', subject: metadata.title, count: 1 } as const
      store.write({ label, scope: `article:${id}`, origin }, (db) => updateArticle(db, id, metadata, now()))
      return requireArticle(store.read, id)
    },
    remove: (ids, origin) => setRemoved(ids, true, origin),
    restore: (ids, origin) => setRemoved(ids, false, origin),
  }
}
