import type { HighlightId, SpanId } from '../../shared/domain/ids.ts'
import type { AreaContext } from '../area-context.ts'
import type { AreaHandlers } from '../handlers.ts'
import { requireHighlight, type AnnotationsService } from './annotations.service.ts'
import type { AnchorOwner } from './carried-anchors.repo.ts'
import type { DoubtService } from './doubt.service.ts'
import type { MirrorsService } from './mirrors.service.ts'
import type { OverlapsService } from './overlaps.service.ts'
import type { SurveyService } from './survey.service.ts'

export interface AnnotationServices {
  readonly annotations: AnnotationsService
  readonly doubt: DoubtService
  readonly mirrors: MirrorsService
  readonly overlaps: OverlapsService
  readonly survey: SurveyService
}

export function annotationsHandlers(
  { store }: AreaContext,
  { annotations: service, doubt, mirrors, overlaps, survey }: AnnotationServices,
): AreaHandlers<'annotations'> {
  return {
    'annotations.list': (filter) => service.list(filter),
    'annotations.ids': ({ articleIds }) => service.ids(articleIds),
    'annotations.get': ({ highlightIds }) => service.get(highlightIds),
    'annotations.create': ({ selection, color, tagPaths }, { origin }) =>
      service.create(selection, color, tagPaths, origin),
    'annotations.createByQuote': (request, { origin }) => service.createByQuote(request, origin),
    'annotations.createMany': ({ articleId, items }, { origin }) =>
      service.createMany(articleId, items, origin),
    'annotations.recolor'({ color, ...choice }, { origin }) {
      service.recolor(survey.chosen(choice), color, origin)
      return {}
    },
    'annotations.resize': ({ highlightId, spanId, selection }, { origin }) =>
      service.resize(highlightId, spanId, selection, origin),
    'annotations.remove'(choice, { origin }) {
      service.remove(survey.chosen(choice), origin)
      return {}
    },
    'annotations.tag': ({ tagPaths, ...choice }, { origin }) => ({
      tagIds: service.tag(survey.chosen(choice), tagPaths, origin),
    }),
    'annotations.untag'({ tagId, ...choice }, { origin }) {
      service.untag(survey.chosen(choice), tagId, origin)
      return {}
    },
    'annotations.inDoubt': () => doubt.list(),
    'annotations.settle'({ spans, ends }, { origin }) {
      doubt.settle([...spans.map(ofSpan), ...ends.map(ofEnd)], origin)
      return {}
    },
    'annotations.detach'({ spans, ends }, { origin }) {
      doubt.detach([...spans.map(ofSpan), ...ends.map(ofEnd)], origin)
      return {}
    },
    'annotations.attach'({ highlightId, spanId, selection }, { origin }) {
      doubt.attach(ofSpan({ highlightId, spanId }), selection, origin)
      return requireHighlight(store.read, highlightId)
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
    'annotations.search': (request) => survey.search(request),
    'annotations.searchIds': (request) => survey.searchIds(request),
    'annotations.group': ({ filter, by }) => survey.group(filter, by),
    'annotations.crosstab': ({ filter, columns }) => survey.crosstab(filter, columns),
    'annotations.texts': ({ highlightIds }) => survey.texts(highlightIds),
  }
}

function ofSpan(span: { readonly highlightId: HighlightId; readonly spanId: SpanId }): AnchorOwner {
  return { kind: 'span', ...span }
}

function ofEnd(end: Omit<Extract<AnchorOwner, { kind: 'link-end' }>, 'kind'>): AnchorOwner {
  return { kind: 'link-end', ...end }
}
