import type { Annotation, Selection, Span } from '../../shared/contract/schemas/annotation.ts'
import type { CommandKind } from '../../shared/domain/command-label.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { Anchor } from '../../shared/domain/anchor.ts'
import type { Color } from '../../shared/domain/highlight.ts'
import type { ArticleId, HighlightId, SpanId, TagId } from '../../shared/domain/ids.ts'
import { anchorQuote, countQuote } from '../../shared/text/quote-anchor.ts'
import { newId, type AreaContext } from '../area-context.ts'
import { requirePresentArticle } from '../articles/articles.service.ts'
import { readSegmentTexts } from '../articles/text.repo.ts'
import { shorten } from '../history/shorten.ts'
import { insertHighlightNote } from '../notes/notes.repo.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'
import { addTagToHighlight, removeTagFromHighlight } from '../tags/tags.repo.ts'
import { ensureTag, requireTag } from '../tags/tags.service.ts'
import {
  deleteHighlight,
  insertHighlight,
  insertSpan,
  listAllHighlights,
  listHighlightsOfArticles,
  listHighlightsOfTag,
  readAnnotations,
  replaceSpanAnchor,
  touchHighlight,
  updateHighlightColor,
} from './annotations.repo.ts'
import { orderAnnotations } from './order-annotations.ts'
import { anchorSelection } from './selection-anchor.ts'

/** The highlight with all that hangs on it. Throws `not_found`. */
export function requireHighlight(db: ReadDb, id: HighlightId): Annotation {
  const [annotation] = readAnnotations(db, [id])
  if (annotation === undefined) {
    throw new DuizhaoError('not_found', 'There is no such highlight in this library.', { id })
  }
  return annotation
}

/** The step of a command on highlights, named after the first of them. Throws `not_found`. */
export function highlightStep(
  db: ReadDb,
  kind: CommandKind,
  ids: readonly HighlightId[],
  subject?: string,
): WriteStep {
  const span = ids.map((id) => requireHighlight(db, id))[0]?.spans[0]
  return {
    label: { kind, subject: subject ?? shorten(span?.exact ?? ''), count: ids.length },
    scope: span === undefined ? '' : `article:${span.articleId}`,
  }
}

export interface QuoteRequest {
  readonly articleId: ArticleId
  readonly quote: string
  /** From 1. */
  readonly occurrence: number
  readonly color: Color
  readonly tagPaths: readonly string[]
  readonly note: string
}

export interface AnnotationsService {
  /** In reading order: of all articles, or of some; when a tag is given, only those with it or one below it. */
  list(filter: { readonly articleIds?: readonly ArticleId[]; readonly tagId?: TagId }): Annotation[]
  /** Ids of the highlights that have a span in one of the articles. */
  ids(articleIds: readonly ArticleId[]): HighlightId[]
  get(ids: readonly HighlightId[]): Annotation[]
  create(selection: Selection, color: Color, tagPaths: readonly string[], origin: string | null): Annotation
  createByQuote(request: QuoteRequest, origin: string | null): Annotation
  recolor(ids: readonly HighlightId[], color: Color, origin: string | null): void
  resize(id: HighlightId, spanId: SpanId, selection: Selection, origin: string | null): Annotation
  remove(ids: readonly HighlightId[], origin: string | null): void
  tag(ids: readonly HighlightId[], tagPaths: readonly string[], origin: string | null): TagId[]
  untag(ids: readonly HighlightId[], tagId: TagId, origin: string | null): void
}

