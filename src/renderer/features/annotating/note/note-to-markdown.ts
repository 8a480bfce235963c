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
  const type = list.getListType()
  const items: { checked: boolean; runs: InlineRun[]; lists: NoteList[] }[] = []
  for (const item of list.getChildren()) {
    if (!$isListItemNode(item)) continue
    const inner = item.getChildren().filter((child) => $isListNode(child))
    // Lexical keeps a nested list in an item of its own, after the one it belongs to.
    const home = items.at(-1)
    const runs = $inlineRuns(item)
    if (inner.length > 0 && runs.length === 0 && home !== undefined) home.lists.push(...inner.map($readList))
    else {
      const checked = type === 'check' && item.getChecked() === true
      items.push({ checked, runs, lists: inner.map($readList) })
    }
  }
  return { kind: 'list', type, start: type === 'number' ? list.getStart() : 1, items }
}

/** Blocks as Markdown, divided by empty lines. */
export function blocksToMarkdown(blocks: readonly NoteBlock[]): string {
  let previous: NoteBlock | null = null
  let alternate = false
  const parts: string[] = []
  for (const block of blocks) {
    // Two lists in a row need different markers, or they would be read as one.
    alternate =
      block.kind === 'list' && previous?.kind === 'list' && sameMarkers(previous, block) && !alternate
    parts.push(blockToMarkdown(block, alternate))
    previous = block
  }
  return parts.join('\n\n')
}

/** Lists that follow each other and would be read as one. */
function sameMarkers(one: NoteList, other: NoteList): boolean {
  return (one.type === 'number') === (other.type === 'number')
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
  // A list of lines that all begin with a box would be one of boxes.
  const looksChecked =
    list.type === 'bullet' && list.items.every((item) => BOX.test(inline(item.runs).split('\n', 1)[0] ?? ''))
  const lines = list.items.map((item, index) => {
    const marker =
      list.type === 'number' ? `${list.start + index}${alternate ? ')' : '.'}` : alternate ? '*' : '-'
    const box = list.type === 'check' ? (item.checked ? '[x] ' : '[ ] ') : looksChecked ? '\\' : ''
    return itemToMarkdown(item, `${marker} `, box)
  })
  return lines.join('\n')
}

const CANNOT_INTERRUPT = /^(?:[-*]|\d+[.)])(?:\n|$)|^(?!1[.)])\d/u
const BOX = /^\[[ xX]\](?:[ \t]|$)/u

function itemToMarkdown(item: NoteItem, marker: string, box: string): string {
  const indent = ' '.repeat(marker.length)
  const text = inline(item.runs).replace(/\n/gu, `\n${indent}`)
  let alternate = false
  const nested = item.lists.map((list, index) => {
    const previous = item.lists[index - 1]
    alternate = previous !== undefined && sameMarkers(previous, list) && !alternate
    return listToMarkdown(list, alternate)
  })
  let written = (marker + box + text).trimEnd()
  for (const part of nested) {
    // Below text, a list that begins with an empty line or another number than 1 would be read as more text.
    const gap = (box + text).trim() !== '' && CANNOT_INTERRUPT.test(part) ? '\n\n' : '\n'
    written += gap + part.replace(/^(?=.)/gmu, indent)
  }
  return written
}

const ITALIC_MARKS: readonly ItalicMark[] = ['*', '_']

/**
 * Writes runs and reads them back; where overlapping bold and italics would be read as something else, the next way
 * of writing them is taken: marks kept apart, then emphasis off the white space where it changes, which nobody
 * sees. At last one without italics, so that the words are never at risk.
 */
function inline(runs: readonly InlineRun[]): string {
  for (const candidate of [runs, withPlainSpaces(runs)]) {
    const wanted = runsKey(candidate)
    for (const apart of [false, true]) {
      for (const mark of ITALIC_MARKS) {
        const markdown = inlineToMarkdown(candidate, mark, apart)
        if (runsKey(parseInline(markdown)) === wanted) return markdown
      }
    }
  }
  return inlineToMarkdown(tidy(runs.map((run) => ({ ...run, italic: false }))), '')
}

/** Runs that begin and end with no white space under emphasis. */
function withPlainSpaces(runs: readonly InlineRun[]): InlineRun[] {
  return tidy(
    runs.flatMap((run) => {
      if (!run.bold && !run.italic) return [run]
      return run.text
        .split(/^(\s+)|(\s+)$/u)
        .filter((text) => text !== undefined && text !== '')
        .map((text) => (text.trim() === '' ? { ...run, text, bold: false, italic: false } : { ...run, text }))
    }),
  )
}
