/** What can change, in the words a reader of the data uses. Each table of the store belongs to one of them. */
export const ENTITIES = [
  'article',
  'text',
  'revision',
  'speaker',
  'pair',
  'bead',
  'link',
  'term',
  'highlight',
  'tag',
  'note',
  'setting',
  'reading',
  'history',
  'backup',
] as const
export type Entity = (typeof ENTITIES)[number]
