import type { Annotation, Selection, Span } from '../../shared/contract/schemas/annotation.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { HighlightId } from '../../shared/domain/ids.ts'
import { newId, type AreaContext } from '../area-context.ts'
import { insertSpan, replaceSpanAnchor, touchHighlight } from './annotations.repo.ts'
import { highlightStep, requireHighlight } from './annotations.service.ts'
import { deleteSpan, isPaired } from './mirrors.repo.ts'
import { anchorSelection } from './selection-anchor.ts'

/** The span a person made the highlight at. */
export function primarySpan({ id, spans }: Annotation): Span {
  const span = spans.find(({ role }) => role === 'primary')
  if (span === undefined) throw new Error(`the highlight ${id} has no primary span`)
  return span
}

/** The span that faces it in the other language; null where it has none. */
export function mirrorSpan({ spans }: Annotation): Span | null {
  return spans.find(({ role }) => role === 'mirror') ?? null
}

export interface MirrorsService {
  /** Sets a highlight's second span; one that it has already is moved there. */
  mirror(id: HighlightId, selection: Selection, origin: string | null): Annotation
  unmirror(ids: readonly HighlightId[], origin: string | null): void
}

export function createMirrorsService({ store, now }: AreaContext): MirrorsService {
  return {
    mirror(id, selection, origin) {
      const annotation = requireHighlight(store.read, id)
      const { articleId } = primarySpan(annotation)
      if (articleId === selection.articleId) {
        throw new DuizhaoError(
          'invalid_input',
          'A mirror stands in the other language: select it in the text that faces the highlight.',
        )
      }
      if (!isPaired(store.read, articleId, selection.articleId)) {
        throw new DuizhaoError(
          'invalid_input',
          'No pair holds both texts. Make a pair of them first, then mirror the highlight.',
        )
      }
      const anchor = anchorSelection(store.read, selection)
      const before = mirrorSpan(annotation)
      store.write({ ...highlightStep(store.read, 'highlight.mirror', [id]), origin }, (db) => {
        if (before === null) {
          insertSpan(db, { id: newId<'span'>(), highlightId: id, role: 'mirror', anchor })
        } else {
          replaceSpanAnchor(db, before.id, id, anchor)
        }
        touchHighlight(db, id, now())
      })
      return requireHighlight(store.read, id)
    },

    unmirror(ids, origin) {
      const mirrored = ids.flatMap((id) => {
        const span = mirrorSpan(requireHighlight(store.read, id))
        return span === null ? [] : [{ id, spanId: span.id }]
      })
      if (mirrored.length === 0) {
        throw new DuizhaoError('conflict', 'There is no mirror here to take off.', { reason: 'nothing' })
      }
      const step = highlightStep(
        store.read,
        'highlight.unmirror',
        mirrored.map(({ id }) => id),
      )
      store.write({ ...step, origin }, (db) => {
        for (const { id, spanId } of mirrored) {
          deleteSpan(db, spanId)
          touchHighlight(db, id, now())
        }
      })
    },
  }
}
