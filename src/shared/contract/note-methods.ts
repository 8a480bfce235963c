import { z } from 'zod'
import { command, query, type Method } from './define.ts'
import { noteBody } from './schemas/annotation.ts'
import { beadId, noteId, pairId } from './schemas/ids.ts'
import {
  fullNote,
  linkPlace,
  linkTarget,
  noteKind,
  noteLink,
  noteLinkKind,
  noteRow,
  noteTarget,
} from './schemas/note.ts'

/** The part of the contract that is about notes. */
export const noteMethods = {
  /**
   * Saves a note while it is typed. Saves of one `session` (one stay in the editor) are one step of the history.
   * An empty body removes the note. A bead or an article that has several (beads were merged) means its first.
   * What is free is a new note each time: go on with the id that is answered.
   */
  'notes.save': command({
    input: z.object({ target: noteTarget, body: noteBody, session: z.string().min(1).max(64) }),
    output: z.object({ note: fullNote.nullable() }),
  }),
  /** The notes on something, oldest first, or one note. Removed articles and pairs have none. */
  'notes.get': query({
    input: z.object({ target: noteTarget }),
    output: z.array(fullNote),
    reads: ['note', 'highlight', 'article', 'pair', 'bead', 'text'],
  }),
  /** Notes of the library, the last changed first. All parts of the filter must fit. */
  'notes.list': query({
    input: z.object({
      kinds: z.array(noteKind).default([]),
      /** In the note, in the quote or in the title of what it is on; ASCII case is no difference. */
      text: z.string().max(500).default(''),
      linksTo: noteLink.nullable().default(null),
      from: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(1000).default(200),
    }),
    output: z.object({ total: z.int(), rows: z.array(noteRow) }),
    reads: ['note', 'highlight', 'article', 'pair', 'bead', 'text'],
  }),
  'notes.remove': command({
    input: z.object({ noteIds: z.array(noteId).min(1).max(10_000) }),
    output: z.object({}),
  }),
  /** Notes that link to something. */
  'notes.backlinks': query({
    input: z.object({ targetKind: noteLinkKind, targetId: z.string().min(1).max(64) }),
    output: z.array(noteRow),
    reads: ['note', 'highlight', 'article', 'pair', 'bead', 'text'],
  }),
  /** What a note may link to, for the list behind `[[`; what was used or made last where nothing is asked for. */
  'notes.linkTargets': query({
    input: z.object({ query: z.string().max(200), limit: z.int().min(1).max(100).default(20) }),
    output: z.array(linkTarget),
    reads: ['note', 'highlight', 'article', 'tag', 'term'],
  }),
  /** Where links lead, in the order they were asked for. */
  'notes.places': query({
    input: z.object({ links: z.array(noteLink).max(1000) }),
    output: z.array(linkPlace),
    reads: ['note', 'highlight', 'article', 'pair', 'tag', 'term', 'text'],
  }),
  /** The beads of a pair that have a note. */
  'notes.onBeads': query({
    input: z.object({ pairId }),
    output: z.array(beadId),
    reads: ['note', 'bead'],
  }),
} as const satisfies Record<string, Method>
