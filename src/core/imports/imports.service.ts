import { createHash } from 'node:crypto'
import type { EnvelopeError } from '../../shared/contract/envelope.ts'
import type { Draft } from '../../shared/contract/schemas/import.ts'
import type { LanguageTag } from '../../shared/domain/article.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { ArticleId, DraftId, GrantId, JobId } from '../../shared/domain/ids.ts'
import type { ImportedBlock, ImportedDocument } from '../../shared/domain/imported-document.ts'
import { newId, type AreaContext } from '../area-context.ts'
import { findArticleBySha256 } from '../articles/articles.repo.ts'
import { patchMetadata, type ArticlePatch } from '../articles/articles.service.ts'
import type { GrantBook } from '../grants.ts'
import { shorten } from '../history/shorten.ts'
import type { JobControls, JobRunner } from '../jobs/job-runner.ts'
import type { WorkerPool } from '../jobs/worker-pool.ts'
import { blocksWithText, prepareArticle, type PreparedArticle } from './prepare-article.ts'
import { readSource } from './read-source.ts'
import { writeArticle } from './write-article.ts'

interface ReadyDraft {
  readonly status: 'ready'
  readonly id: DraftId
  readonly jobId: JobId
  readonly name: string
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly document: ImportedDocument
}

interface FailedDraft {
  readonly status: 'failed'
  readonly id: DraftId
  readonly jobId: JobId
  readonly name: string
  readonly error: EnvelopeError
}

export interface SaveRequest {
  readonly draftId: DraftId
  readonly metadata?: ArticlePatch | undefined
}

export interface ImportsService {
  /** Reads granted files into drafts, one after the other; one that fails does not stop the others. */
  read(grantIds: readonly GrantId[], language: LanguageTag | null): JobId
  drafts(jobId: JobId): Draft[]
  draftBlocks(draftId: DraftId): readonly ImportedBlock[]
  /** Saves drafts as one step and forgets them. Throws `not_found` for one that failed or is gone. */
  save(requests: readonly SaveRequest[], origin: string | null): Promise<ArticleId[]>
  /** Forgets a job's drafts; nothing was saved. */
  discard(jobId: JobId): void
}

export function createImportsService(
  { store, now }: AreaContext,
  deps: {
    readonly jobs: JobRunner
    readonly pool: WorkerPool
    readonly grants: GrantBook
    readonly toError: (error: unknown) => EnvelopeError
  },
): ImportsService {
  const drafts = new Map<DraftId, ReadyDraft | FailedDraft>()

  async function readOne(
    jobId: JobId,
    grantId: GrantId,
    language: LanguageTag | null,
    controls: JobControls,
  ): Promise<ReadyDraft | FailedDraft> {
    const identity = { id: newId<'draft'>(), jobId }
    let name = ''
    try {
      const source = deps.grants.fileOf(grantId)
      name = source.name
      const bytes = await readSource(source)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const document = await deps.pool.run('read', { name, bytes, language }, controls)
      deps.grants.release(grantId)
      return { status: 'ready', ...identity, name, bytes, sha256, document }
    } catch (error) {
      if (error instanceof DuizhaoError && error.code === 'cancelled') throw error
      return { status: 'failed', ...identity, name, error: deps.toError(error) }
    }
  }

  function draftsOf(jobId: JobId): Draft[] {
    const firstBySha256 = new Map<string, DraftId>()
    return [...drafts.values()]
      .filter((draft) => draft.jobId === jobId)
      .map((draft) => {
        if (draft.status === 'failed') return describe(draft, null)
        const first = firstBySha256.get(draft.sha256) ?? null
        if (first === null) firstBySha256.set(draft.sha256, draft.id)
        return describe(draft, first)
      })
  }

  function describe(draft: ReadyDraft | FailedDraft, sameAs: DraftId | null): Draft {
    if (draft.status === 'failed') {
      return { status: 'failed', id: draft.id, name: draft.name, error: draft.error }
    }
    const { document } = draft
    return {
      status: 'ready',
      id: draft.id,
      name: draft.name,
      byteLength: draft.bytes.byteLength,
      encoding: document.encoding,
      metadata: { ...document.metadata },
      speakers: document.speakers.map((speaker) => ({ ...speaker })),
      findings: document.findings.map((finding) => ({ ...finding })),
      warnings: document.warnings.map((warning) => ({ ...warning })),
      blockCount: document.blocks.length,
      characterCount: document.blocks.reduce((sum, block) => sum + block.text.length, 0),
      duplicateOf: findArticleBySha256(store.read, draft.sha256),
      sameAs,
    }
  }

  function requireDraft(id: DraftId): ReadyDraft {
    const draft = drafts.get(id)
    if (draft?.status !== 'ready') {
      throw new DuizhaoError(
        'not_found',
        'This file was not read, or has been saved or discarded. Import it again.',
        { id },
      )
    }
    return draft
  }

  async function prepare({
    draftId,
    metadata,
  }: SaveRequest): Promise<{ draft: ReadyDraft; article: PreparedArticle }> {
    const draft = requireDraft(draftId)
    const merged = patchMetadata(draft.document.metadata, metadata ?? {})
    const texts = blocksWithText(draft.document).map((block) => block.text)
    const unstoppable = { signal: new AbortController().signal, progress: () => undefined }
    const sentences = await deps.pool.run('split', { language: merged.language, texts }, unstoppable)
    return { draft, article: prepareArticle(draft.document, merged, sentences) }
  }

  return {
    read(grantIds, language) {
      const job = { kind: 'import', subject: String(grantIds.length), total: grantIds.length } as const
      return deps.jobs.start(job, async (jobId, { signal, progress }) => {
        const read: (ReadyDraft | FailedDraft)[] = []
        for (const [index, grantId] of grantIds.entries()) {
          // A file's own progress is a fraction of the job's unit, the file.
          const ofFile = (done: number, total: number): void =>
            progress(index + done / Math.max(total, 1), grantIds.length)
          read.push(await readOne(jobId, grantId, language, { signal, progress: ofFile }))
          progress(index + 1, grantIds.length)
        }
        // All at once and at the end: a job cancelled half way leaves nothing.
        for (const draft of read) drafts.set(draft.id, draft)
      })
    },

    drafts: draftsOf,

    draftBlocks: (draftId) => requireDraft(draftId).document.blocks,

    async save(requests, origin) {
      const prepared: { draft: ReadyDraft; article: PreparedArticle }[] = []
      for (const request of requests) prepared.push(await prepare(request))
      const [first] = prepared
      const label = {
        kind: 'article.import',
        subject: shorten(first?.article.metadata.title ?? ''),
        count: prepared.length,
      } as const
      store.write({ label, scope: '', origin, touches: ['article', 'text', 'speaker'] }, (db) => {
        for (const { draft, article } of prepared) {
          const original = {
            name: draft.name,
            encoding: draft.document.encoding,
            sha256: draft.sha256,
            bytes: draft.bytes,
          }
          writeArticle(db, article, original, now())
        }
      })
      for (const { draft } of prepared) drafts.delete(draft.id)
      return prepared.map(({ article }) => article.id)
    },

    discard(jobId) {
      for (const draft of drafts.values()) if (draft.jobId === jobId) drafts.delete(draft.id)
    },
  }
}
