import type { Mirror } from '../mirror.ts'
import type { codebook as source } from '../zh-Hans/codebook.ts'

export const codebook: Mirror<typeof source> = {
  title: 'Codebook',
}
