import { z } from 'zod'
import { PAIR_KINDS } from '../domain/article.ts'
import { alignmentMethods } from './alignment-methods.ts'
import { annotationMethods } from './annotation-methods.ts'
import { articleMethods } from './article-methods.ts'
import { command, query, type Method } from './define.ts'
import { linkMethods } from './link-methods.ts'
import { noteMethods } from './note-methods.ts'
import { languageTag } from './schemas/article.ts'
import { exportFile, exportOptions, exportScope } from './schemas/export.ts'
import { historyEntry } from './schemas/history.ts'
import { articleId, draftId, grantId, jobId, pairId, segmentId } from './schemas/ids.ts'
import {
  bitextCounts,
  draft,
  draftBlock,
  draftRow,
  draftToSave,
  savedDraft,
  sidesChoice,
  skipped,
} from './schemas/import.ts'
import { job } from './schemas/job.ts'
import { pairSummary } from './schemas/pair.ts'
import { findHit, reading, readingTarget, row } from './schemas/reader.ts'
import { settings } from './schemas/settings.ts'
import { speakerMethods } from './speaker-methods.ts'
import { tagMethods } from './tag-methods.ts'
import { offset, timestamp } from './schemas/text.ts'

const nothing = z.object({})
const page = {
  from: z.int().nonnegative().default(0),
  limit: z.int().positive().max(100_000).default(100_000),
}

/**
 * Every method of the API, and nothing else is one. Handler types, the typed client, validation and
 * cache invalidation are all derived from this table.
 */
