import type { AreaHandlers } from '../handlers.ts'
import type { AlignmentService } from './alignment.service.ts'

export function alignmentHandlers(service: AlignmentService): AreaHandlers<'alignment'> {
  return {
    'alignment.start': ({ pairId }, { origin }) => ({ jobId: service.start(pairId, origin) }),
  }
}
