import { risingChain } from '../../shared/text/rising-chain.ts'
import { POSITION_STEP } from './text.repo.ts'

/**
 * Positions for rows in a new order: as many as can keep theirs do, the others are spread evenly between them; all are
 * numbered anew where there is no room. `known`: the position that a row has, null for a new one.
 */
export function placeInOrder(known: readonly (number | null)[]): number[] {
  const placed: (number | null)[] = known.map(() => null)
  for (const place of risingChain(known)) placed[place] = known[place] ?? null
  let [last, waiting] = [null as number | null, 0]
  for (let place = 0; place <= placed.length; place += 1) {
    const next = place === placed.length ? null : (placed[place] ?? null)
    if (next === null && place < placed.length) {
      waiting += 1
      continue
    }
    const room = POSITION_STEP * (waiting + 1)
    const from: number = last ?? (next ?? room) - room
    const to = next ?? from + room
    if (to - from <= waiting) return known.map((_, index) => (index + 1) * POSITION_STEP)
    for (let index = 1; index <= waiting; index += 1) {
      placed[place - waiting + index - 1] = from + Math.floor(((to - from) * index) / (waiting + 1))
    }
    last = next
    waiting = 0
  }
  return placed.map((position) => position ?? 0)
}