export const contract = {
  'library.info': query({
    input: nothing,
    output: z.object({
      path: z.string(),
      version: z.string(),
      articleCount: z.int(),
      pairCount: z.int(),
      highlightCount: z.int(),
      noteCount: z.int(),
      /** Removed articles, and removed pairs whose articles are both there. */
      removedCount: z.int(),
      sizeBytes: z.int(),
      lastBackupAt: timestamp.nullable(),
    }),
    reads: ['article', 'pair', 'highlight', 'note', 'backup'],
  }),
  'library.check': query({
    input: nothing,
    output: z.object({ ok: z.boolean(), problems: z.array(z.string()) }),
    reads: [],
  }),
  'library.backup': command({
    input: nothing,
    output: z.object({ path: z.string(), at: timestamp, byteLength: z.int() }),
  }),
  'samples.add': command({
    input: nothing,
    output: z.object({ articleIds: z.array(articleId), pairIds: z.array(pairId) }),
  }),

  ...articleMethods,

  'pairs.list': query({
    input: z.object({ removed: z.boolean().default(false) }),
    output: z.array(pairSummary),
    reads: ['pair', 'article', 'bead', 'highlight', 'note', 'text'],
  }),
  'pairs.get': query({
    input: z.object({ pairId }),
    output: pairSummary,
    reads: ['pair', 'article', 'bead', 'highlight', 'note', 'text'],
  }),
  'pairs.create': command({
    input: z.object({ leftArticleId: articleId, rightArticleId: articleId, kind: z.enum(PAIR_KINDS) }),
    output: pairSummary,
  }),
  'pairs.update': command({
    input: z.object({ pairId, kind: z.enum(PAIR_KINDS) }),
    output: pairSummary,
  }),
  'pairs.remove': command({ input: z.object({ pairIds: z.array(pairId).min(1) }), output: nothing }),
  'pairs.restore': command({ input: z.object({ pairIds: z.array(pairId).min(1) }), output: nothing }),

  ...alignmentMethods,
  ...linkMethods,

  'reader.open': query({
    input: z.object({ target: readingTarget }),
    output: reading,
    reads: ['article', 'text', 'pair', 'bead', 'speaker'],
  }),
  'reader.rows': query({
    input: z.object({ target: readingTarget, from: z.int().nonnegative(), limit: z.int().min(1).max(1000) }),
    output: z.array(row),
    reads: ['text', 'bead'],
  }),
  /** In which row a segment stands. */
  'reader.locate': query({
    input: z.object({ target: readingTarget, segmentId }),
    output: z.object({ rowIndex: z.int() }),
    reads: ['text', 'bead'],
  }),
  'reader.find': query({
    input: z.object({
      target: readingTarget,
      query: z.string().max(500),
      limit: z.int().min(1).max(10_000).default(1000),
    }),
    output: z.object({ hits: z.array(findHit), total: z.int() }),
    reads: ['text', 'bead'],
  }),
  'reader.remember': command({
    input: z.object({ target: readingTarget, segmentId, offset }),
    output: nothing,
  }),
  /** What was read last, newest first. */
  'reader.recent': query({
    input: z.object({ limit: z.int().min(1).max(100).default(10) }),
    output: z.array(z.object({ target: readingTarget, at: timestamp, title: z.string(), rowIndex: z.int() })),
    reads: ['reading', 'article', 'pair'],
  }),

  ...annotationMethods,
  ...tagMethods,
  ...speakerMethods,
  ...noteMethods,

  'history.list': query({
    input: z.object({ limit: z.int().min(1).max(1000).default(100) }),
    output: z.array(historyEntry),
    reads: ['history'],
  }),
  /** Takes the last step back; null when there is none. */
  'history.undo': command({
    input: nothing,
    output: z.object({
      undone: historyEntry.nullable(),
      /** Where in the text it was; null where it was in none. */
      segmentId: segmentId.nullable(),
    }),
  }),
  'history.redo': command({ input: nothing, output: z.object({ redone: historyEntry.nullable() }) }),
  /**
   * Undoes or redoes, one by one, until the step is the last that is done; null: until none is. Stops before one that
   * can be neither, because what it changed has been changed since, and tells which.
   */
  'history.goTo': command({
    input: z.object({ seq: z.int().nullable() }),
    output: z.object({ undone: z.int(), redone: z.int(), stoppedAt: historyEntry.nullable() }),
  }),

  'settings.get': query({ input: nothing, output: settings, reads: ['setting'] }),
  'settings.update': command({ input: z.object({ patch: settings.partial() }), output: settings }),

  /** Starts a job that reads the granted files into drafts; nothing is saved. */
  'imports.read': command({
    input: z.object({
      grantIds: z.array(grantId).min(1).max(10_000),
      /** Takes all files to be in this language; found out per file when not given. */
      language: languageTag.exactOptional(),
    }),
    output: z.object({ jobId }),
  }),
  'imports.drafts': query({ input: z.object({ jobId }), output: z.array(draft), reads: [] }),
  'imports.draftBlocks': query({
    input: z.object({ draftId, ...page }),
    output: z.array(draftBlock),
    reads: [],
  }),
  /** The beads a draft of aligned texts would become, and how many; with other languages than proposed, if given. */
  'imports.draftRows': query({
    input: sidesChoice.extend({
      draftId,
      from: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(1000).default(50),
    }),
    output: bitextCounts.extend({
      /** The languages of the file that were taken. */
      leftLanguage: languageTag,
      rightLanguage: languageTag,
      rows: z.array(draftRow),
      skipped: z.array(skipped),
    }),
    reads: [],
  }),
  /** Saves drafts, with the user's corrections, as one step. Failed drafts can't be saved. */
  'imports.save': command({
    input: z.object({ drafts: z.array(draftToSave).min(1).max(10_000) }),
    output: z.object({
      articleIds: z.array(articleId),
      pairIds: z.array(pairId),
      /** Draft by draft, as they were given. */
      saved: z.array(savedDraft),
    }),
  }),
  'imports.discard': command({ input: z.object({ jobId }), output: nothing }),

  'jobs.list': query({ input: nothing, output: z.array(job), reads: [] }),
  'jobs.cancel': command({ input: z.object({ jobId }), output: nothing }),

  /**
   * What an export would hold: the list of files, and one of them whole (the first, or `path`). `isRendering`: the
   * file is not text, and `content` shows as a table of text what is in it.
   */
  'exports.preview': query({
    input: z.object({ scope: exportScope, options: exportOptions, path: z.string().exactOptional() }),
    output: z.object({
      files: z.array(exportFile),
      path: z.string(),
      content: z.string(),
      isRendering: z.boolean(),
    }),
    reads: ['article', 'text', 'pair', 'bead', 'highlight', 'tag', 'note', 'speaker', 'setting'],
  }),
  /** Writes an export into the granted folder, each file atomically; files there that we did not write stay. */
  'exports.write': command({
    input: z.object({ scope: exportScope, options: exportOptions, destination: grantId }),
    output: z.object({ directory: z.string(), files: z.array(exportFile) }),
  }),
  /** An export as one file to download; a zip when there are several, and always for the library. */
  'exports.download': command({
    input: z.object({ scope: exportScope, options: exportOptions }),
    output: z.object({ name: z.string(), mediaType: z.string(), base64: z.string(), fileCount: z.int() }),
  }),
} as const satisfies Record<string, Method>

export type Contract = typeof contract
export type MethodName = keyof Contract
export type QueryName = { [N in MethodName]: Contract[N]['kind'] extends 'query' ? N : never }[MethodName]
export type CommandName = Exclude<MethodName, QueryName>

/** What a caller passes (defaults may be left out). */
export type Input<N extends MethodName> = z.input<Contract[N]['input']>
/** What a handler receives (defaults filled in). */
export type ParsedInput<N extends MethodName> = z.output<Contract[N]['input']>
export type Output<N extends MethodName> = z.output<Contract[N]['output']>

export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(contract, name)
}
