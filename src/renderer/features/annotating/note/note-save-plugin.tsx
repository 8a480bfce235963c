import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { HISTORY_MERGE_TAG } from 'lexical'
import { useEffect } from 'react'
import type { HighlightId } from '../../../../shared/domain/ids.ts'
import { api, onEvent } from '../../../api/api.ts'
import { reportError } from '../../../data/query-client.ts'
import { $setNote } from './markdown-to-note.ts'
import { NoteAutosave } from './note-autosave.ts'
import { $noteToMarkdown } from './note-to-markdown.ts'

/** Marks an update as what the library holds already. */
const LOADED = 'note-loaded'

/** Saves the note while it is typed, and shows what others (or undo) made of it. */
export function NoteSavePlugin({
  highlightId,
  body,
}: {
  readonly highlightId: HighlightId
  readonly body: string
}): null {
  const [editor] = useLexicalComposerContext()

  useEffect(() => {
    const session = crypto.randomUUID()
    // Not `getEditorState()`: what is read must include updates that are still under way.
    const read = (): string => editor.read($noteToMarkdown)
    const autosave = new NoteAutosave(body, read(), async (next) => {
      try {
        await api.notes.save({ highlightId, body: next, session })
      } catch (error) {
        reportError(error)
        throw error
      }
    })
    const flush = (): void => void autosave.flush()

    const stopUpdates = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
      if (tags.has(LOADED) || (dirtyElements.size === 0 && dirtyLeaves.size === 0)) return
      // Half a syllable of an input method is not text yet; its end is an update of its own.
      if (!editor.isComposing()) autosave.change(read)
    })
    const stopRoot = editor.registerRootListener((root, previous) => {
      previous?.removeEventListener('blur', flush)
      root?.addEventListener('blur', flush)
    })

    /** Our own saves find the editor as it is, and change nothing. */
    const reload = async (): Promise<void> => {
      const [annotation] = await api.annotations.get({ highlightIds: [highlightId] })
      const stored = annotation?.note?.body ?? ''
      if (annotation === undefined || autosave.isBusy || editor.isComposing() || stored === autosave.saved)
        return
      editor.update(() => $setNote(stored), {
        tag: [LOADED, HISTORY_MERGE_TAG],
        onUpdate: () => autosave.adopt(stored, read()),
      })
    }
    const stopEvents = onEvent((event) => {
      if (event.name !== 'changed' || !event.entities.includes('highlight') || autosave.isBusy) return
      const { highlight } = event.ids
      if (highlight === undefined || highlight.includes(highlightId)) reload().catch(reportError)
    })

    window.addEventListener('pagehide', flush)
    return () => {
      stopEvents()
      stopUpdates()
      stopRoot()
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [editor, highlightId, body])

  return null
}
