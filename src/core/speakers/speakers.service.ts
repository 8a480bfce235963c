import type { Output } from '../../shared/contract/contract.ts'
import type {
  NamedRun,
  SpeakerSummary,
  SpeechSuggestion,
  TwinSuggestion,
} from '../../shared/contract/schemas/speaker.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { ArticleId, BlockId, PairId, SpeakerId } from '../../shared/domain/ids.ts'
import { hasNameIn, type SpeakerName } from '../../shared/domain/speaker.ts'
import { newId, type AreaContext } from '../area-context.ts'
import { requirePresentArticle } from '../articles/articles.service.ts'
import { findSpeaker, insertSpeaker } from '../articles/speakers.repo.ts'
import type { WorkerPool } from '../jobs/worker-pool.ts'
import { requirePresentPair } from '../pairs/pairs.service.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'
import { compareNamesIn } from './compare-names.ts'
import {
  deleteSpeakers,
  findBlockPosition,
  findOnlyNamed,
  findSpeakers,
  moveBlocks,
  replaceNames,
  setSpeaker,
} from './speakers.repo.ts'
import { suggestSpeeches, suggestTwins } from './suggest-speeches.ts'

export interface SpeakersService {
  create(names: readonly SpeakerName[], origin: string | null): SpeakerSummary
  update(id: SpeakerId, names: readonly SpeakerName[], origin: string | null): SpeakerSummary
  previewMerge(ids: readonly SpeakerId[], intoId: SpeakerId): Output<'speakers.previewMerge'>
  merge(ids: readonly SpeakerId[], intoId: SpeakerId, origin: string | null): SpeakerSummary
  remove(ids: readonly SpeakerId[], origin: string | null): void
  /** Throws `not_found` for blocks that are not the article's. */
  assign(
    articleId: ArticleId,
    range: BlockRange,
    speakerId: SpeakerId | null,
    origin: string | null,
  ): Output<'speakers.assign'>
  assignRuns(runs: readonly NamedRun[], origin: string | null): Output<'speakers.assignRuns'>
  suggest(articleId: ArticleId): Promise<SpeechSuggestion[]>
  twins(pairId: PairId): Promise<TwinSuggestion[]>
}

export interface BlockRange {
  readonly fromBlockId: BlockId
  readonly toBlockId: BlockId
}

/** The speaker. Throws `not_found`. */
export function requireSpeaker(db: ReadDb, id: SpeakerId): SpeakerSummary {
  const [speaker] = findSpeakers(db, [id])
  if (speaker === undefined) {
    throw new DuizhaoError('not_found', 'There is no such speaker in this library.', { id })
  }
  return speaker
}

/** Positions of a range of an article's blocks, the earlier first. Throws `not_found`. */
export function requireRange(
  db: ReadDb,
  articleId: ArticleId,
  { fromBlockId, toBlockId }: BlockRange,
): { from: number; to: number } {
  const one = findBlockPosition(db, articleId, fromBlockId)
  const other = findBlockPosition(db, articleId, toBlockId)
  if (one === null || other === null) {
    throw new DuizhaoError('not_found', 'This paragraph is not in the article any more.')
  }
  return { from: Math.min(one, other), to: Math.max(one, other) }
}

