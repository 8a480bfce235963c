import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

/** The tree other programs see: CommonMark with GFM. */
export function parseGfm(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
}

/** Plain CommonMark, for readers that know no more. */
export function parseCommonMark(markdown: string): Root {
  return fromMarkdown(markdown)
}

/** What a reader of the rendered page sees; hard and soft breaks are line feeds. */
export function visibleText(node: Nodes): string {
  if (node.type === 'break') return '\n'
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map((child) => visibleText(child)).join('') : ''
}

/** The kinds of nodes in a tree. */
export function nodeTypes(node: Nodes): string[] {
  return [node.type, ...('children' in node ? node.children.flatMap((child) => nodeTypes(child)) : [])]
}

/**
 * A tree without positions, to compare what was read from different places; and without what does not
 * matter: the spacing of lists (which micromark judges differently inside a quote), white space in HTML,
 * and how lines end.
 */
export function comparable(node: Nodes): unknown {
  if ('value' in node) {
    const value = node.value.replaceAll('\r\n', '\n')
    return { type: node.type, value: node.type === 'html' ? value.replace(/\s+/gu, ' ') : value }
  }
  const { position: _, ...own } = node
  const facts = 'spread' in own ? { ...own, spread: null } : own
  return 'children' in node ? { ...facts, children: node.children.map((child) => comparable(child)) } : facts
}
