import { $isListItemNode, $isListNode } from '@lexical/list'
import { $isHeadingNode, HeadingNode, QuoteNode } from '@lexical/rich-text'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import {
  $createTextNode,
  $getSelection,
  $isLineBreakNode,
  $isRangeSelection,
  LineBreakNode,
  mergeRegister,
  ParagraphNode,
  TextNode,
  type ElementNode,
  type LexicalEditor,
} from 'lexical'
import { useEffect } from 'react'
import { useT } from '../../../i18n/i18n.ts'

/** What a paste brings along and Markdown cannot say is taken off at once, not when the note is next opened. */
export function NoteShapePlugin(): null {
  const [editor] = useLexicalComposerContext()
  const t = useT('noting')
  const ticked = t('box.ticked')
  const open = t('box.open')
  useEffect(() => keepSayable(editor), [editor])
  useEffect(() => describeBoxes(editor, { ticked, open }), [editor, ticked, open])
  return null
}

/**
 * A line with a box stays a line of its list for screen readers, which a line of the role `checkbox` is not. Lexical
 * sets the role again with each of its updates, so the elements are watched, and not the nodes.
 */
function describeBoxes(
  editor: LexicalEditor,
  words: { readonly ticked: string; readonly open: string },
): () => void {
  const describe = (element: Element): void => {
    const checked = element.getAttribute('aria-checked')
    if (checked === null) return
    element.setAttribute('aria-description', checked === 'true' ? words.ticked : words.open)
    element.removeAttribute('role')
    element.removeAttribute('aria-checked')
  }
  const observer = new MutationObserver(() => {
    for (const element of editor.getRootElement()?.querySelectorAll('[aria-checked]') ?? []) describe(element)
  })
  const stop = editor.registerRootListener((root) => {
    observer.disconnect()
    if (root === null) return
    observer.observe(root, { subtree: true, childList: true, attributeFilter: ['aria-checked'] })
    for (const element of root.querySelectorAll('[aria-checked]')) describe(element)
  })
  return () => {
    stop()
    observer.disconnect()
  }
}

/** `- [ ] ` begins a list of lines with boxes: `- ` has made it a list already when the box is typed. */
function $beginBoxes(node: TextNode): void {
  const item = node.getParent()
  if (!$isListItemNode(item) || item.getFirstChild() !== node) return
  const list = item.getParent()
  if (!$isListNode(list) || list.getListType() !== 'bullet' || list.getChildrenSize() > 1) return
  const box = /^\[([ xX]?)\] /u.exec(node.getTextContent())
  const selection = $getSelection()
  if (box === null || !$isRangeSelection(selection) || !selection.isCollapsed()) return
  const { key, offset } = selection.anchor
  if (key !== node.getKey() || offset !== box[0].length) return
  node.spliceText(0, offset, '', true)
  list.setListType('check')
  item.setChecked(box[1]?.toLowerCase() === 'x')
}

/** Keeps an editor's state to what its Markdown holds. */
export function keepSayable(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(TextNode, (node) => {
      const wanted = node.hasFormat('code') ? CODE : node.getFormat() & (BOLD | ITALIC)
      if (node.getFormat() !== wanted) node.setFormat(wanted)
      if (node.getStyle() !== '') node.setStyle('')
      if (!editor.isComposing()) $beginBoxes(node)
    }),
    editor.registerNodeTransform(LineBreakNode, (node) => {
      // A heading is one line.
      if ($isHeadingNode(node.getParent()) && $isLineBreakNode(node)) node.replace($createTextNode(' '))
    }),
    editor.registerNodeTransform(ParagraphNode, $plainBlock),
    editor.registerNodeTransform(HeadingNode, $plainBlock),
    editor.registerNodeTransform(QuoteNode, $plainBlock),
  )
}

/** The bits of Lexical's text formats. */
const BOLD = 1
const ITALIC = 2
const CODE = 16

function $plainBlock(node: ElementNode): void {
  if (node.getFormatType() !== '') node.setFormat('')
  if (node.getIndent() !== 0) node.setIndent(0)
}
