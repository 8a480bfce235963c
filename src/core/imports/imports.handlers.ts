import type { AreaHandlers } from '../handlers.ts'
import type { ImportsService } from './imports.service.ts'

export function importsHandlers(service: ImportsService): AreaHandlers<'imports'> {
  return {
    'imports.read': ({ grantIds, language }) => ({ jobId: service.read(grantIds, language ?? null) }),
    'imports.drafts': ({ jobId }) => service.drafts(jobId),
    'imports.draftBlocks': ({ draftId, from, limit }) =>
      service
        .draftBlocks(draftId)
        .slice(from, from + limit)
        .map(({ kind, level, text, speaker }) => ({ kind, level, text, speaker })),
    'imports.save': async ({ drafts }, { origin }) => ({ articleIds: await service.save(drafts, origin) }),
    'imports.discard'({ jobId }) {
      service.discard(jobId)
      return {}
    },
  }
}
