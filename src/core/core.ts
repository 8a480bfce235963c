import type { EventMessage } from '../shared/contract/events.ts'
import { alignmentHandlers } from './alignment/alignment.handlers.ts'
import { createAlignmentService } from './alignment/alignment.service.ts'
import { createEditingService } from './alignment/editing.service.ts'
import { evidenceHandlers } from './alignment/evidence.handlers.ts'
import { createEvidenceService } from './alignment/evidence.service.ts'
import { createProjectService } from './alignment/project.service.ts'
import { createReviewingService } from './alignment/reviewing.service.ts'
import { annotationsHandlers } from './annotations/annotations.handlers.ts'
import { createAnnotationsService } from './annotations/annotations.service.ts'
import { createDoubtService } from './annotations/doubt.service.ts'
import { createMirrorsService } from './annotations/mirrors.service.ts'
import { createOverlapsService } from './annotations/overlaps.service.ts'
import { createSurveyService } from './annotations/survey.service.ts'
import type { AreaContext } from './area-context.ts'
import { articlesHandlers } from './articles/articles.handlers.ts'
import { createArticlesService } from './articles/articles.service.ts'
import { createBlocksService } from './articles/blocks.service.ts'
import { createRevisingService } from './articles/revising.service.ts'
import { createSegmentsService } from './articles/segments.service.ts'
import type { Core, CoreOptions } from './core-types.ts'
import { dispatch } from './dispatch.ts'
import { toEnvelopeError } from './errors.ts'
import { exportsHandlers } from './exports/exports.handlers.ts'
import { createExportsService } from './exports/exports.service.ts'
import { createGrants } from './grants.ts'
import type { Handlers } from './handlers.ts'
import { historyHandlers } from './history/history.handlers.ts'
import { importsHandlers } from './imports/imports.handlers.ts'
import { createImportsService } from './imports/imports.service.ts'
import { createJobRunner } from './jobs/job-runner.ts'
import { jobsHandlers } from './jobs/jobs.handlers.ts'
import { createWorkerPool } from './jobs/worker-pool.ts'
import { startDailyBackup } from './library/daily-backup.ts'
import { libraryHandlers } from './library/library.handlers.ts'
import { createCounterpartsService } from './links/counterparts.service.ts'
import { linksHandlers } from './links/links.handlers.ts'
import { createLinksService } from './links/links.service.ts'
import { createSuggestionsService } from './links/suggestions.service.ts'
import { notesHandlers } from './notes/notes.handlers.ts'
import { createNotesService } from './notes/notes.service.ts'
import { pairsHandlers } from './pairs/pairs.handlers.ts'
import { createPairsService } from './pairs/pairs.service.ts'
import { readerHandlers } from './reader/reader.handlers.ts'
import { createReaderService } from './reader/reader.service.ts'
import { samplesHandlers } from './samples/samples.handlers.ts'
import { createSamplesService } from './samples/samples.service.ts'
import { settingsHandlers } from './settings/settings.handlers.ts'
import { speakersHandlers } from './speakers/speakers.handlers.ts'
import { createSpeakersService } from './speakers/speakers.service.ts'
import { ALL_MIGRATIONS } from './store/migrations/all-migrations.ts'
import { openStore } from './store/store.ts'
import { createCodebookService } from './tags/codebook.service.ts'
import { createMergingService } from './tags/merging.service.ts'
import { tagsHandlers } from './tags/tags.handlers.ts'
import { createTagsService } from './tags/tags.service.ts'
import { termsHandlers } from './terms/terms.handlers.ts'
import { createTermsService } from './terms/terms.service.ts'

/** When the windows have what they show first, in milliseconds. */
const WARM_AFTER = 1500

/**
 * Opens a library and puts the core together. Throws a DuizhaoError (`store_in_use`, `store_from_future`,
 * `store_corrupt`, `store_full`, `store_unavailable`) when the library can't be opened; it is then untouched.
 */
// Async, so that opening may one day take its time without every host changing.
export async function createCore(options: CoreOptions): Promise<Core> {
  const listeners = new Set<(event: EventMessage) => void>()
  const publish = (event: EventMessage): void => {
    for (const listener of listeners) listener(event)
  }
  const toError = (error: unknown): ReturnType<typeof toEnvelopeError> => toEnvelopeError(error, options.log)

  const now = (): number => Date.now()
  const store = openStore({
    folder: options.libraryPath,
    migrations: ALL_MIGRATIONS,
    onChanged: (event) => publish({ name: 'changed', ...event }),
    now,
  })
  const context: AreaContext = { store, now }
  const grants = createGrants()
  const pool = createWorkerPool(options.workerUrl, options.lexiconPath)
  const jobs = createJobRunner({ now, publish: (job) => publish({ name: 'job', job }), toError })

  const doubt = createDoubtService(context)
  const survey = createSurveyService(context)

  const handlers: Handlers = {
    ...libraryHandlers(context, options.version),
    ...samplesHandlers(createSamplesService(context, pool, options.seedsPath)),
    ...articlesHandlers(context, {
      articles: createArticlesService(context),
      segments: createSegmentsService(context),
      blocks: createBlocksService(context),
      revising: createRevisingService(context, { pool, grants }),
    }),
    ...pairsHandlers(context, createPairsService(context)),
    ...alignmentHandlers({
      alignment: createAlignmentService(context, jobs, pool),
      editing: createEditingService(context),
      reviewing: createReviewingService(context),
    }),
    ...evidenceHandlers(createEvidenceService(context, pool), createProjectService(context, pool)),
    ...linksHandlers(
      context,
      createLinksService(context),
      createSuggestionsService(context, jobs, pool),
      createCounterpartsService(context, jobs, pool),
      doubt,
    ),
    ...termsHandlers(createTermsService(context)),
    ...readerHandlers(createReaderService(context)),
    ...annotationsHandlers(context, {
      annotations: createAnnotationsService(context),
      doubt,
      mirrors: createMirrorsService(context),
      overlaps: createOverlapsService(context),
      survey,
    }),
    ...tagsHandlers(
      context,
      createTagsService(context),
      createMergingService(context),
      createCodebookService(context, grants, options.version),
    ),
    ...speakersHandlers(context, createSpeakersService(context, pool)),
    ...notesHandlers(createNotesService(context)),
    ...historyHandlers(context),
    ...settingsHandlers(context),
    ...importsHandlers(createImportsService(context, { jobs, pool, grants, toError })),
    ...jobsHandlers(jobs),
    ...exportsHandlers(createExportsService(context, grants, options.version, survey)),
  }

  const stopBackups = options.dailyBackup === true ? startDailyBackup(context, options.log) : () => undefined

  const warming = setTimeout(() => survey.warm(), WARM_AFTER)
  warming.unref()

  return {
    call: (method, input, callContext = { origin: null }) =>
      dispatch(handlers, method, input, callContext, options.log),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    grants,
    async close() {
      stopBackups()
      clearTimeout(warming)
      await jobs.close()
      await pool.close()
      store.close()
    },
  }
}
