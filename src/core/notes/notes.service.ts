import type {
  FullNote,
  LinkPlace,
  LinkTarget,
  NoteRow,
  NoteTarget,
} from '../../shared/contract/schemas/note.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { BeadId, NoteId, PairId } from '../../shared/domain/ids.ts'
import type { NoteLink } from '../../shared/domain/note-link.ts'
import { newId, type AreaContext } from '../area-context.ts'
import { requirePresentArticle } from '../articles/articles.service.ts'
import { requireHighlight } from '../annotations/annotations.service.ts'
import { shorten } from '../history/shorten.ts'
import type { ReadDb } from '../store/handles.ts'
import { findLinkTargets, findPlaces } from './link-targets.repo.ts'
import { readHomes } from './note-homes.repo.ts'
import { countNotes, listNoteIds, type NoteFilter } from './note-list.repo.ts'
import {
  deleteNote,
  findNote,
  findNoteOfHighlight,
  insertNote,
  listBeadsWithNotes,
  listNotesOfArticle,
  listNotesOfBead,
  readNotes,
  updateNote,
  type StoredNote,
} from './notes.repo.ts'
import { plainNote } from './plain-note.ts'

/** How much of a note a list shows, in UTF-16 code units. */
const EXCERPT = 240
/** More notes than this that link to one thing are not told. */
const MOST_BACKLINKS = 500

export interface NotesService {
  /**
   * Saves a note (Markdown) and what it links to. Saves of one `session` are one step of the history; an empty body
   * removes the note. Throws `not_found` for what is not in the library.
   */
  save(target: NoteTarget, body: string, session: string, origin: string | null): FullNote | null
  get(target: NoteTarget): FullNote[]
  list(filter: NoteFilter, from: number, limit: number): { total: number; rows: NoteRow[] }
  /** Throws `not_found` when one of them is not there; then none is removed. */
  remove(ids: readonly NoteId[], origin: string | null): void
  backlinks(link: NoteLink): NoteRow[]
  linkTargets(query: string, limit: number): LinkTarget[]
  places(links: readonly NoteLink[]): LinkPlace[]
  onBeads(pairId: PairId): BeadId[]
}

export function createNotesService({ store, now }: AreaContext): NotesService {
  function rows(ids: readonly NoteId[]): NoteRow[] {
    return full(store.read, readNotes(store.read, ids)).map(({ body: _body, ...row }) => row)
  }

  return {
    save(target, body, session, origin) {
      const place = placeOf(store.read, target)
      const { existing } = place
      const isEmpty = body.trim() === ''
      if (isEmpty ? existing === null : existing?.body === body) return first(existing)

      const id = existing?.id ?? newId<'note'>()
      const label = {
        kind: isEmpty ? 'note.remove' : 'note.save',
        subject: shorten(plainNote(isEmpty ? (existing?.body ?? '') : body)),
        count: 1,
      } as const
      // A free note has no name but its own; what it is on names any other, also after it was emptied.
      const mergeKey = `note:${place.key ?? id}:${session}`
      store.write({ label, scope: place.scope, origin, mergeKey }, (db) => {
        if (existing === null) insertNote(db, { id, body, at: now(), ...place.on })
        else if (isEmpty) deleteNote(db, id)
        else updateNote(db, id, body, now())
      })
      return first(findNote(store.read, id))
    },

    get: (target) => full(store.read, notesOf(store.read, target)),

    list(filter, from, limit) {
      return {
        total: countNotes(store.read, filter),
        rows: rows(listNoteIds(store.read, filter, from, limit)),
      }
    },

    remove(ids, origin) {
      const notes = [...new Set(ids)].map((id) => requireNote(store.read, id))
      const label = {
        kind: 'note.remove',
        subject: shorten(plainNote(notes[0]?.body ?? '')),
        count: notes.length,
      } as const
      store.write({ label, scope: '', origin }, (db) => {
        for (const { id } of notes) deleteNote(db, id)
      })
    },

    backlinks: (linksTo) =>
      rows(listNoteIds(store.read, { kinds: [], text: '', linksTo }, 0, MOST_BACKLINKS)),

    linkTargets: (query, limit) => findLinkTargets(store.read, query, limit),

    places: (links) => findPlaces(store.read, links),

    onBeads: (pairId) => listBeadsWithNotes(store.read, pairId),
  }

  function first(note: StoredNote | null): FullNote | null {
    return note === null ? null : (full(store.read, [note])[0] ?? null)
  }
}

