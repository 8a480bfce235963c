import type { AlignActionId } from '../../../shared/domain/align-action.ts'

/** What the user's changes of keys know an operation of the layer by. */
export function alignKeyId(id: AlignActionId | 'leave' | 'toggle'): string {
  return `aligning.${id}`
}
