import type { Annotation, Selection, Span } from '../../shared/contract/schemas/annotation.ts'
import type { Anchor } from '../../shared/domain/anchor.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { HighlightId, SegmentId } from '../../shared/domain/ids.ts'
import { edgeAtOrBefore } from '../../shared/text/graphemes.ts'
import { newId, type AreaContext } from '../area-context.ts'
import { findSegment, readSegmentsBetween } from '../articles/text.repo.ts'
import { updateNote } from '../notes/notes.repo.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'
import {
  deleteHighlight,
  insertHighlight,
  insertSpan,
  replaceSpanAnchor,
  touchHighlight,
} from './annotations.repo.ts'
import { highlightStep, requireHighlight } from './annotations.service.ts'
import { copyTags, giveNote, giveSpan } from './mirrors.repo.ts'
import { mirrorSpan, primarySpan } from './mirrors.service.ts'
import { orderAnnotations } from './order-annotations.ts'
import { anchorSelection } from './selection-anchor.ts'

/** A place in the text: UTF-16 code units within the segment. */
interface Place {
  readonly segmentId: SegmentId
  readonly offset: number
}

export interface OverlapsService {
  /** Two highlights of one; the first keeps id, note and mirror. */
  split(id: HighlightId, at: Place, origin: string | null): [Annotation, Annotation]
  /** One highlight of several; the first of the list stays. */
  merge(ids: readonly HighlightId[], origin: string | null): Annotation
}

export function createOverlapsService({ store, now }: AreaContext): OverlapsService {
  return {
    split(id, at, origin) {
      const annotation = requireHighlight(store.read, id)
      const span = primarySpan(annotation)
      requireSure(span)
      const [first, second] = halvesOf(store.read, span, at)
      const other = newId<'highlight'>()
      store.write({ ...highlightStep(store.read, 'highlight.split', [id]), origin }, (db) => {
        replaceSpanAnchor(db, span.id, id, first)
        touchHighlight(db, id, now())
        insertHighlight(db, other, annotation.color, now())
        insertSpan(db, { id: newId<'span'>(), highlightId: other, role: 'primary', anchor: second })
        copyTags(db, id, other)
      })
      return [requireHighlight(store.read, id), requireHighlight(store.read, other)]
    },

    merge(ids, origin) {
      const merged = [...new Set(ids)].map((id) => requireHighlight(store.read, id))
      const [kept] = merged
      if (kept === undefined || merged.length < 2) {
        throw new DuizhaoError('invalid_input', 'Choose two highlights or more to merge.')
      }
      const spans = merged.map(primarySpan)
      if (new Set(spans.map(({ articleId }) => articleId)).size > 1) {
        throw new DuizhaoError(
          'invalid_input',
          'Only highlights in one text can be merged. To join a passage with its counterpart, mirror it.',
        )
      }
      for (const span of spans) requireSure(span)
      const anchor = covering(store.read, spans)
      const mirrors = merged.flatMap((annotation) => mirrorSpan(annotation) ?? [])
      const mirror = joinMirrors(store.read, kept, mirrors)
      const label = highlightStep(
        store.read,
        'highlight.merge',
        merged.map(({ id }) => id),
      )
      store.write({ ...label, origin }, (db) => {
        for (const { id } of merged.slice(1)) copyTags(db, id, kept.id)
        joinNotes(db, kept, orderAnnotations(merged, []), now())
        if (mirror !== null) giveSpan(db, mirror.span.id, kept.id)
        for (const { id } of merged.slice(1)) deleteHighlight(db, id)
        replaceSpanAnchor(db, primarySpan(kept).id, kept.id, anchor)
        if (mirror !== null && mirror.anchor !== null) {
          replaceSpanAnchor(db, mirror.span.id, kept.id, mirror.anchor)
        }
        touchHighlight(db, kept.id, now())
      })
      return requireHighlight(store.read, kept.id)
    },
  }
}

function requireSure({ state, exact }: Span): void {
  if (state === 'ok') return
  throw new DuizhaoError(
    'conflict',
    `It is not sure where “${exact.slice(0, 40)}” stands now. Check it first, then divide or merge it.`,
    { reason: 'changed' },
  )
}

