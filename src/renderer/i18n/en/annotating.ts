import type { annotating as source } from '../zh-Hans/annotating.ts'
import type { Mirror } from '../mirror.ts'

export const annotating: Mirror<typeof source> = {}
