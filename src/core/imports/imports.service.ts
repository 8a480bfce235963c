import { createHash } from 'node:crypto'
import type { EnvelopeError } from '../../shared/contract/envelope.ts'
import type { Draft } from '../../shared/contract/schemas/import.ts'
import type { LanguageTag } from '../../shared/domain/article.ts'
import type { CommandLabel } from '../../shared/domain/command-label.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { ArticleId, DraftId, GrantId, JobId, PairId } from '../../shared/domain/ids.ts'
import type { ImportedBitext } from '../../shared/domain/imported-bitext.ts'
import type { ImportedBlock } from '../../shared/domain/imported-document.ts'
import { newId, type AreaContext } from '../area-context.ts'
import { findArticleBySha256 } from '../articles/articles.repo.ts'
import { patchMetadata, type ArticlePatch } from '../articles/articles.service.ts'
import type { GrantBook } from '../grants.ts'
import { sniffBitext } from '../formats/bitext/sniff-bitext.ts'
import { shorten } from '../history/shorten.ts'
import type { JobControls, JobRunner } from '../jobs/job-runner.ts'
import type { WorkerPool } from '../jobs/worker-pool.ts'
import { chooseSides, findSides, type ChosenSides, type Sides, type SidesChoice } from './choose-sides.ts'
import { describeDraft, type BitextDraft, type DocumentDraft, type KeptDraft } from './draft.ts'
import { blocksWithText, prepareArticle, type PreparedArticle } from './prepare-article.ts'
import { preparePair, type PreparedPair } from './prepare-pair.ts'
import { readSource } from './read-source.ts'
import { writeArticle } from './write-article.ts'
import { writePair } from './write-pair.ts'

export interface SaveRequest {
  readonly draftId: DraftId
  /** For a text. */
  readonly metadata?: ArticlePatch | undefined
  /** For aligned texts. */
  readonly bitext?:
    | (SidesChoice & { readonly left?: ArticlePatch | undefined; readonly right?: ArticlePatch | undefined })
    | undefined
}

/** What a draft has become: one article, or two and their pair. */
export interface SavedDraft {
  readonly draftId: DraftId
  readonly articleIds: ArticleId[]
  readonly pairId: PairId | null
}

type Prepared =
  | { readonly draft: DocumentDraft; readonly article: PreparedArticle }
  | { readonly draft: BitextDraft; readonly pair: PreparedPair }

export interface ImportsService {
  /** Reads granted files into drafts, one after the other; one that fails does not stop the others. */
  read(grantIds: readonly GrantId[], language: LanguageTag | null): JobId
  drafts(jobId: JobId): Draft[]
  /** Throws `not_found` for what is no text. */
  draftBlocks(draftId: DraftId): readonly ImportedBlock[]
  /** Throws `not_found` for what is no bitext, `invalid_input` for languages that it has not. */
  draftSides(draftId: DraftId, choice: SidesChoice): { readonly sides: Sides; readonly chosen: ChosenSides }
  /**
   * Saves drafts as one step and forgets them. Throws `not_found` for one that failed or is gone, `invalid_input`
   * for languages that one has not.
   */
  save(requests: readonly SaveRequest[], origin: string | null): Promise<SavedDraft[]>
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
  const drafts = new Map<DraftId, KeptDraft>()

