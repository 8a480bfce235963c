/** What a note can be on. */
export const NOTE_KINDS = ['highlight', 'bead', 'article', 'free'] as const
export type NoteKind = (typeof NOTE_KINDS)[number]

/** What a note can link to. */
export const NOTE_LINK_KINDS = ['article', 'highlight', 'tag', 'term', 'note'] as const
export type NoteLinkKind = (typeof NOTE_LINK_KINDS)[number]

/** The other end of a link in a note. */
export interface NoteLink {
  readonly kind: NoteLinkKind
  readonly id: string
}

const ADDRESS = /^duizhao:\/\/([a-z]+)\/([^\s/?#<>()]{1,64})$/u

/** The address a link in a note has, as `[label](address)`. */
export function noteLinkAddress({ kind, id }: NoteLink): string {
  return `duizhao://${kind}/${id}`
}

/** What an address in a note points to; null for any other address. */
export function parseNoteLink(address: string): NoteLink | null {
  const [, name, id] = ADDRESS.exec(address) ?? []
  const kind = NOTE_LINK_KINDS.find((each) => each === name)
  return kind === undefined || id === undefined ? null : { kind, id }
}
