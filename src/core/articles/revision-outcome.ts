import type { Outcome } from '../../shared/contract/schemas/revision.ts'
import type { SegmentId } from '../../shared/domain/ids.ts'
import type { CarriedOver } from '../../shared/text/carry-over.ts'
import { describeDoubts } from '../annotations/doubt.service.ts'
import type { ReadDb } from '../store/handles.ts'
import { carriedAnchors, type ArticleState } from './revise-article.ts'

/**
 * What becomes of an article's anchors, counted, and those that a person should look at and had not to before. Null for
 * `over`: nothing was changed.
 */
export function describeOutcome(db: ReadDb, state: ArticleState, over: CarriedOver | null): Outcome {
  const anchors =
    over === null
      ? state.anchors.map((anchor) => ({ before: anchor, after: anchor }))
      : carriedAnchors(state, over)
  const count = (wanted: string): number => anchors.filter(({ after }) => after.state === wanted).length
  const places = new Map<SegmentId, number>(over?.ids.map((id, index) => [id, index]))
  const doubts = anchors.filter(({ before, after }) => after.state !== 'ok' && after.state !== before.state)
  return {
    ok: count('ok'),
    moved: count('moved'),
    lost: count('lost'),
    doubts: describeDoubts(
      db,
      doubts.map(({ after }) => after),
      (id) => places.get(id) ?? null,
    ),
  }
}
