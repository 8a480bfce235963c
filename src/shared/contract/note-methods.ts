import { z } from 'zod'
import { command, type Method } from './define.ts'
import { note, noteBody } from './schemas/annotation.ts'
import { highlightId } from './schemas/ids.ts'

/** The part of the contract that is about notes. */
export const noteMethods = {
  /**
   * Saves a highlight's note while it is typed. Saves of one `session` (one stay in the editor) are one
   * step of the history. An empty body removes the note.
   */
  'notes.save': command({
    input: z.object({ highlightId, body: noteBody, session: z.string().min(1).max(64) }),
    output: z.object({ note: note.nullable() }),
  }),
} as const satisfies Record<string, Method>
