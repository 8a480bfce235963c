import type { Mirror } from '../mirror.ts'
import type { figures as source } from '../zh-Hans/figures.ts'

export const figures: Mirror<typeof source> = {
  title: 'Figures',
}
