import type { EvidenceMark } from '../../shared/contract/schemas/alignment.ts'
import type { BeadId, PairId } from '../../shared/domain/ids.ts'
import type { AreaContext } from '../area-context.ts'
import type { WorkerPool } from '../jobs/worker-pool.ts'
import { requirePresentPair } from '../pairs/pairs.service.ts'
import { listTerms } from '../terms/terms.repo.ts'
import { readBeadSides } from './evidence.repo.ts'

export interface EvidenceService {
  /**
   * The numbers, dates, names, terms and Latin words of beads, as marks on their segments; beads that are not
   * the pair's are left out. Throws `not_found` for an unknown pair.
   */
  evidence(pairId: PairId, beadIds: readonly BeadId[]): Promise<{ beadId: BeadId; marks: EvidenceMark[] }[]>
}

export function createEvidenceService({ store }: AreaContext, pool: WorkerPool): EvidenceService {
  return {
    async evidence(pairId, beadIds) {
      const pair = requirePresentPair(store.read, pairId)
      const beads = readBeadSides(store.read, pairId, beadIds)
      if (beads.length === 0) return []
      const marks = await pool.run(
        'evidence',
        {
          leftLanguage: pair.left.language,
          rightLanguage: pair.right.language,
          beads: beads.map(({ left, right }) => ({
            left: left.map(({ text }) => text),
            right: right.map(({ text }) => text),
          })),
          terms: listTerms(store.read),
        },
        { signal: new AbortController().signal, progress: () => undefined },
      )
      return beads.map((bead, index) => ({
        beadId: bead.id,
        marks: (marks[index] ?? []).flatMap(({ segment, ...mark }) => {
          const segmentId = bead[mark.side][segment]?.id
          return segmentId === undefined ? [] : [{ ...mark, segmentId }]
        }),
      }))
    },
  }
}
