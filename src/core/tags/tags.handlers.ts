import type { AreaContext } from '../area-context.ts'
import type { AreaHandlers } from '../handlers.ts'
import { listTags } from './tags.repo.ts'
import type { TagsService } from './tags.service.ts'

export function tagsHandlers({ store }: AreaContext, service: TagsService): AreaHandlers<'tags'> {
  return {
    'tags.list': () => listTags(store.read),
    'tags.create': ({ path, color }, { origin }) => service.create(path, color, origin),
    'tags.update': ({ tagId, ...patch }, { origin }) => service.update(tagId, patch, origin),
    'tags.remove'({ tagId }, { origin }) {
      service.remove(tagId, origin)
      return {}
    },
  }
}
