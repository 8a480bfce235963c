/** Things with an address of their own: `duizhao://article/ID` opens it in Duizhao. */
export type Addressed = 'article' | 'pair' | 'tag' | 'speaker' | 'highlight' | 'highlights' | 'note'

/** The link back into the library. One form for each kind of thing, the same in every export. */
export function duizhaoAddress(kind: Addressed, id: string): string {
  return `duizhao://${kind}/${id}`
}

/** The address of the whole library. */
export const LIBRARY_ADDRESS = 'duizhao://library'

/**
 * The id of the paragraph that holds a highlight, to be linked to as `#^…`. Obsidian allows Latin letters,
 * digits and dashes; ids of ours have nothing else.
 */
export function blockId(highlightId: string): string {
  return `hl-${highlightId.replace(/[^A-Za-z0-9-]/gu, '-')}`
}

/** The same for a note that is on no highlight. */
export function noteBlockId(noteId: string): string {
  return `note-${noteId.replace(/[^A-Za-z0-9-]/gu, '-')}`
}
