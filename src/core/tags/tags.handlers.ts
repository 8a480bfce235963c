import type { AreaContext } from '../area-context.ts'
import type { AreaHandlers } from '../handlers.ts'
import type { CodebookService } from './codebook.service.ts'
import type { MergingService } from './merging.service.ts'
import { listTags } from './tags.repo.ts'
import type { TagsService } from './tags.service.ts'

export function tagsHandlers(
  { store }: AreaContext,
  service: TagsService,
  merging: MergingService,
  codebook: CodebookService,
): AreaHandlers<'tags'> {
  return {
    'tags.list': () => listTags(store.read),
    'tags.create': ({ path, ...said }, { origin }) => service.create(path, said, origin),
    'tags.update': ({ tagId, session, ...patch }, { origin }) =>
      service.update(tagId, patch, session ?? null, origin),
    'tags.move': ({ tagId, parentId }, { origin }) => merging.move(tagId, parentId, origin),
    'tags.merge': ({ tagId, intoId }, { origin }) => merging.merge(tagId, intoId, origin),
    'tags.preview': ({ tagId, change }) =>
      change.kind === 'merge' ? merging.previewMerge(tagId, change.intoId) : merging.previewRemoval(tagId),
    'tags.remove'({ tagId, highlights }, { origin }) {
      service.remove(tagId, highlights, origin)
      return {}
    },
    'tags.exportCodebook': (wish) => codebook.exported(wish),
    'tags.previewCodebook': ({ grantId }) => codebook.preview(grantId),
    'tags.importCodebook': ({ grantId }, { origin }) => codebook.bringIn(grantId, origin),
  }
}
