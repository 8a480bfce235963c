import type { LinkPlace } from '../../../../shared/contract/schemas/note.ts'
import type { HighlightId, Id } from '../../../../shared/domain/ids.ts'
import type { NoteLink } from '../../../../shared/domain/note-link.ts'
import { api } from '../../../api/api.ts'
import { reportError } from '../../../data/query-client.ts'
import { currentRoute, goToAnnotations, navigate, openReading } from '../../../data/route.ts'
import { getT } from '../../../i18n/i18n.ts'
import { showToast } from '../../../ui/toast.ts'

/** What the page at hand can show by itself. */
export interface LinkGround {
  /** Ids of the articles that are open. */
  readonly articleIds: readonly string[]
  /** Shows a highlight; false when it is not here. */
  readonly showHighlight: (id: HighlightId) => boolean
}

/** Goes where a link of a note leads, within the app. A target that is gone is told, and nothing happens. */
export function followLink(link: NoteLink, ground: LinkGround | null): void {
  api.notes
    .places({ links: [link] })
    .then(([place]) => {
      if (place === undefined || place.label === null) {
        showToast({ id: 'note-link', title: getT('noting')('link.goneHint') })
      } else {
        goTo(place, ground)
      }
    })
    .catch(reportError)
}

function goTo(place: LinkPlace, ground: LinkGround | null): void {
  const { kind, id, target, segmentId, articleIds } = place
  switch (kind) {
    case 'highlight': {
      if (ground?.showHighlight(asId<'highlight'>(id)) === true) return
      const route = currentRoute()
      const isOpen = articleIds.some((articleId) => ground?.articleIds.includes(articleId))
      if (isOpen && route.name === 'reader') openReading(route.target, segmentId)
      else if (target !== null) openReading(target, segmentId)
      return
    }
    case 'article':
      if (articleIds.some((articleId) => ground?.articleIds.includes(articleId))) return
      if (target !== null) openReading(target)
      return
    case 'tag':
      navigate({ name: 'library', view: 'all', tagId: asId<'tag'>(id) })
      return
    case 'note':
      goToAnnotations('notes', new URLSearchParams({ note: id }).toString())
      return
    case 'term':
      // Terms have no room of their own: it shows where else the term is spoken of.
      goToAnnotations('notes', new URLSearchParams({ link: `term/${id}` }).toString())
  }
}

// The core has just said that it is one.
function asId<Kind extends string>(id: string): Id<Kind> {
  return id as Id<Kind>
}
