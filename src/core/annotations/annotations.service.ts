import type { Output } from '../../shared/contract/contract.ts'
import type { Annotation, Selection, Span } from '../../shared/contract/schemas/annotation.ts'
import type { CommandKind } from '../../shared/domain/command-label.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { Anchor } from '../../shared/domain/anchor.ts'
import type { Color } from '../../shared/domain/highlight.ts'
import type { ArticleId, HighlightId, SpanId, TagId } from '../../shared/domain/ids.ts'
import { anchorQuote, countQuote, createQuoteFinder } from '../../shared/text/quote-anchor.ts'
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
  findMissingHighlight,
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
  const missing = findMissingHighlight(db, ids)
  if (missing !== null) requireHighlight(db, missing)
  const [first] = ids
  const span = first === undefined ? undefined : requireHighlight(db, first).spans[0]
  return {
    label: { kind, subject: subject ?? shorten(span?.exact ?? ''), count: ids.length },
    scope: span === undefined ? '' : `article:${span.articleId}`,
  }
}

/** A quote to be found and highlighted. */
export interface NewQuote {
  readonly quote: string
  /** From 1. */
  readonly occurrence: number
  readonly color: Color
  readonly tagPaths: readonly string[]
  readonly note: string
}

export interface QuoteRequest extends NewQuote {
  readonly articleId: ArticleId
}

export interface AnnotationsService {
  /** In reading order: of all articles, or of some; when a tag is given, only those with it or one below it. */
  list(filter: { readonly articleIds?: readonly ArticleId[]; readonly tagId?: TagId }): Annotation[]
  /** Ids of the highlights that have a span in one of the articles. */
  ids(articleIds: readonly ArticleId[]): HighlightId[]
  get(ids: readonly HighlightId[]): Annotation[]
  create(selection: Selection, color: Color, tagPaths: readonly string[], origin: string | null): Annotation
  createByQuote(request: QuoteRequest, origin: string | null): Annotation
  /** As one step; what cannot be found is told and left out. Throws `not_found` for the article. */
  createMany(
    articleId: ArticleId,
    items: readonly NewQuote[],
    origin: string | null,
  ): Output<'annotations.createMany'>
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

  /** With its tags, which are made where they are new, and its note. */
  function insertQuote(db: WriteDb, anchor: Anchor, { color, tagPaths, note }: NewQuote): HighlightId {
    const highlightId = insert(db, anchor, color)
    putTags(db, highlightId, tagPaths)
    if (note.trim() !== '') {
      insertHighlightNote(db, { id: newId<'note'>(), highlightId, body: note, at: now() })
    }
    return highlightId
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
      const id = store.write({ ...newStep(anchor), origin }, (db) => insertQuote(db, anchor, request))
      return requireHighlight(store.read, id)
    },

    createMany(articleId, items, origin) {
      requirePresentArticle(store.read, articleId)
      const finder = createQuoteFinder({ articleId, segments: readSegmentTexts(store.read, articleId) })
      const failed: Output<'annotations.createMany'>['failed'] = []
      const found = items.flatMap((item, index) => {
        const anchor = finder.anchor(item.quote, item.occurrence)
        if (anchor !== null) return [{ index, item, anchor }]
        const occurrences = finder.count(item.quote)
        const reason = occurrences === 0 ? 'not_in_text' : 'no_such_occurrence'
        failed.push({ index, reason, occurrences })
        return []
      })
      const [first] = found
      if (first === undefined) return { created: [], failed }
      const { label, scope } = newStep(first.anchor)
      const created = store.write({ label: { ...label, count: found.length }, scope, origin }, (db) =>
        found.map(({ index, item, anchor }) => ({ index, highlightId: insertQuote(db, anchor, item) })),
      )
      return { created, failed }
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
