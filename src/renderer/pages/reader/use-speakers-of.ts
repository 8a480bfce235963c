import { useMemo } from 'react'
import type { Output } from '../../../shared/contract/contract.ts'
import type { Reading } from '../../../shared/contract/schemas/reader.ts'
import type { SpeakerId } from '../../../shared/domain/ids.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import type { SpeakersOf } from '../../features/annotating/annotation-filter.ts'

type Run = Output<'speakers.runs'>[number]

const NO_RUNS: readonly Run[] = []

/** Tells in whose words a highlight of the open texts begins, by its place: a highlight more asks nothing anew. */
export function useSpeakersOf({ left, right, speakers }: Reading): SpeakersOf {
  const articleIds = [left.id, ...(right === null ? [] : [right.id])]
  const asked = useApiQuery('speakers.runs', { articleIds }, { enabled: speakers.length > 0 })
  const runs = speakers.length > 0 ? (asked.data ?? NO_RUNS) : NO_RUNS
  return useMemo(() => {
    const byArticle = Map.groupBy(runs, ({ articleId }) => articleId)
    return (annotation) => {
      const found = new Set<SpeakerId>()
      for (const { articleId, order } of annotation.spans) {
        const own = byArticle.get(articleId)
        const speakerId = own === undefined || order === null ? null : speakerAt(own, order[0])
        if (speakerId !== null) found.add(speakerId)
      }
      return [...found]
    }
  }, [runs])
}

/** Who speaks in the block at a position. The runs are in reading order. */
function speakerAt(runs: readonly Run[], position: number): SpeakerId | null {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle]?.to ?? 0) < position) low = middle + 1
    else high = middle
  }
  const run = runs[low]
  return run !== undefined && run.from <= position ? run.speakerId : null
}
