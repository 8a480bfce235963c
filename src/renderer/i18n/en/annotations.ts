import type { Mirror } from '../mirror.ts'
import type { annotations as source } from '../zh-Hans/annotations.ts'

export const annotations: Mirror<typeof source> = {
  title: 'Annotations',
  views: {
    label: 'View',
    highlights: 'Highlights',
    notes: 'Notes',
    codebook: 'Codebook',
    speakers: 'Speakers',
    figures: 'Figures',
    review: 'To check',
    reviewCount_one: 'To check {{count}}',
    reviewCount_other: 'To check {{count}}',
  },
}