export function createSpeakersService({ store, now }: AreaContext, pool: WorkerPool): SpeakersService {
  const compare = compareNamesIn(pool)

  function requireAll(ids: readonly SpeakerId[]): SpeakerSummary[] {
    return [...new Set(ids)].map((id) => requireSpeaker(store.read, id))
  }

  function insert(db: WriteDb, names: readonly SpeakerName[]): SpeakerId {
    const [first, ...others] = names
    if (first === undefined) throw new DuizhaoError('invalid_input', 'A speaker needs a name.')
    const id = newId<'speaker'>()
    insertSpeaker(db, id, first, now())
    if (others.length > 0) replaceNames(db, id, names)
    return id
  }

  /** Whose run it is: the given speaker, one known by that name, or a new one. */
  function speakerOf(db: WriteDb, { speakerId, name }: NamedRun, language: string): SpeakerId {
    if (speakerId !== null) {
      const speaker = requireSpeaker(db, speakerId)
      if (name !== null && !hasNameIn(speaker, language)) {
        replaceNames(db, speakerId, [...speaker.names, { language, ...name }])
      }
      return speakerId
    }
    if (name === null) throw new DuizhaoError('invalid_input', 'Say whose words these are.')
    const known = findSpeaker(db, { language, ...name })
    return (
      known ??
      (name.role === null ? findOnlyNamed(db, language, name.name) : null) ??
      insert(db, [{ language, ...name }])
    )
  }

  return {
    create(names, origin) {
      const label = { kind: 'speaker.create', subject: subjectOf({ names }), count: 1 } as const
      const id = store.write({ label, scope: '', origin }, (db) => insert(db, names))
      return requireSpeaker(store.read, id)
    },

    update(id, names, origin) {
      const speaker = requireSpeaker(store.read, id)
      const label = { kind: 'speaker.update', subject: subjectOf(speaker), count: 1 } as const
      store.write({ label, scope: '', origin }, (db) => replaceNames(db, id, names))
      return requireSpeaker(store.read, id)
    },

    previewMerge(ids, intoId) {
      const into = requireSpeaker(store.read, intoId)
      const others = requireAll(ids).filter(({ id }) => id !== intoId)
      const { names, lost } = mergeNames(into, others)
      const all = [into, ...others]
      const sum = (count: (speaker: SpeakerSummary) => number): number =>
        all.reduce((total, speaker) => total + count(speaker), 0)
      const merged = {
        id: intoId,
        names,
        blockCount: sum(({ blockCount }) => blockCount),
        articleCount: countArticles(
          store.read,
          all.map(({ id }) => id),
        ),
        highlightCount: countHighlights(
          store.read,
          all.map(({ id }) => id),
        ),
      }
      return { merged, lost }
    },

    merge(ids, intoId, origin) {
      const into = requireSpeaker(store.read, intoId)
      const others = requireAll(ids).filter(({ id }) => id !== intoId)
      if (others.length === 0) {
        throw new DuizhaoError('invalid_input', 'A speaker cannot be merged with themselves.')
      }
      const subject = [...others, into].map(subjectOf).join(' → ')
      const label = { kind: 'speaker.merge', subject, count: 1 } as const
      store.write({ label, scope: '', origin }, (db) => {
        const gone = others.map(({ id }) => id)
        moveBlocks(db, gone, intoId)
        replaceNames(db, intoId, mergeNames(into, others).names)
        deleteSpeakers(db, gone)
      })
      return requireSpeaker(store.read, intoId)
    },

    remove(ids, origin) {
      const speakers = requireAll(ids)
      const [first] = speakers
      const subject = first === undefined ? '' : subjectOf(first)
      const label = { kind: 'speaker.remove', subject, count: speakers.length } as const
      store.write({ label, scope: '', origin }, (db) => deleteSpeakers(db, ids))
    },

    assign(articleId, range, speakerId, origin) {
      requirePresentArticle(store.read, articleId)
      const positions = requireRange(store.read, articleId, range)
      const subject = speakerId === null ? '—' : subjectOf(requireSpeaker(store.read, speakerId))
      const label = { kind: 'speaker.assign', subject, count: 1 } as const
      const blockCount = store.write({ label, scope: `article:${articleId}`, origin }, (db) =>
        setSpeaker(db, articleId, positions, speakerId),
      )
      return { blockCount }
    },

    assignRuns(runs, origin) {
      const prepared = runs.map((run) => ({
        run,
        language: requirePresentArticle(store.read, run.articleId).language,
        range: requireRange(store.read, run.articleId, run),
      }))
      const [first] = runs
      const firstId = first?.speakerId ?? null
      const known = firstId === null ? null : requireSpeaker(store.read, firstId)
      const subject = first?.name?.name ?? (known === null ? '—' : subjectOf(known))
      // One run is told by who speaks, several by how many there are.
      const label = { kind: 'speaker.assign', subject, count: runs.length } as const
      const articleIds = new Set(runs.map(({ articleId }) => articleId))
      const scope = articleIds.size === 1 ? `article:${[...articleIds].join('')}` : ''
      return store.write({ label, scope, origin }, (db) => {
        let blockCount = 0
        const speakerIds = prepared.map(({ run, language, range }) => {
          const id = speakerOf(db, run, language)
          blockCount += setSpeaker(db, run.articleId, range, id)
          return id
        })
        return { blockCount, speakerIds }
      })
    },

    async suggest(articleId) {
      return suggestSpeeches(store.read, requirePresentArticle(store.read, articleId), compare)
    },

    async twins(pairId) {
      const { left, right } = requirePresentPair(store.read, pairId)
      return suggestTwins(store.read, { id: pairId, leftId: left.id, rightId: right.id }, compare)
    },
  }
}

/** What the history calls them. */
function subjectOf({ names }: { readonly names: readonly SpeakerName[] }): string {
  return [...new Set(names.map(({ name }) => name))].join(' · ')
}

/** The names of one and what others add: in languages without a name theirs, and a role for the very same name. */
function mergeNames(
  into: { readonly names: readonly SpeakerName[] },
  others: readonly { readonly names: readonly SpeakerName[] }[],
): { names: SpeakerName[]; lost: SpeakerName[] } {
  const names = new Map(into.names.map((name) => [name.language, name]))
  const lost: SpeakerName[] = []
  for (const other of others.flatMap((speaker) => speaker.names)) {
    const known = names.get(other.language)
    if (known === undefined) names.set(other.language, other)
    else if (known.name === other.name && known.role === null) names.set(other.language, other)
    else if (known.name !== other.name || (other.role !== null && known.role !== other.role)) lost.push(other)
  }
  return { names: [...names.values()].toSorted((a, b) => (a.language < b.language ? -1 : 1)), lost }
}

function countArticles(db: ReadDb, ids: readonly SpeakerId[]): number {
  return (
    db.value<number>(
      `SELECT count(DISTINCT b.article_id) FROM blocks AS b JOIN articles AS a ON a.id = b.article_id
       WHERE b.speaker_id IN (SELECT value FROM json_each(?)) AND a.deleted_at IS NULL`,
      [JSON.stringify(ids)],
    ) ?? 0
  )
}

function countHighlights(db: ReadDb, ids: readonly SpeakerId[]): number {
  return (
    db.value<number>(
      `SELECT count(DISTINCT p.highlight_id) FROM blocks AS b JOIN articles AS a ON a.id = b.article_id
       JOIN segments AS s ON s.block_id = b.id JOIN span_parts AS p ON p.segment_id = s.id
       WHERE b.speaker_id IN (SELECT value FROM json_each(?)) AND a.deleted_at IS NULL AND p.ordinal = 0`,
      [JSON.stringify(ids)],
    ) ?? 0
  )
}
