import { $createCodeNode } from '@lexical/code'
import { $createLinkNode, type LinkNode } from '@lexical/link'
import { $createListItemNode, $createListNode, type ListNode } from '@lexical/list'
import { $createHeadingNode, $createQuoteNode } from '@lexical/rich-text'
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  type ElementNode,
  type LexicalNode,
} from 'lexical'
import { parseNote, type NoteBlock, type NoteList } from './markdown-blocks.ts'
import { BREAK, type InlineRun } from './note-inline.ts'

/** Replaces the editor's content by a note. Call it inside `editor.update`. */
export function $setNote(body: string): void {
  const root = $getRoot()
  root.clear()
  for (const block of parseNote(body)) root.append($createBlock(block))
  if (root.isEmpty()) root.append($createParagraphNode())
}

function $createBlock(block: NoteBlock): LexicalNode {
  switch (block.kind) {
    case 'paragraph':
      return $fill($createParagraphNode(), block.runs)
    case 'heading':
      return $fill($createHeadingNode(`h${block.level}`), block.runs)
    case 'quote':
      return $fill($createQuoteNode(), block.runs)
    case 'code': {
      const code = $createCodeNode(block.language === '' ? undefined : block.language)
      return $appendLines(code, block.text)
    }
    case 'list':
      return $createList(block)
  }
}

function $createList(list: NoteList): ListNode {
  const node = $createListNode(list.type, list.start)
  for (const item of list.items) {
    node.append($fill($createListItemNode(list.type === 'check' ? item.checked : undefined), item.runs))
    for (const nested of item.lists) node.append($createListItemNode().append($createList(nested)))
  }
  return node
}

function $appendLines<Node extends ElementNode>(element: Node, text: string): Node {
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) element.append($createLineBreakNode())
    if (line !== '') element.append($createTextNode(line))
  }
  return element
}

function $fill<Node extends ElementNode>(element: Node, runs: readonly InlineRun[]): Node {
  let link: LinkNode | null = null
  for (const run of runs) {
    if (run.text === BREAK) {
      link = null
      element.append($createLineBreakNode())
      continue
    }
    const text = $createTextNode(run.text)
    if (run.bold) text.toggleFormat('bold')
    if (run.italic) text.toggleFormat('italic')
    if (run.code) text.toggleFormat('code')
    if (run.link === null) {
      link = null
      element.append(text)
    } else {
      if (link === null || link.getURL() !== run.link) {
        link = $createLinkNode(run.link)
        element.append(link)
      }
      link.append(text)
    }
  }
  return element
}