export function createAnnotationsService({ store, now }: AreaContext): AnnotationsService {
  const step = (kind: CommandKind, ids: readonly HighlightId[], subject?: string): WriteStep =>
    highlightStep(store.read, kind, ids, subject)

  function newStep(anchor: Anchor): WriteStep {
    return {
      label: { kind: 'highlight.create', subject: shorten(anchor.exact), count: 1 },
      scope: `article:${anchor.articleId}`,
    }
  }

  function insert(db: WriteDb, anchor: Anchor, color: Color): HighlightId {
    const id = newId<'highlight'>()
    insertHighlight(db, id, color, now())
    insertSpan(db, { id: newId<'span'>(), highlightId: id, role: 'primary', anchor })
    return id
  }

  function putTags(db: WriteDb, id: HighlightId, paths: readonly string[]): void {
    for (const path of paths) addTagToHighlight(db, id, ensureTag(db, path, now()), now())
  }

  function anchorRequest({ articleId, quote, occurrence }: QuoteRequest): Anchor {
    requirePresentArticle(store.read, articleId)
    const text = { articleId, segments: readSegmentTexts(store.read, articleId) }
    const anchor = anchorQuote(text, quote, occurrence)
    if (anchor !== null) return anchor
    const count = countQuote(text, quote)
    throw count === 0
      ? new DuizhaoError('invalid_input', 'The quote is not in this article. Nothing was highlighted.', {
          occurrences: 0,
        })
      : new DuizhaoError('invalid_input', `The quote is in this article ${count} times, not ${occurrence}.`, {
          occurrences: count,
        })
  }

  return {
    list({ articleIds, tagId }) {
      if (tagId !== undefined) requireTag(store.read, tagId)
      const ids =
        articleIds === undefined
          ? listAllHighlights(store.read)
          : listHighlightsOfArticles(store.read, articleIds)
      const tagged = tagId === undefined ? null : new Set(listHighlightsOfTag(store.read, tagId))
      const wanted = tagged === null ? ids : ids.filter((id) => tagged.has(id))
      return orderAnnotations(readAnnotations(store.read, wanted), articleIds ?? [])
    },

    ids: (articleIds) => listHighlightsOfArticles(store.read, articleIds),

    get: (ids) => orderAnnotations(readAnnotations(store.read, ids), []),

    create(selection, color, tagPaths, origin) {
      const anchor = anchorSelection(store.read, selection)
      const id = store.write({ ...newStep(anchor), origin }, (db) => {
        const highlightId = insert(db, anchor, color)
        putTags(db, highlightId, tagPaths)
        return highlightId
      })
      return requireHighlight(store.read, id)
    },

    createByQuote(request, origin) {
      const anchor = anchorRequest(request)
      const id = store.write({ ...newStep(anchor), origin }, (db) => {
        const highlightId = insert(db, anchor, request.color)
        putTags(db, highlightId, request.tagPaths)
        if (request.note.trim() !== '') {
          insertHighlightNote(db, { id: newId<'note'>(), highlightId, body: request.note, at: now() })
        }
        return highlightId
      })
      return requireHighlight(store.read, id)
    },

    recolor(ids, color, origin) {
      store.write({ ...step('highlight.recolor', ids), origin }, (db) => {
        for (const id of ids) updateHighlightColor(db, id, color, now())
      })
    },

    resize(id, spanId, selection, origin) {
      const span = requireSpan(requireHighlight(store.read, id), spanId)
      if (span.articleId !== selection.articleId) {
        throw new DuizhaoError('invalid_input', 'A highlight cannot be moved to another article.')
      }
      const anchor = anchorSelection(store.read, selection)
      store.write({ ...step('highlight.resize', [id]), origin }, (db) => {
        replaceSpanAnchor(db, spanId, id, anchor)
        touchHighlight(db, id, now())
      })
      return requireHighlight(store.read, id)
    },

    remove(ids, origin) {
      store.write({ ...step('highlight.remove', ids), origin }, (db) => {
        for (const id of ids) deleteHighlight(db, id)
      })
    },

    tag(ids, tagPaths, origin) {
      return store.write({ ...step('highlight.tag', ids, shorten(tagPaths.join(' · '))), origin }, (db) => {
        const tagIds = tagPaths.map((path) => ensureTag(db, path, now()))
        for (const id of ids) for (const tagId of tagIds) addTagToHighlight(db, id, tagId, now())
        return tagIds
      })
    },

    untag(ids, tagId, origin) {
      const tag = requireTag(store.read, tagId)
      store.write({ ...step('highlight.untag', ids, tag.path), origin }, (db) => {
        for (const id of ids) removeTagFromHighlight(db, id, tagId)
      })
    },
  }
}

export interface WriteStep {
  readonly label: { readonly kind: CommandKind; readonly subject: string; readonly count: number }
  readonly scope: string
}

/** The span of the highlight. Throws `not_found`. */
export function requireSpan(annotation: Annotation, spanId: SpanId): Span {
  const span = annotation.spans.find((candidate) => candidate.id === spanId)
  if (span === undefined)
    throw new DuizhaoError('not_found', 'This highlight has no such span.', { id: spanId })
  return span
}