/** The anchors of a span's text before a place and after it. */
function halvesOf(db: ReadDb, span: Span, { segmentId, offset }: Place): readonly [Anchor, Anchor] {
  const text = findSegment(db, segmentId)?.text ?? ''
  const at = edgeAtOrBefore(text, Math.min(offset, text.length))
  const index = span.parts.findIndex(
    (part) => part.segmentId === segmentId && part.start <= at && at <= part.end,
  )
  const part = span.parts[index]
  const before = [...span.parts.slice(0, index), ...(part === undefined ? [] : [{ ...part, end: at }])]
  const after = [...(part === undefined ? [] : [{ ...part, start: at }]), ...span.parts.slice(index + 1)]
  const [first, second] = [selectionOf(db, span, before), selectionOf(db, span, after)]
  if (part === undefined || first === null || second === null) {
    throw new DuizhaoError(
      'invalid_input',
      'Put the caret inside the highlight, with some of its words before and after: it is divided there.',
    )
  }
  return [anchorSelection(db, first), anchorSelection(db, second)]
}

/** Where a span's parts stand, as a selection; null when there is nothing but white space in it. */
function selectionOf(db: ReadDb, { articleId }: Span, parts: Span['parts']): Selection | null {
  const [first, last] = [parts[0], parts.at(-1)]
  if (first === undefined || last === undefined) return null
  const range = {
    articleId,
    startSegmentId: first.segmentId,
    startOffset: first.start,
    endSegmentId: last.segmentId,
    endOffset: last.end,
  }
  const exact = textBetween(db, range)
  return exact.trim() === '' ? null : { ...range, exact }
}

function textBetween(db: ReadDb, range: Omit<Selection, 'exact'>): string {
  const first = findSegment(db, range.startSegmentId)
  const last = findSegment(db, range.endSegmentId)
  if (first === null || last === null) return ''
  const segments = readSegmentsBetween(db, range.articleId, first, last)
  return segments
    .map(({ text }, index) =>
      text.slice(
        index === 0 ? range.startOffset : 0,
        index === segments.length - 1 ? range.endOffset : text.length,
      ),
    )
    .join('')
}

/** The anchor from where the first of some spans begins to where the last ends; they stand in one article. */
function covering(db: ReadDb, spans: readonly Span[]): Anchor {
  const edges = spans.flatMap(({ parts }) => {
    const [first, last] = [parts[0], parts.at(-1)]
    return first === undefined || last === undefined
      ? []
      : [
          { segmentId: first.segmentId, offset: first.start, edge: 'start' as const },
          { segmentId: last.segmentId, offset: last.end, edge: 'end' as const },
        ]
  })
  const placed = edges.flatMap((edge) => {
    const segment = findSegment(db, edge.segmentId)
    return segment === null ? [] : [{ ...edge, key: [segment.blockPosition, segment.position, edge.offset] }]
  })
  const ordered = placed.toSorted((a, b) => compareKeys(a.key, b.key))
  const start = ordered.find(({ edge }) => edge === 'start')
  const end = ordered.findLast(({ edge }) => edge === 'end')
  const articleId = spans[0]?.articleId
  if (articleId === undefined || start === undefined || end === undefined)
    throw new Error('spans that stand somewhere have edges')
  const range = {
    articleId,
    startSegmentId: start.segmentId,
    startOffset: start.offset,
    endSegmentId: end.segmentId,
    endOffset: end.offset,
  }
  return anchorSelection(db, { ...range, exact: textBetween(db, range) })
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

/** The mirrors of what is merged: the span that stays, and where it goes when all stand surely in one text. */
function joinMirrors(
  db: ReadDb,
  kept: Annotation,
  mirrors: readonly Span[],
): { readonly span: Span; readonly anchor: Anchor | null } | null {
  const span = mirrorSpan(kept) ?? mirrors[0]
  if (span === undefined) return null
  const areOne =
    mirrors.length > 1 &&
    mirrors.every(({ articleId, state }) => articleId === span.articleId && state === 'ok')
  return { span, anchor: areOne ? covering(db, mirrors) : null }
}

/** All notes in one, in reading order; a single one stays the note it is. */
function joinNotes(db: WriteDb, kept: Annotation, inOrder: readonly Annotation[], at: number): void {
  const notes = inOrder.flatMap(({ note }) => note ?? [])
  const own = kept.note ?? notes[0]
  if (own === undefined) return
  if (kept.note === null) giveNote(db, own.id, kept.id)
  if (notes.length > 1) updateNote(db, own.id, notes.map(({ body }) => body.trim()).join('\n\n'), at)
}
