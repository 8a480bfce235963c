import { $isCodeNode } from '@lexical/code'
import { $createLinkNode, $isLinkNode } from '@lexical/link'
import {
  $createTextNode,
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  type TextNode,
} from 'lexical'
import type { LinkTarget } from '../../../../shared/contract/schemas/note.ts'
import { noteLinkAddress } from '../../../../shared/domain/note-link.ts'

/** What is being written behind `[[`. An input method for Chinese gives `【【` for the same keys. */
export interface LinkQuery {
  readonly nodeKey: string
  /** Where the brackets begin in their text node. */
  readonly start: number
  readonly text: string
}

const OPENING = /(?:\[\[|【【)([^[\]【】\n]{0,60})$/u

/** The link that is being written where the caret stands. Call it inside `editor.read`. */
export function $linkQuery(): LinkQuery | null {
  const node = $caretText()
  if (node === null || node.text.hasFormat('code')) return null
  const match = OPENING.exec(node.text.getTextContent().slice(0, node.offset))
  if (match === null) return null
  const isElsewhere = $findMatchingParent(node.text, (each) => $isCodeNode(each) || $isLinkNode(each))
  if (isElsewhere !== null) return null
  return { nodeKey: node.text.getKey(), start: match.index, text: match[1] ?? '' }
}

/** Puts a link in the place of the brackets and what is behind them; the caret comes after it. */
export function $insertLink(query: LinkQuery, target: LinkTarget): void {
  const node = $caretText()
  if (node === null || node.text.getKey() !== query.nodeKey) return
  const parts = node.text.splitText(query.start, node.offset)
  const written = query.start === 0 ? parts[0] : parts[1]
  if (written === undefined) return
  const link = $createLinkNode(noteLinkAddress(target))
  // A plain text in a plain link: nodes that are all of a piece break input methods.
  link.append($createTextNode(target.label))
  written.replace(link)
  link.selectNext(0, 0)
}

function $caretText(): { readonly text: TextNode; readonly offset: number } | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null
  const text = selection.anchor.getNode()
  return $isTextNode(text) ? { text, offset: selection.anchor.offset } : null
}
