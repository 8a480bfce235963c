import { $isHeadingNode, HeadingNode, QuoteNode } from '@lexical/rich-text'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import {
  $createTextNode,
  $isLineBreakNode,
  LineBreakNode,
  mergeRegister,
  ParagraphNode,
  TextNode,
  type ElementNode,
  type LexicalEditor,
} from 'lexical'
import { useEffect } from 'react'

/** What a paste brings along and Markdown cannot say is taken off at once, not when the note is next opened. */
export function NoteShapePlugin(): null {
  const [editor] = useLexicalComposerContext()
  useEffect(() => keepSayable(editor), [editor])
  return null
}

/** Keeps an editor's state to what its Markdown holds. */
export function keepSayable(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(TextNode, (node) => {
      const wanted = node.hasFormat('code') ? CODE : node.getFormat() & (BOLD | ITALIC)
      if (node.getFormat() !== wanted) node.setFormat(wanted)
      if (node.getStyle() !== '') node.setStyle('')
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
