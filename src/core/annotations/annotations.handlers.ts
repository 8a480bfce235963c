import type { AreaHandlers } from '../handlers.ts'
import type { AnnotationsService } from './annotations.service.ts'
import type { SurveyService } from './survey.service.ts'

export function annotationsHandlers(
  service: AnnotationsService,
  survey: SurveyService,
): AreaHandlers<'annotations'> {
  return {
    'annotations.list': (filter) => service.list(filter),
    'annotations.ids': ({ articleIds }) => service.ids(articleIds),
    'annotations.get': ({ highlightIds }) => service.get(highlightIds),
    'annotations.create': ({ selection, color }, { origin }) => service.create(selection, color, origin),
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
    'annotations.search': (request) => survey.search(request),
    'annotations.searchIds': (request) => survey.searchIds(request),
    'annotations.group': ({ filter, by }) => survey.group(filter, by),
    'annotations.crosstab': ({ filter, columns }) => survey.crosstab(filter, columns),
    'annotations.texts': ({ highlightIds }) => survey.texts(highlightIds),
  }
}
