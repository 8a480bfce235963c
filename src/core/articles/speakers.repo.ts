import type { LanguageTag } from '../../shared/domain/article.ts'
import type { ArticleId, SpeakerId } from '../../shared/domain/ids.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'

export interface SpeakerName {
  readonly language: LanguageTag
  readonly name: string
  readonly role: string | null
}

export interface Speaker {
  readonly id: SpeakerId
  readonly names: SpeakerName[]
}

/** The speakers of the articles' blocks, in the order their ids were made. */
export function readSpeakers(db: ReadDb, articleIds: readonly ArticleId[]): Speaker[] {
  const rows = db.all<SpeakerName & { id: SpeakerId }>(
    `SELECT n.speaker_id AS id, n.language, n.name, n.role FROM speaker_names AS n
     WHERE n.speaker_id IN (SELECT DISTINCT speaker_id FROM blocks
       WHERE article_id IN (SELECT value FROM json_each(?)) AND speaker_id IS NOT NULL)
     ORDER BY n.speaker_id, n.language`,
    [JSON.stringify(articleIds)],
  )
  const speakers = new Map<SpeakerId, Speaker>()
  for (const { id, ...name } of rows) {
    const speaker = speakers.get(id) ?? { id, names: [] }
    speaker.names.push(name)
    speakers.set(id, speaker)
  }
  return [...speakers.values()]
}

/** The speaker known by this very name and role in this language. */
export function findSpeaker(db: ReadDb, { language, name, role }: SpeakerName): SpeakerId | null {
  return (
    db.value<SpeakerId>(
      'SELECT speaker_id FROM speaker_names WHERE name = ? AND language = ? AND role IS ? ORDER BY speaker_id LIMIT 1',
      [name, language, role],
    ) ?? null
  )
}

export function insertSpeaker(db: WriteDb, id: SpeakerId, name: SpeakerName, at: number): void {
  db.run('INSERT INTO speakers (id, created_at) VALUES (?, ?)', [id, at])
  db.run('INSERT INTO speaker_names (speaker_id, language, name, role) VALUES (?, ?, ?, ?)', [
    id,
    name.language,
    name.name,
    name.role,
  ])
}