function full(db: ReadDb, notes: readonly StoredNote[]): FullNote[] {
  return [...readHomes(db, notes)].map(([{ id, body, createdAt, updatedAt }, on]) => ({
    id,
    body,
    excerpt: excerptOf(body),
    on,
    createdAt,
    updatedAt,
  }))
}

function excerptOf(body: string): string {
  return plainNote(body).trim().replace(/\s+/gu, ' ').slice(0, EXCERPT).toWellFormed()
}

interface NotePlace {
  readonly existing: StoredNote | null
  readonly on: Pick<Partial<StoredNote>, 'highlightId' | 'beadId' | 'articleId'>
  /** Names what the note is on; null for a free one. */
  readonly key: string | null
  readonly scope: string
}

/** Where a note is or would be. Throws `not_found`. */
function placeOf(db: ReadDb, target: NoteTarget): NotePlace {
  switch (target.kind) {
    case 'note': {
      const existing = requireNote(db, target.noteId)
      const { highlightId, beadId, articleId } = existing
      if (highlightId !== null) return placeOf(db, { kind: 'highlight', highlightId })
      const [home] = readHomes(db, [existing]).values()
      const scope = home !== undefined && 'target' in home ? scopeOf(home.target) : ''
      // One of several notes on a bead or an article is told by its own name.
      const key = beadId !== null ? `bead:${beadId}` : articleId !== null ? `article:${articleId}` : null
      const isFirst = key !== null && notesOf(db, onOf(existing))[0]?.id === existing.id
      return { existing, on: { highlightId, beadId, articleId }, key: isFirst ? key : null, scope }
    }
    case 'highlight': {
      const { highlightId } = target
      const [span] = requireHighlight(db, highlightId).spans
      return {
        existing: findNoteOfHighlight(db, highlightId),
        on: { highlightId },
        key: highlightId,
        scope: span === undefined ? '' : `article:${span.articleId}`,
      }
    }
    case 'bead': {
      const { beadId } = target
      const pairId = db.value<PairId>('SELECT pair_id FROM beads WHERE id = ?', [beadId])
      if (pairId === undefined) throw new DuizhaoError('not_found', 'There is no such row in this library.')
      const [existing = null] = listNotesOfBead(db, beadId)
      return { existing, on: { beadId }, key: `bead:${beadId}`, scope: `pair:${pairId}` }
    }
    case 'article': {
      const { articleId } = target
      requirePresentArticle(db, articleId)
      const [existing = null] = listNotesOfArticle(db, articleId)
      return { existing, on: { articleId }, key: `article:${articleId}`, scope: `article:${articleId}` }
    }
    case 'free':
      return { existing: null, on: {}, key: null, scope: '' }
  }
}

function onOf({ id, beadId, articleId }: StoredNote): NoteTarget {
  if (beadId !== null) return { kind: 'bead', beadId }
  return articleId !== null ? { kind: 'article', articleId } : { kind: 'note', noteId: id }
}

function scopeOf(target: { kind: 'pair'; pairId: PairId } | { kind: 'article'; articleId: string }): string {
  return target.kind === 'pair' ? `pair:${target.pairId}` : `article:${target.articleId}`
}

function notesOf(db: ReadDb, target: NoteTarget): StoredNote[] {
  const some = (note: StoredNote | null): StoredNote[] => (note === null ? [] : [note])
  switch (target.kind) {
    case 'note':
      return some(findNote(db, target.noteId))
    case 'highlight':
      return some(findNoteOfHighlight(db, target.highlightId))
    case 'bead':
      return listNotesOfBead(db, target.beadId)
    case 'article':
      return listNotesOfArticle(db, target.articleId)
    case 'free':
      return []
  }
}

function requireNote(db: ReadDb, id: NoteId): StoredNote {
  const note = findNote(db, id)
  if (note === null) throw new DuizhaoError('not_found', 'There is no such note in this library.', { id })
  return note
}
