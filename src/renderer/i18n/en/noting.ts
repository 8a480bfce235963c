import type { Mirror } from '../mirror.ts'
import type { noting as source } from '../zh-Hans/noting.ts'

export const noting: Mirror<typeof source> = {
  title: 'Notes',
  kind: {
    all: 'All',
    highlight: 'On highlights',
    bead: 'On beads',
    article: 'On articles',
    free: 'Free',
  },
  home: {
    bead: 'Bead {{number}} · {{title}}',
  },
  link: {
    choices: 'What can be linked to',
    none: 'Nothing to link to',
    gone: '(gone from the library)',
    goneHint: 'What this link pointed to is gone from the library.',
    kinds: { article: 'Article', highlight: 'Highlight', tag: 'Tag', term: 'Term', note: 'Note' },
  },
  box: { ticked: 'Ticked', open: 'Not ticked' },
  backlinks: {
    title: 'Linked from',
    ofTag: 'Notes that link to it',
  },
  list: {
    label: 'Notes',
    search: 'Search notes',
    kinds: 'Where notes are',
    count_one: '{{count}} note',
    count_other: '{{count}} notes',
    more_one: 'Show {{count}} more',
    more_other: 'Show {{count}} more',
    linkedTo: 'Only notes that link to “{{label}}”',
    clear: 'Clear filter',
    empty: 'No notes yet.',
    emptyHint:
      'Press N to write one. Type [[ in a note to link to articles, highlights, tags, terms and other notes.',
    noMatch: 'No notes match the filter.',
    nothingOpen: 'Choose a note, or press N to write one.',
    gone: 'This note is gone from the library.',
  },
  action: {
    new: 'New note',
    remove: 'Delete note',
    goHome: 'Show in the text',
    back: 'Back to the list',
    removed: 'Note deleted',
    undo: 'Undo',
  },
  editor: {
    free: 'Free note',
    bead: 'Note on bead {{number}}',
    article: 'Note on “{{title}}”',
  },
  reader: {
    articleNotes: 'Notes on the article',
    beadNotes: 'Note on bead {{number}}',
    close: 'Close',
    noBead: 'Not aligned yet: there is no bead to write a note on.',
    mark: 'Bead {{number}} has a note, open it',
    write: 'Write a note…',
    writeOf: 'Write a note on {{title}}…',
  },
  keys: {
    group: 'Notes',
    new: 'New note',
    search: 'Search notes',
    edit: 'Edit the chosen note',
    remove: 'Delete the chosen note',
    home: 'Show in the text',
    next: 'Next note',
    previous: 'Previous note',
    bead: 'Note on this bead',
    article: 'Note on this article',
  },
}
