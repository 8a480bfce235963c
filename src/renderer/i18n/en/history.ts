import type { Mirror } from '../mirror.ts'
import type { history as source } from '../zh-Hans/history.ts'

export const history: Mirror<typeof source> = {
  title: 'History',
  empty: 'No steps yet. Each thing you do is kept here, also after a restart.',
  undone: 'Undone: {{step}}',
  redone: 'Redone: {{step}}',
  nothingToUndo: 'Nothing left to undo',
  nothingToRedo: 'Nothing left to redo',
  isUndone: 'Undone',
  current: 'Now',
  goTo: 'Open its text',
  one: {
    article: {
      import: 'Import “{{subject}}”',
      update: 'Edit the details of “{{subject}}”',
      remove: 'Remove “{{subject}}”',
      restore: 'Restore “{{subject}}”',
    },
    pair: {
      create: 'Pair “{{subject}}”',
      update: 'Edit the pair “{{subject}}”',
      remove: 'Take apart the pair “{{subject}}”',
      restore: 'Restore the pair “{{subject}}”',
      align: 'Align “{{subject}}”',
    },
    highlight: {
      create: 'Highlight “{{subject}}”',
      recolor: 'Recolor “{{subject}}”',
      resize: 'Move the edges of “{{subject}}”',
      remove: 'Delete the highlight “{{subject}}”',
      tag: 'Tag {{subject}}',
      untag: 'Take off the tag {{subject}}',
    },
    tag: {
      create: 'New tag {{subject}}',
      update: 'Edit the tag {{subject}}',
      remove: 'Delete the tag {{subject}}',
    },
    note: { save: 'Write the note “{{subject}}”', remove: 'Delete the note “{{subject}}”' },
    sample: { add: 'Add the sample texts' },
  },
  many: {
    article: {
      import: 'Import {{count}} articles',
      update: 'Edit the details of {{count}} articles',
      remove: 'Remove {{count}} articles',
      restore: 'Restore {{count}} articles',
    },
    pair: {
      create: 'Make {{count}} pairs',
      update: 'Edit {{count}} pairs',
      remove: 'Take apart {{count}} pairs',
      restore: 'Restore {{count}} pairs',
      align: 'Align {{count}} units',
    },
    highlight: {
      create: 'Highlight {{count}} passages',
      recolor: 'Recolor {{count}} highlights',
      resize: 'Move the edges of {{count}} highlights',
      remove: 'Delete {{count}} highlights',
      tag: 'Tag {{count}} highlights {{subject}}',
      untag: 'Take the tag {{subject}} off {{count}} highlights',
    },
    tag: {
      create: 'New: {{count}} tags',
      update: 'Edit {{count}} tags',
      remove: 'Delete {{count}} tags',
    },
    note: { save: 'Write {{count}} notes', remove: 'Delete {{count}} notes' },
    sample: { add: 'Add {{count}} sample texts' },
  },
}
