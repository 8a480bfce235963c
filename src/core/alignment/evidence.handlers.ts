import type { Handlers } from '../handlers.ts'
import type { EvidenceService } from './evidence.service.ts'
import type { ProjectService } from './project.service.ts'

/** The methods of the area that only look: at what the two sides of a bead share. */
export function evidenceHandlers(
  evidence: EvidenceService,
  projection: ProjectService,
): Pick<Handlers, 'alignment.evidence' | 'alignment.project'> {
  return {
    'alignment.evidence': ({ pairId, beadIds }) => evidence.evidence(pairId, beadIds),
    'alignment.project': async ({ pairId, selection }) => ({
      span: await projection.project(pairId, selection),
    }),
  }
}
