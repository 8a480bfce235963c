import type { Mirror } from '../mirror.ts'
import type { speaking as source } from '../zh-Hans/speaking.ts'

export const speaking: Mirror<typeof source> = {
  title: 'Speakers',
}
