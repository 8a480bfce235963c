import type { SpeakerId } from '../../shared/domain/ids.ts'
import { newId } from '../area-context.ts'
import {
  insertOriginal,
  insertRemovedArticle,
  setArticleRemoved,
  type Original,
} from '../articles/articles.repo.ts'
import { findSpeaker, insertSpeaker } from '../articles/speakers.repo.ts'
import { insertText } from './insert-text.ts'
import type { WriteDb } from '../store/handles.ts'
import type { PreparedArticle } from './prepare-article.ts'

/** Speakers known by the same name and role are the same person; others are new. */
function findOrInsertSpeakers(db: WriteDb, article: PreparedArticle, at: number): SpeakerId[] {
  return article.speakers.map(({ name, role }) => {
    const speaker = { language: article.metadata.language, name, role }
    const known = findSpeaker(db, speaker)
    if (known !== null) return known
    const id = newId<'speaker'>()
    insertSpeaker(db, id, speaker, at)
    return id
  })
}

/**
 * Writes an article whole. Its many rows go in unrecorded, as an article that was removed; bringing it
 * back is the one recorded change, so undoing an import is a soft delete that loses nothing.
 */
export function writeArticle(db: WriteDb, article: PreparedArticle, original: Original, at: number): void {
  db.uncaptured(() => {
    const segments = article.blocks.flatMap((block) => block.segments)
    insertRemovedArticle(db, {
      id: article.id,
      metadata: article.metadata,
      blockCount: article.blocks.length,
      segmentCount: segments.length,
      characterCount: segments.reduce((sum, segment) => sum + segment.text.length, 0),
      at,
    })
    insertOriginal(db, article.id, original)
    const speakerIds = findOrInsertSpeakers(db, article, at)
    const blocks = article.blocks.map(({ speaker, ...block }) => ({
      ...block,
      speakerId: speaker === null ? null : (speakerIds[speaker] ?? null),
    }))
    insertText(db, article.id, blocks)
  })
  setArticleRemoved(db, article.id, null)
}
