import type { AreaHandlers } from '../handlers.ts'
import type { AnnotationsService } from './annotations.service.ts'
import type { MirrorsService } from './mirrors.service.ts'
import type { OverlapsService } from './overlaps.service.ts'

export function annotationsHandlers(
  service: AnnotationsService,
  mirrors: MirrorsService,
  overlaps: OverlapsService,
): AreaHandlers<'annotations'> {
  return {
    'annotations.list': (filter) => service.list(filter),
    'annotations.ids': ({ articleIds }) => service.ids(articleIds),
    'annotations.get': ({ highlightIds }) => service.get(highlightIds),
    'annotations.create': ({ selection, color, tagPaths }, { origin }) =>
      service.create(selection, color, tagPaths, origin),
    'annotations.createByQuote': (request, { origin }) => service.createByQuote(request, origin),
    'annotations.recolor'({ highlightIds, color }, { origin }) {
      service.recolor(highlightIds, color, origin)
      return {}
    },
    'annotations.resize': ({ highlightId, spanId, selection }, { origin }) =>
      service.resize(highlightId, spanId, selection, origin),
    'annotations.remove'({ highlightIds }, { origin }) {
      service.remove(highlightIds, origin)
      return {}
    },
    'annotations.tag': ({ highlightIds, tagPaths }, { origin }) => ({
      tagIds: service.tag(highlightIds, tagPaths, origin),
    }),
    'annotations.untag'({ highlightIds, tagId }, { origin }) {
      service.untag(highlightIds, tagId, origin)
      return {}
    },
    'annotations.mirror': ({ highlightId, selection }, { origin }) =>
      mirrors.mirror(highlightId, selection, origin),
    'annotations.unmirror'({ highlightIds }, { origin }) {
      mirrors.unmirror(highlightIds, origin)
      return {}
    },
    'annotations.split': ({ highlightId, segmentId, offset }, { origin }) =>
      overlaps.split(highlightId, { segmentId, offset }, origin),
    'annotations.merge': ({ highlightIds }, { origin }) => overlaps.merge(highlightIds, origin),
  }
}
