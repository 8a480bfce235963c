import { z } from 'zod'
import { NOTE_KINDS, NOTE_LINK_KINDS } from '../../domain/note-link.ts'
import { color } from './annotation.ts'
import { articleId, beadId, highlightId, noteId, pairId, segmentId } from './ids.ts'
import { readingTarget } from './reader.ts'
import { timestamp } from './text.ts'

/** What a note is to be on: for writing it. `note`: one that is there, whatever it is on. */
export const noteTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('highlight'), highlightId }),
  z.object({ kind: z.literal('bead'), beadId }),
  z.object({ kind: z.literal('article'), articleId }),
  z.object({ kind: z.literal('free') }),
  z.object({ kind: z.literal('note'), noteId }),
])
export type NoteTarget = z.infer<typeof noteTarget>

/** What a note is on, with what is needed to tell it and to go there. `segmentId`: the first there, null when lost. */
export const noteHome = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('highlight'),
    highlightId,
    color,
    quote: z.string(),
    articleId,
    title: z.string(),
    language: z.string(),
    segmentId: segmentId.nullable(),
    target: readingTarget,
  }),
  z.object({
    kind: z.literal('bead'),
    beadId,
    pairId,
    /** Among the pair's beads, from 1. */
    number: z.int(),
    /** The left side's words, or the right one's where there is no left. */
    quote: z.string(),
    title: z.string(),
    language: z.string(),
    segmentId: segmentId.nullable(),
    target: readingTarget,
  }),
  z.object({
    kind: z.literal('article'),
    articleId,
    title: z.string(),
    language: z.string(),
    target: readingTarget,
  }),
  z.object({ kind: z.literal('free') }),
])
export type NoteHome = z.infer<typeof noteHome>

/** A note in a list: its beginning as one reads it, without its Markdown. */
export const noteRow = z.object({
  id: noteId,
  excerpt: z.string(),
  on: noteHome,
  createdAt: timestamp,
  updatedAt: timestamp,
})
export type NoteRow = z.infer<typeof noteRow>

export const fullNote = noteRow.extend({ body: z.string() })
export type FullNote = z.infer<typeof fullNote>

export const noteKind = z.enum(NOTE_KINDS)
export const noteLinkKind = z.enum(NOTE_LINK_KINDS)

/** The other end of a link in a note. */
export const noteLink = z.object({ kind: noteLinkKind, id: z.string().min(1).max(64) })

/** Something that a note may link to. */
export const linkTarget = noteLink.extend({
  /** What the link says when it is chosen: a title, a quote's beginning, a tag's path. */
  label: z.string(),
  /** Where it is or what else it is called; '' where nothing more is to be said. */
  detail: z.string(),
})
export type LinkTarget = z.infer<typeof linkTarget>

/** Where a link in a note leads. */
export const linkPlace = noteLink.extend({
  /** Its name now; null when it is gone from the library. */
  label: z.string().nullable(),
  /** Where it is read; null for what is not in a text. */
  target: readingTarget.nullable(),
  segmentId: segmentId.nullable(),
  /** The articles it is in, so that one that is open already can be stayed in. */
  articleIds: z.array(articleId),
})
export type LinkPlace = z.infer<typeof linkPlace>
