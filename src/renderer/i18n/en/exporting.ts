import type { Mirror } from '../mirror.ts'
import type { exporting as source } from '../zh-Hans/exporting.ts'

export const exporting: Mirror<typeof source> = {}
