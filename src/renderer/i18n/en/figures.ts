import type { Mirror } from '../mirror.ts'
import type { figures as source } from '../zh-Hans/figures.ts'

export const figures: Mirror<typeof source> = {
  title: 'Figures',
  total_one: '{{count}} tagged highlight. Press a cell for its list.',
  total_other: '{{count}} tagged highlights. Press a cell for its list.',
  languages: {
    title: 'Tags by language',
    explanation: 'How many highlights carry each tag in each language; a mirrored one counts in both.',
  },
  speakers: {
    title: 'Tags by speaker',
    explanation: 'How many highlights carry each tag in the words of each speaker.',
  },
  times: {
    title: 'Tags over time',
    explanation: 'By the date of the article; all lines to one scale.',
    period: 'Period',
    year: 'By year',
    month: 'By month',
  },
  gaps_one: '{{count}} tag is used in one language only; the empty cell is framed with dashes.',
  gaps_other: '{{count}} tags are used in one language only; the empty cells are framed with dashes.',
  only: '{{column}} only',
  cell_one: '{{row}}, {{column}}: {{count}} highlight',
  cell_other: '{{row}}, {{column}}: {{count}} highlights',
  tag: 'Tag',
  all: 'All',
  noSpeaker: 'No speaker',
  noDate: 'No date',
  table: 'Table: {{title}}',
  showTable: 'Show table',
  hideTable: 'Hide table',
  saveSvg: 'SVG: download the picture of “{{title}}”',
  saveCsv: 'CSV: download the numbers of “{{title}}”',
  empty: 'Nothing to count yet.',
  emptyTitle: 'No tagged highlights yet',
  emptyBody:
    'Select text while reading and press T to tag it; who speaks of what, when and in which language will be shown here.',
  toLibrary: 'Go to the library',
}
