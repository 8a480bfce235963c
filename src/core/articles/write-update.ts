import type { RevisionId, SpeakerId } from '../../shared/domain/ids.ts'
import type { CarriedOver } from '../../shared/text/carry-over.ts'
import { newId } from '../area-context.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'
import {
  findOriginalId,
  findOriginalOf,
  insertOriginal,
  setOriginal,
  updateArticle,
} from './articles.repo.ts'
import { keepRevision } from './keep-revision.ts'
import type { CorrectedFile } from './read-corrected-file.ts'
import { isSameText, placeRows, writeText, type ArticleState } from './revise-article.ts'
import { continueBlocks, type CutBlock } from './revised-blocks.ts'
import { findSpeaker, insertSpeaker } from './speakers.repo.ts'
import type { NewBlock } from './text.repo.ts'

/** A corrected file laid over an article as it stands. */
export interface Update {
  readonly state: ArticleState
  readonly file: CorrectedFile
  readonly cut: readonly CutBlock[]
  readonly over: CarriedOver
}

/** The text as it would be; who speaks is found only where the library knows them. */
export function toBlocks(db: ReadDb, { state, file, cut, over }: Update): NewBlock[] {
  return continueBlocks(state.rows, cut, over.ids, (speaker) => {
    const found = file.speakers[speaker]
    return found === undefined ? null : findSpeaker(db, { language: file.language, ...found })
  })
}

/** Whether neither the text nor the file it is from nor what is said of it would change. */
export function isNothingNew(db: ReadDb, update: Update): boolean {
  const { articleId, rows } = update.state
  if (update.file.metadata !== null) return false
  const present = findOriginalId(db, articleId)
  const known = findOriginalOf(db, articleId, update.file.original.sha256)
  return known !== null && known === present && isSameText(rows, placeRows(rows, toBlocks(db, update)))
}

/**
 * Brings an article up to date, inside a running write; answers the revision that holds the text as it was, or null
 * when the text has not changed.
 */
export function writeUpdate(db: WriteDb, update: Update, at: number): RevisionId | null {
  const { state, file, cut, over } = update
  const { articleId, rows } = state
  const known = new Map<number, SpeakerId>()
  const blocks = continueBlocks(rows, cut, over.ids, (speaker) => {
    const id = known.get(speaker) ?? findOrInsertSpeaker(db, file, speaker, at)
    if (id !== null) known.set(speaker, id)
    return id
  })
  const isSame = isSameText(rows, placeRows(rows, blocks))
  const revisionId = isSame ? null : keepRevision(db, articleId, 'update', at)
  if (!isSame) writeText(db, state, blocks, over, at)
  const original = findOriginalOf(db, articleId, file.original.sha256)
  if (original === null) insertOriginal(db, articleId, file.original)
  else setOriginal(db, articleId, original)
  if (file.metadata !== null) updateArticle(db, articleId, file.metadata, at)
  return revisionId
}

function findOrInsertSpeaker(
  db: WriteDb,
  { speakers, language }: CorrectedFile,
  speaker: number,
  at: number,
): SpeakerId | null {
  const found = speakers[speaker]
  if (found === undefined) return null
  const name = { language, ...found }
  const known = findSpeaker(db, name)
  if (known !== null) return known
  const id = newId<'speaker'>()
  insertSpeaker(db, id, name, at)
  return id
}
