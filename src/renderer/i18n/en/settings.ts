import type { Mirror } from '../mirror.ts'
import type { settings as source } from '../zh-Hans/settings.ts'

export const settings: Mirror<typeof source> = {}
