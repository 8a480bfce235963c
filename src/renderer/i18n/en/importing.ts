import type { Mirror } from '../mirror.ts'
import type { importing as source } from '../zh-Hans/importing.ts'

export const importing: Mirror<typeof source> = {}
