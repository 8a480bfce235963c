import type { Handlers } from '../handlers.ts'
import type { AlignmentService } from './alignment.service.ts'
import type { EditingService } from './editing.service.ts'
import type { ReviewingService } from './reviewing.service.ts'

type AlignmentMethod =
  | 'alignment.start'
  | 'alignment.applyLadder'
  | 'alignment.edit'
  | 'alignment.counts'
  | 'alignment.next'
  | 'alignment.verify'
  | 'alignment.review'
  | 'alignment.lock'

/** All of aligning but its evidence and projection, which read and never change anything. */
export function alignmentHandlers(services: {
  readonly alignment: AlignmentService
  readonly editing: EditingService
  readonly reviewing: ReviewingService
}): Pick<Handlers, AlignmentMethod> {
  const { alignment, editing, reviewing } = services
  return {
    'alignment.start': ({ pairId }, { origin }) => ({ jobId: alignment.start(pairId, origin) }),
    'alignment.applyLadder': ({ pairId, ladder }, { origin }) => ({
      beadCount: alignment.applyLadder(pairId, ladder, origin),
    }),
    'alignment.edit': ({ pairId, operation }, { origin }) => ({
      place: editing.edit(pairId, operation, origin),
    }),
    'alignment.counts': ({ pairId }) => reviewing.counts(pairId),
    'alignment.next': ({ pairId, from, filter, direction }) => ({
      place: reviewing.next(pairId, { from, filter, direction }),
    }),
    'alignment.verify': ({ pairId, choice, verified }, { origin }) => ({
      count: reviewing.verify(pairId, choice, verified, origin),
    }),
    'alignment.review'({ pairId, beadId, review }, { origin }) {
      reviewing.review(pairId, beadId, review, origin)
      return {}
    },
    'alignment.lock'({ pairId, side }, { origin }) {
      reviewing.lock(pairId, side, origin)
      return {}
    },
  }
}
