import type { Mirror } from '../mirror.ts'
import type { revising as source } from '../zh-Hans/revising.ts'

export const revising: Mirror<typeof source> = {
  title: 'Text and revisions',
}