  async function readOne(
    jobId: JobId,
    grantId: GrantId,
    language: LanguageTag | null,
    controls: JobControls,
  ): Promise<KeptDraft> {
    const identity = { id: newId<'draft'>(), jobId }
    let name = ''
    try {
      const source = deps.grants.fileOf(grantId)
      name = source.name
      const bytes = await readSource(source)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const file = { ...identity, name, bytes, sha256 }
      const reader = sniffBitext(name, bytes)
      const draft: KeptDraft =
        reader === null
          ? {
              status: 'ready',
              ...file,
              document: await deps.pool.run('read', { name, bytes, language }, controls),
            }
          : {
              status: 'bitext',
              ...file,
              bitext: await deps.pool.run('readBitext', { name, bytes, reader }, controls),
            }
      deps.grants.release(grantId)
      return draft
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
        if (draft.status === 'failed') return describeDraft(draft, { duplicateOf: null, sameAs: null })
        const sameAs = firstBySha256.get(draft.sha256) ?? null
        if (sameAs === null) firstBySha256.set(draft.sha256, draft.id)
        return describeDraft(draft, { duplicateOf: findArticleBySha256(store.read, draft.sha256), sameAs })
      })
  }

  function requireDraft(id: DraftId): DocumentDraft | BitextDraft {
    const draft = drafts.get(id)
    if (draft === undefined || draft.status === 'failed') throw goneDraft(id)
    return draft
  }

  async function prepare({ draftId, metadata, bitext }: SaveRequest): Promise<Prepared> {
    const draft = requireDraft(draftId)
    if (draft.status === 'bitext') return { draft, pair: prepareBitext(draft.bitext, bitext ?? {}) }
    const merged = patchMetadata(draft.document.metadata, metadata ?? {})
    const texts = blocksWithText(draft.document).map((block) => block.text)
    const unstoppable = { signal: new AbortController().signal, progress: () => undefined }
    const sentences = await deps.pool.run('split', { language: merged.language, texts }, unstoppable)
    return { draft, article: prepareArticle(draft.document, merged, sentences) }
  }

  return {
    read(grantIds, language) {
      const job = { kind: 'import', subject: String(grantIds.length), total: grantIds.length } as const
      return deps.jobs.start(job, async (jobId, { progress, ...controls }) => {
        const read: KeptDraft[] = []
        for (const [index, grantId] of grantIds.entries()) {
          // A file's own progress is a fraction of the job's unit, the file.
          const ofFile = (done: number, total: number): void =>
            progress(index + done / Math.max(total, 1), grantIds.length)
          read.push(await readOne(jobId, grantId, language, { ...controls, progress: ofFile }))
          progress(index + 1, grantIds.length)
        }
        // All at once and at the end: a job cancelled half way leaves nothing.
        for (const draft of read) drafts.set(draft.id, draft)
      })
    },

    drafts: draftsOf,

    draftBlocks(draftId) {
      const draft = requireDraft(draftId)
      if (draft.status !== 'ready') throw goneDraft(draftId)
      return draft.document.blocks
    },

    draftSides(draftId, choice) {
      const draft = requireDraft(draftId)
      if (draft.status !== 'bitext') throw goneDraft(draftId)
      const sides = findSides(draft.bitext, choice)
      return { sides, chosen: chooseSides(draft.bitext, sides) }
    },

    async save(requests, origin) {
      const prepared: Prepared[] = []
      for (const request of requests) prepared.push(await prepare(request))
      const touches = ['article', 'text', 'speaker', 'pair', 'bead', 'note'] as const
      store.write({ label: labelOf(prepared), scope: '', origin, touches }, (db) => {
        for (const one of prepared) {
          const { name, sha256, bytes } = one.draft
          const original = { name, sha256, bytes, encoding: encodingOf(one.draft) }
          if ('pair' in one) writePair(db, one.pair, original, now())
          else writeArticle(db, one.article, original, now())
        }
      })
      for (const { draft } of prepared) drafts.delete(draft.id)
      return prepared.map((one): SavedDraft => {
        const draftId = one.draft.id
        return 'pair' in one
          ? { draftId, articleIds: [one.pair.left.id, one.pair.right.id], pairId: one.pair.id }
          : { draftId, articleIds: [one.article.id], pairId: null }
      })
    },

    discard(jobId) {
      for (const draft of drafts.values()) if (draft.jobId === jobId) drafts.delete(draft.id)
    },
  }
}

function goneDraft(id: DraftId): DuizhaoError {
  return new DuizhaoError(
    'not_found',
    'This file was not read, or has been saved or discarded. Import it again.',
    { id },
  )
}

function prepareBitext(
  bitext: ImportedBitext,
  { left, right, ...choice }: NonNullable<SaveRequest['bitext']>,
): PreparedPair {
  const sides = findSides(bitext, choice)
  const chosen = chooseSides(bitext, sides)
  if (
    [
      chosen.units.some((unit) => unit.left.length > 0),
      chosen.units.some((unit) => unit.right.length > 0),
    ].includes(false)
  ) {
    throw new DuizhaoError('invalid_input', 'One of the two languages has no text. Choose others.')
  }
  return preparePair(chosen, {
    left: patchMetadata(sides.left.metadata, left ?? {}),
    right: patchMetadata(sides.right.metadata, right ?? {}),
  })
}

function encodingOf(draft: DocumentDraft | BitextDraft): string {
  return draft.status === 'bitext' ? draft.bitext.encoding : draft.document.encoding
}

/** One step, named after what it brought: pairs where there is nothing else. */
function labelOf(prepared: readonly Prepared[]): CommandLabel {
  const [first] = prepared
  const titles =
    first === undefined
      ? []
      : 'pair' in first
        ? [first.pair.left.metadata.title, first.pair.right.metadata.title]
        : [first.article.metadata.title]
  const kind = prepared.every((one) => 'pair' in one) ? 'pair.import' : 'article.import'
  const count =
    kind === 'pair.import' ? prepared.length : prepared.reduce((sum, one) => sum + ('pair' in one ? 2 : 1), 0)
  return { kind, subject: shorten(titles.join(' ⇄ ')), count }
}
