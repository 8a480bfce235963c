import type { reading as source } from '../zh-Hans/reading.ts'
import type { Mirror } from '../mirror.ts'

export const reading: Mirror<typeof source> = {}
