import { $isListItemNode } from '@lexical/list'
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_HIGH,
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  KEY_DOWN_COMMAND,
  OUTDENT_CONTENT_COMMAND,
} from 'lexical'
import { useEffect, useEffectEvent } from 'react'
import { isComposing } from '../../../ui/keys.ts'
import { isApple } from '../../../ui/platform.ts'

/** Mod+Enter and Esc lead back to the text; Tab nests a list's lines and otherwise moves on. */
export function NoteKeysPlugin({
  onDone,
  takesFocus,
}: {
  readonly onDone: () => void
  /** Whether the caret is put into the editor when it opens. */
  readonly takesFocus: boolean
}): null {
  const [editor] = useLexicalComposerContext()
  const done = useEffectEvent(onDone)

  useEffect(() => {
    if (takesFocus) editor.focus(undefined, { defaultSelection: 'rootEnd' })
  }, [editor, takesFocus])

  useEffect(() => {
    // Lexical would take the Enter that ends a word, and that some systems send after the end, for one of its own.
    const stopGuard = editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => isComposing(event) && OF_INPUT_METHODS.has(event.key),
      COMMAND_PRIORITY_CRITICAL,
    )
    const stopKeys = editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        if (isComposing(event) || editor.isComposing()) return false
        const mod = isApple ? event.metaKey : event.ctrlKey
        if (event.key === 'Escape' || (event.key === 'Enter' && mod)) {
          event.preventDefault()
          event.stopPropagation()
          done()
          return true
        }
        if (event.key === 'Tab' && !mod && !event.altKey && $inListItem()) {
          event.preventDefault()
          return editor.dispatchCommand(
            event.shiftKey ? OUTDENT_CONTENT_COMMAND : INDENT_CONTENT_COMMAND,
            undefined,
          )
        }
        // Formats a note cannot keep must not look as if it could.
        if (mod && event.key.toLowerCase() === 'u') {
          event.preventDefault()
          return true
        }
        if (mod && event.key.toLowerCase() === 'e') {
          event.preventDefault()
          return editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'code')
        }
        return false
      },
      COMMAND_PRIORITY_HIGH,
    )
    return () => {
      stopGuard()
      stopKeys()
    }
  }, [editor])

  return null
}

/** Keys that choose and cancel words while an input method composes. */
const OF_INPUT_METHODS: ReadonlySet<string> = new Set([
  'Enter',
  'Escape',
  'Tab',
  'Backspace',
  'Delete',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
])

function $inListItem(): boolean {
  const selection = $getSelection()
  return (
    $isRangeSelection(selection) &&
    $findMatchingParent(selection.anchor.getNode(), (node) => $isListItemNode(node)) !== null
  )
}
