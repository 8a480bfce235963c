import type { AreaHandlers } from '../handlers.ts'
import { countBeads } from './choose-sides.ts'
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
    'imports.draftRows'({ draftId, from, limit, ...choice }) {
      const { sides, chosen } = service.draftSides(draftId, choice)
      return {
        leftLanguage: sides.left.language,
        rightLanguage: sides.right.language,
        ...countBeads(chosen),
        skipped: chosen.skipped.map((skipped) => ({ ...skipped })),
        rows: chosen.units.slice(from, from + limit).map(({ left, right, unit }) => ({
          left: left.map(({ text }) => text),
          right: right.map(({ text }) => text),
          confidence: unit.confidence,
          status: unit.status,
        })),
      }
    },
    async 'imports.save'({ drafts }, { origin }) {
      const saved = await service.save(drafts, origin)
      return {
        articleIds: saved.flatMap(({ articleIds }) => articleIds),
        pairIds: saved.flatMap(({ pairId }) => (pairId === null ? [] : [pairId])),
        saved,
      }
    },
    'imports.discard'({ jobId }) {
      service.discard(jobId)
      return {}
    },
  }
}
