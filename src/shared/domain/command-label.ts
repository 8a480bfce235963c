/** What a step of the history did, in words of the catalogue (`history.<kind>`). */
export const COMMAND_KINDS = [
  'article.import',
  'article.update',
  'article.remove',
  'article.restore',
  'pair.create',
  'pair.update',
  'pair.remove',
  'pair.restore',
  'pair.align',
  'pair.lock',
  'pair.import',
  'bead.pull',
  'bead.push',
  'bead.merge',
  'bead.insert',
  'bead.shift',
  'bead.pop',
  'bead.split',
  'bead.unmatch',
  'bead.swap',
  'bead.pinpoint',
  'bead.move',
  'bead.verify',
  'bead.unverify',
  'bead.review',
  'text.edit',
  'text.split',
  'text.join',
  'link.create',
  'link.accept',
  'link.dismiss',
  'link.remove',
  'term.create',
  'term.remove',
  'highlight.create',
  'highlight.recolor',
  'highlight.resize',
  'highlight.remove',
  'highlight.tag',
  'highlight.untag',
  'tag.create',
  'tag.update',
  'tag.remove',
  'note.save',
  'note.remove',
  'sample.add',
] as const
export type CommandKind = (typeof COMMAND_KINDS)[number]

/** A step's label: its kind, what it was about (a title, a quote cut short, a tag path) and how many things. */
export interface CommandLabel {
  readonly kind: CommandKind
  readonly subject: string
  readonly count: number
}
