import type { BlockContent, DefinitionContent, ListItem, PhrasingContent, Root, RootContent } from 'mdast'

import type { BlockKind } from '../../shared/domain/text.ts'
import { htmlToText } from './html-text.ts'
import { readInline, type InlineContext } from './markdown-inline.ts'
import { draftBlock, type DraftBlock } from './reading.ts'

/** What the blocks inside a quotation or a list are. */
interface Setting {
  readonly kind: Extract<BlockKind, 'paragraph' | 'quote' | 'list-item'>
  readonly level: number
}

interface Writer {
  readonly blocks: DraftBlock[]
  readonly context: InlineContext
}

function writeInline(
  writer: Writer,
  kind: BlockKind,
  level: number,
  nodes: readonly PhrasingContent[],
): void {
  const { lines, captions } = readInline(nodes, writer.context)
  for (const { text, marks } of lines) writer.blocks.push(draftBlock(kind, text, level, marks))
  for (const caption of captions) writer.blocks.push(draftBlock('caption', caption))
}

/** Text whose lines must stay lines (code, HTML): a block each. */
function writeLines(writer: Writer, setting: Setting, text: string, code: boolean): void {
  for (const line of text.split('\n')) {
    const trimmed = code ? line.trimEnd() : line.trim()
    if (trimmed === '') continue
    const marks = code ? [{ kind: 'code' as const, start: 0, end: trimmed.length }] : []
    writer.blocks.push(draftBlock(setting.kind, trimmed, setting.level, marks))
  }
}

/** Puts a label before a block's text: a list item's number, a footnote's label. */
function prefix(block: DraftBlock | undefined, label: string): void {
  if (block === undefined) return
  block.text = label + block.text
  block.marks = block.marks.map((mark) => ({
    ...mark,
    start: mark.start + label.length,
    end: mark.end + label.length,
  }))
}

function writeItem(writer: Writer, item: ListItem, level: number, number: number | null): void {
  const at = writer.blocks.length
  writeAll(writer, { kind: 'list-item', level }, item.children)
  // Numbers and ticks are part of what the text says; list items of the domain have no place for them.
  const tick = item.checked === true ? '☑ ' : item.checked === false ? '☐ ' : ''
  const label = (number === null ? '' : `${number}. `) + tick
  if (label !== '') prefix(writer.blocks[at], label)
}

function writeAll(
  writer: Writer,
  setting: Setting,
  nodes: readonly (RootContent | BlockContent | DefinitionContent)[],
): void {
  for (const node of nodes) write(writer, setting, node)
}

function write(writer: Writer, setting: Setting, node: RootContent): void {
  switch (node.type) {
    case 'heading':
      return writeInline(writer, 'heading', node.depth, node.children)
    case 'paragraph':
      return writeInline(writer, setting.kind, setting.level, node.children)
    case 'blockquote':
      return writeAll(writer, { kind: 'quote', level: 0 }, node.children)
    case 'list': {
      const level = Math.min(6, setting.kind === 'list-item' ? setting.level + 1 : 1)
      for (const [index, item] of node.children.entries()) {
        writeItem(writer, item, level, node.ordered === true ? (node.start ?? 1) + index : null)
      }
      return
    }
    case 'code':
      return writeLines(writer, setting, node.value, true)
    case 'html':
      return writeLines(writer, setting, htmlToText(node.value), false)
    case 'table':
      for (const row of node.children) {
        const cells = row.children.flatMap((cell, index): PhrasingContent[] =>
          index === 0 ? cell.children : [{ type: 'text', value: ' | ' }, ...cell.children],
        )
        writeInline(writer, setting.kind, setting.level, cells)
      }
      return
    case 'footnoteDefinition': {
      const at = writer.blocks.length
      writeAll(writer, setting, node.children)
      prefix(writer.blocks[at], `[${node.label ?? node.identifier}] `)
      return
    }
    case 'definition':
    case 'thematicBreak':
    case 'yaml':
      // A rule and a link's address are no text; front matter is read elsewhere.
      return
    case 'break':
    case 'delete':
    case 'emphasis':
    case 'footnoteReference':
    case 'image':
    case 'imageReference':
    case 'inlineCode':
    case 'link':
    case 'linkReference':
    case 'listItem':
    case 'strong':
    case 'tableCell':
    case 'tableRow':
    case 'text':
      // These stand only inside what is handled above.
      return
  }
}

/**
 * A Markdown tree → blocks in reading order. A hard line break begins a new block of the same kind, as do
 * the lines of code and the rows of a table, so that no block's text holds a line end.
 */
export function markdownBlocks(tree: Root, context: InlineContext): DraftBlock[] {
  const writer: Writer = { blocks: [], context }
  writeAll(writer, { kind: 'paragraph', level: 0 }, tree.children)
  return writer.blocks
}
