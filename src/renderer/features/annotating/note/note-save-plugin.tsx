import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { HISTORY_MERGE_TAG } from 'lexical'
import { useEffect, useEffectEvent } from 'react'
import type { FullNote, NoteTarget } from '../../../../shared/contract/schemas/note.ts'
import { api, onEvent } from '../../../api/api.ts'
import { reportError } from '../../../data/query-client.ts'
import { $setNote } from './markdown-to-note.ts'
import { NoteAutosave } from './note-autosave.ts'
import { $noteToMarkdown } from './note-to-markdown.ts'

/** Marks an update as what the library holds already. */
const LOADED = 'note-loaded'

export interface NoteSaveProps {
  readonly target: NoteTarget
  /** What a note is written on once it has been emptied, and so removed; the target itself where that stays. */
  readonly home: NoteTarget
  readonly body: string
  readonly onSaved: (note: FullNote | null) => void
}

/** Saves the note while it is typed, and shows what others (or undo) made of it. */
export function NoteSavePlugin({ target, home, body, onSaved }: NoteSaveProps): null {
  const [editor] = useLexicalComposerContext()
  const saved = useEffectEvent(onSaved)

  useEffect(() => {
    const session = crypto.randomUUID()
    let current = target
    // Not `getEditorState()`: what is read must include updates that are still under way.
    const read = (): string => editor.read($noteToMarkdown)
    const take = (note: FullNote | null): void => {
      if (note === null) current = home
      else if (current.kind === 'free') current = { kind: 'note', noteId: note.id }
    }
    const autosave = new NoteAutosave(body, read(), async (next) => {
      try {
        const { note } = await api.notes.save({ target: current, body: next, session })
        take(note)
        saved(note)
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
      const [note = null] = await api.notes.get({ target: current })
      const stored = note?.body ?? ''
      if (autosave.isBusy || editor.isComposing() || stored === autosave.saved) return
      take(note)
      editor.update(() => $setNote(stored), {
        tag: [LOADED, HISTORY_MERGE_TAG],
        onUpdate: () => autosave.adopt(stored, read()),
      })
    }
    const stopEvents = onEvent((event) => {
      if (event.name !== 'changed' || !event.entities.includes('note')) return
      if (autosave.isBusy || current.kind === 'free') return
      const ids = event.ids.note
      if (current.kind !== 'note' || ids === undefined || ids.includes(current.noteId)) {
        reload().catch(reportError)
      }
    })

    window.addEventListener('pagehide', flush)
    return () => {
      stopEvents()
      stopUpdates()
      stopRoot()
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [editor, target, home, body])

  return null
}
