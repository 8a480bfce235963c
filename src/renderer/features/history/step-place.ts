import type { SegmentId } from '../../../shared/domain/ids.ts'
import { api } from '../../api/api.ts'
import { currentRoute, openReading } from '../../data/route.ts'
import { scopeTarget } from './scope-target.ts'

/** Whether what a step was about can't be seen just now, though it could be shown. */
export function isElsewhere(scope: string, segmentId: SegmentId | null): boolean {
  if (segmentId !== null) return !isOnScreen(segmentId)
  const target = scopeTarget(scope)
  const route = currentRoute()
  if (target === null || route.name !== 'reader') return false
  return JSON.stringify(target) !== JSON.stringify(route.target)
}

/** Shows where a step was, in the text that is open if it is there. */
export async function goToStep(scope: string, segmentId: SegmentId | null): Promise<void> {
  const route = currentRoute()
  const open = route.name === 'reader' ? route.target : null
  if (open !== null && segmentId !== null) {
    const found = await api.reader.locate({ target: open, segmentId }).catch(() => null)
    if (found !== null) {
      openReading(open, segmentId)
      return
    }
  }
  const target = scopeTarget(scope)
  if (target !== null) openReading(target, segmentId)
}

function isOnScreen(segmentId: SegmentId): boolean {
  const rect = document
    .querySelector(`[data-segment="${CSS.escape(segmentId)}"]`)
    ?.closest('[data-row]')
    ?.getBoundingClientRect()
  return rect !== undefined && rect.bottom > 0 && rect.top < window.innerHeight
}
