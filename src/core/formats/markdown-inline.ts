import type { Definition, PhrasingContent } from 'mdast'

import type { Mark, MarkKind } from '../../shared/domain/text.ts'
import { foldLines, sliceMarked, type MarkedText } from './marked-text.ts'

/** The running text of one Markdown block. */
export interface InlineText {
  /** Divided at hard line breaks; without empty lines. */
  readonly lines: readonly MarkedText[]
  /** Alternative texts of the images in it. */
  readonly captions: readonly string[]
}

/** What inline nodes need to know of their document. */
export interface InlineContext {
  readonly definitions: ReadonlyMap<string, Definition>
  /** Whether the document is in a script without spaces between words. */
  readonly wide: boolean
}

interface Builder {
  parts: string[]
  length: number
  marks: Mark[]
  /** Offsets of hard breaks. */
  breaks: number[]
  captions: string[]
}

function append(builder: Builder, text: string): void {
  builder.parts.push(text)
  builder.length += text.length
}

function marked(builder: Builder, kind: MarkKind, value: string | undefined, write: () => void): void {
  const start = builder.length
  write()
  if (builder.length > start) {
    builder.marks.push({ kind, start, end: builder.length, ...(value === undefined ? {} : { value }) })
  }
}

function visitAll(builder: Builder, nodes: readonly PhrasingContent[], context: InlineContext): void {
  for (const node of nodes) visit(builder, node, context)
}

function visit(builder: Builder, node: PhrasingContent, context: InlineContext): void {
  switch (node.type) {
    case 'text':
      return append(builder, node.value)
    case 'emphasis':
      return marked(builder, 'emphasis', undefined, () => visitAll(builder, node.children, context))
    case 'strong':
      return marked(builder, 'strong', undefined, () => visitAll(builder, node.children, context))
    case 'inlineCode':
      return marked(builder, 'code', undefined, () => append(builder, node.value))
    case 'link':
      return marked(builder, 'link', node.url, () => visitAll(builder, node.children, context))
    case 'linkReference': {
      const url = context.definitions.get(node.identifier)?.url
      if (url === undefined) return visitAll(builder, node.children, context)
      return marked(builder, 'link', url, () => visitAll(builder, node.children, context))
    }
    case 'footnoteReference':
      // The label stays in the text, so that the place of the note is not lost where marks are not shown.
      return marked(builder, 'footnote', node.label ?? node.identifier, () =>
        append(builder, `[${node.label ?? node.identifier}]`),
      )
    case 'delete':
      return visitAll(builder, node.children, context)
    case 'image':
    case 'imageReference': {
      const caption = node.alt?.replace(/\s+/gu, ' ').trim() ?? ''
      if (caption !== '') builder.captions.push(caption)
      return
    }
    case 'break':
      builder.breaks.push(builder.length)
      return
    case 'html':
      // One tag or comment; the words between two tags are text nodes of their own.
      if (/^<br\b/iu.test(node.value)) builder.breaks.push(builder.length)
      return
  }
}

/** Inline Markdown nodes → plain text with marks. Raw HTML is dropped to its text, images to their alternative text. */
export function readInline(nodes: readonly PhrasingContent[], context: InlineContext): InlineText {
  const builder: Builder = { parts: [], length: 0, marks: [], breaks: [], captions: [] }
  visitAll(builder, nodes, context)
  // Inner marks are closed before outer ones; in the order of the text they are easier to work with.
  const marks = builder.marks.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const whole: MarkedText = { text: builder.parts.join(''), marks }
  const edges = [0, ...builder.breaks, builder.length]
  const lines = edges
    .slice(0, -1)
    .map((start, index) => foldLines(sliceMarked(whole, start, edges[index + 1] ?? start), context.wide))
    .filter((line) => line.text !== '')
  return { lines, captions: builder.captions }
}
