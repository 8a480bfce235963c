import type { Mirror } from '../mirror.ts'
import type { noting as source } from '../zh-Hans/noting.ts'

export const noting: Mirror<typeof source> = {
  title: 'Notes',
}
