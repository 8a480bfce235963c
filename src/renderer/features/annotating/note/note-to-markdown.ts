import { $isCodeNode } from '@lexical/code'
import { $isListItemNode, $isListNode, type ListNode } from '@lexical/list'
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text'
import { $getRoot, $isElementNode } from 'lexical'
import { inlineToMarkdown, type ItalicMark } from './inline-to-markdown.ts'
import {
  parseInline,
  type HeadingLevel,
  type NoteBlock,
  type NoteItem,
  type NoteList,
} from './markdown-blocks.ts'
import { $inlineRuns, runsKey, tidy, type InlineRun } from './note-inline.ts'

/** The open note as Markdown; '' for an empty one. Call it inside `editorState.read`. */
export function $noteToMarkdown(): string {
  return blocksToMarkdown($readBlocks())
}

/** The blocks of the editor's root. Empty paragraphs, which Markdown cannot say, are left out. */
export function $readBlocks(): NoteBlock[] {
  return $getRoot()
    .getChildren()
    .flatMap((node): NoteBlock[] => {
      if ($isListNode(node)) return [$readList(node)]
      if ($isCodeNode(node)) {
        return [{ kind: 'code', language: node.getLanguage() ?? '', text: node.getTextContent() }]
      }
      if (!$isElementNode(node)) return []
      const runs = $inlineRuns(node)
      if (runs.length === 0) return []
      if ($isHeadingNode(node)) {
        return [{ kind: 'heading', level: Number(node.getTag().slice(1)) as HeadingLevel, runs }]
      }
      return [{ kind: $isQuoteNode(node) ? 'quote' : 'paragraph', runs }]
    })
}

function $readList(list: ListNode): NoteList {
  const items: { runs: InlineRun[]; lists: NoteList[] }[] = []
  for (const item of list.getChildren()) {
    if (!$isListItemNode(item)) continue
    const inner = item.getChildren().filter((child) => $isListNode(child))
    // Lexical keeps a nested list in an item of its own, after the one it belongs to.
    const home = items.at(-1)
    const runs = $inlineRuns(item)
    if (inner.length > 0 && runs.length === 0 && home !== undefined) home.lists.push(...inner.map($readList))
    else items.push({ runs, lists: inner.map($readList) })
  }
  const ordered = list.getListType() === 'number'
  return { kind: 'list', ordered, start: ordered ? list.getStart() : 1, items }
}

/** Blocks as Markdown, divided by empty lines. */
export function blocksToMarkdown(blocks: readonly NoteBlock[]): string {
  let previous: NoteBlock | null = null
  let alternate = false
  const parts: string[] = []
  for (const block of blocks) {
    // Two lists in a row need different markers, or they would be read as one.
    alternate =
      block.kind === 'list' && previous?.kind === 'list' && previous.ordered === block.ordered && !alternate
    parts.push(blockToMarkdown(block, alternate))
    previous = block
  }
  return parts.join('\n\n')
}

function blockToMarkdown(block: NoteBlock, alternate: boolean): string {
  switch (block.kind) {
    case 'paragraph':
      return inline(block.runs)
    case 'heading':
      // A heading is one line; a break in it becomes a space.
      return `${'#'.repeat(block.level)} ${headingText(block.runs)}`
    case 'quote':
      return inline(block.runs).replace(/^/gmu, '> ')
    case 'code': {
      const fence = '`'.repeat(
        Math.max(3, ...[...block.text.matchAll(/`{3,}/gu)].map((match) => match[0].length + 1)),
      )
      return `${fence}${block.language}\n${block.text}${block.text === '' ? '' : '\n'}${fence}`
    }
    case 'list':
      return listToMarkdown(block, alternate)
  }
}

function headingText(runs: readonly InlineRun[]): string {
  const oneLine = runs.map((run) => (run.text === '\n' ? { ...run, text: ' ' } : run))
  return inline(oneLine).replace(/(\s)(#+)$/u, '$1\\$2')
}

function listToMarkdown(list: NoteList, alternate: boolean): string {
  const lines = list.items.map((item, index) => {
    const marker = list.ordered ? `${list.start + index}${alternate ? ')' : '.'}` : alternate ? '*' : '-'
    return itemToMarkdown(item, `${marker} `)
  })
  return lines.join('\n')
}

function itemToMarkdown(item: NoteItem, marker: string): string {
  const indent = ' '.repeat(marker.length)
  const text = inline(item.runs).replace(/\n/gu, `\n${indent}`)
  const nested = item.lists.map((list, index) => listToMarkdown(list, index % 2 === 1))
  return [(marker + text).trimEnd(), ...nested.map((part) => part.replace(/^/gmu, indent))].join('\n')
}

const ITALIC_MARKS: readonly ItalicMark[] = ['*', '_']

/**
 * Writes runs and reads them back; where overlapping bold and italics would be read as something else,
 * the next way of writing italics is taken, at last none, so that the words are never at risk.
 */
function inline(runs: readonly InlineRun[]): string {
  const wanted = runsKey(runs)
  for (const mark of ITALIC_MARKS) {
    const markdown = inlineToMarkdown(runs, mark)
    if (runsKey(parseInline(markdown)) === wanted) return markdown
  }
  return inlineToMarkdown(tidy(runs.map((run) => ({ ...run, italic: false }))), '')
}
