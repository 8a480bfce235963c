import type { Draft } from '../shared/contract/schemas/import.ts'
import type { JobId } from '../shared/domain/ids.ts'
import type { Session } from './session.ts'

export const LANGUAGE_CHOICES = ['auto', 'zh', 'en'] as const
export type LanguageChoice = (typeof LANGUAGE_CHOICES)[number]

/** What is assumed of a text that does not show which of a language's forms it is in. */
const DEFAULT_FORM = { zh: 'zh-Hans', en: 'en' } as const

/** The most files the core reads in one job. */
const BATCH = 10_000

/** A file as it was read, and the job that holds it until it is saved or discarded. */
export interface ReadFile {
  readonly path: string
  readonly jobId: JobId
  readonly draft: Draft
}

/**
 * Reads files without saving them. A chosen language holds for all of them: a text that was taken for
 * another is read once more in it. (Not at once, because `zh` alone does not say simplified or traditional,
 * which the text does.)
 */
export async function readDrafts(
  session: Session,
  paths: readonly string[],
  language: LanguageChoice,
): Promise<ReadFile[]> {
  const read = await readAll(session, paths, null)
  if (language === 'auto') return read
  const isOther = ({ draft }: ReadFile): boolean =>
    draft.status === 'ready' && draft.metadata.language.split('-')[0] !== language
  const others = read.filter(isOther)
  if (others.length === 0) return read
  const again = await readAll(
    session,
    others.map((file) => file.path),
    DEFAULT_FORM[language],
  )
  const byPath = new Map(again.map((file) => [file.path, file]))
  return read.map((file) => byPath.get(file.path) ?? file)
}

async function readAll(
  session: Session,
  paths: readonly string[],
  language: string | null,
): Promise<ReadFile[]> {
  const read: ReadFile[] = []
  for (let from = 0; from < paths.length; from += BATCH) {
    const batch = paths.slice(from, from + BATCH)
    const { jobId } = await session.api.imports.read({
      grantIds: batch.map((path) => session.core.grants.addFile(path)),
      ...(language === null ? {} : { language }),
    })
    await session.finished(jobId, 'reading')
    // Drafts come in the order of the grants.
    const drafts = await session.api.imports.drafts({ jobId })
    drafts.forEach((draft, at) => read.push({ path: batch[at] ?? draft.name, jobId, draft }))
  }
  return read
}
