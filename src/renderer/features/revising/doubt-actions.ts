import type { DoubtfulAnchor } from '../../../shared/contract/schemas/revision.ts'
import { api } from '../../api/api.ts'
import { startAttaching } from '../../data/attaching.ts'
import { reportError } from '../../data/query-client.ts'
import { navigate, openReading } from '../../data/route.ts'
import type { Route } from '../../data/route-format.ts'
import { getT } from '../../i18n/i18n.ts'
import { showToast } from '../../ui/toast.ts'
import { doubtState } from './doubt-state.ts'
import { tellStep } from './tell-step.ts'

type Anchors = Parameters<typeof api.annotations.settle>[0]

function anchorsOf(doubts: readonly DoubtfulAnchor[]): Anchors {
  return {
    spans: doubts.flatMap((doubt) =>
      doubt.kind === 'highlight' ? [{ highlightId: doubt.id, spanId: doubt.spanId }] : [],
    ),
    ends: doubts.flatMap((doubt) => (doubt.kind === 'link' ? [{ linkId: doubt.id, role: doubt.role }] : [])),
  }
}

/** Says of those that have a place that it is right: one step. Of lost ones it says what to do instead. */
export async function acceptDoubts(doubts: readonly DoubtfulAnchor[]): Promise<string | null> {
  return change(doubts, 'accepted', (anchors) => api.annotations.settle(anchors))
}

/** Takes those that have a place off the text: one step. */
export async function detachDoubts(doubts: readonly DoubtfulAnchor[]): Promise<string | null> {
  return change(doubts, 'detached', (anchors) => api.annotations.detach(anchors))
}

async function change(
  doubts: readonly DoubtfulAnchor[],
  verb: 'accepted' | 'detached',
  call: (anchors: Anchors) => Promise<unknown>,
): Promise<string | null> {
  const t = getT('revising')
  const placed = doubts.filter((doubt) => doubtState(doubt) === 'moved')
  if (placed.length === 0) {
    const title = t('review.noPlace')
    showToast({ id: 'review', title })
    return title
  }
  try {
    await call(anchorsOf(placed))
  } catch (error) {
    reportError(error)
    return null
  }
  const title = t(`review.said.${verb}`, { count: placed.length })
  tellStep(title)
  return title
}

/** Opens the reader where an anchor is, or was, to select its place. */
export function adjustDoubt(anchor: DoubtfulAnchor, back: Route): void {
  startAttaching({ anchor, back })
  openReading({ kind: 'article', articleId: anchor.articleId }, anchor.parts[0]?.segmentId ?? null)
}

/** Puts an anchor where a person has selected. False: it could not be. */
export async function attachDoubt(
  anchor: DoubtfulAnchor,
  selection: Parameters<typeof api.annotations.attach>[0]['selection'],
): Promise<boolean> {
  try {
    await (anchor.kind === 'highlight'
      ? api.annotations.attach({ highlightId: anchor.id, spanId: anchor.spanId, selection })
      : api.links.attach({ linkId: anchor.id, role: anchor.role, selection }))
  } catch (error) {
    reportError(error)
    return false
  }
  tellStep(getT('revising')('attach.done'))
  return true
}

export function goBack(back: Route | null): void {
  if (back !== null) navigate(back)
}
