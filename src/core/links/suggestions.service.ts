import type { LinkSuggestion } from '../../shared/contract/schemas/link.ts'
import type { ArticleSummary } from '../../shared/contract/schemas/article.ts'
import type { ArticleId, JobId, PairId, SegmentId } from '../../shared/domain/ids.ts'
import { SUGGESTIONS_PER_PASSAGE } from '../../shared/align/suggest-links.ts'
import type { AreaContext } from '../area-context.ts'
import { requirePresentArticle } from '../articles/articles.service.ts'
import { findSegment, readSegmentTexts } from '../articles/text.repo.ts'
import type { JobControls, JobRunner } from '../jobs/job-runner.ts'
import type { WorkerPool } from '../jobs/worker-pool.ts'
import { requirePresentPair } from '../pairs/pairs.service.ts'
import { listTerms } from '../terms/terms.repo.ts'
import { JobAnswers } from './job-answers.ts'
import { listLinksOfPair, readLinks } from './links.repo.ts'

export interface SuggestionsService {
  /** Starts looking for passages of the pair that say the same thing. Throws `not_found`. */
  suggest(pairId: PairId): JobId
  /**
   * What the last such job found, best first, without what was decided since and without passages whose text
   * is another now; null before the first has ended.
   */
  suggestions(pairId: PairId): LinkSuggestion[] | null
  /** The same for any two articles, paired or not; nothing is kept but the answer. Throws `not_found`. */
  compare(left: ArticleId, right: ArticleId): JobId
  /** What `compare` found; null while it runs. Throws `not_found` for a job that is not known. */
  compared(jobId: JobId): LinkSuggestion[] | null
}

export function createSuggestionsService(
  { store }: AreaContext,
  jobs: JobRunner,
  pool: WorkerPool,
): SuggestionsService {
  /** Not stored: they can be found again at any time, and the text they were found in may change. */
  const found = new Map<PairId, readonly LinkSuggestion[]>()
  const answers = new JobAnswers<readonly LinkSuggestion[]>()

  async function look(
    left: ArticleSummary,
    right: ArticleSummary,
    controls: JobControls,
  ): Promise<LinkSuggestion[]> {
    const [leftSegments, rightSegments] = [
      readSegmentTexts(store.read, left.id),
      readSegmentTexts(store.read, right.id),
    ]
    const links = await pool.run(
      'suggestLinks',
      {
        left: { language: left.language, texts: leftSegments.map(({ text }) => text) },
        right: { language: right.language, texts: rightSegments.map(({ text }) => text) },
        terms: listTerms(store.read),
        limit: SUGGESTIONS_PER_PASSAGE,
      },
      controls,
    )
    return links.flatMap(({ left: leftIndex, right: rightIndex, score, reasons }) => {
      const [one, other] = [leftSegments[leftIndex], rightSegments[rightIndex]]
      if (one === undefined || other === undefined) return []
      return {
        left: { segmentId: one.id, text: one.text },
        right: { segmentId: other.id, text: other.text },
        score,
        reasons: [...reasons],
      }
    })
  }

  /** Pairs of segments about which a person has said something, as one key each. */
  function decided(pairId: PairId): Set<string> {
    const keys = new Set<string>()
    for (const { from, to } of readLinks(store.read, listLinksOfPair(store.read, pairId))) {
      for (const one of from.parts)
        for (const other of to.parts) keys.add(keyOf(one.segmentId, other.segmentId))
    }
    return keys
  }

  const stands = ({ segmentId, text }: LinkSuggestion['left']): boolean =>
    findSegment(store.read, segmentId)?.text === text

  return {
    suggest(pairId) {
      const pair = requirePresentPair(store.read, pairId)
      const subject = `${pair.left.title} ⇄ ${pair.right.title}`
      const total = pair.left.segmentCount + pair.right.segmentCount
      return jobs.start({ kind: 'links', subject, pairId, total }, async (_id, controls) => {
        found.set(pairId, await look(pair.left, pair.right, controls))
        store.announce(['link'], null)
      })
    },

    suggestions(pairId) {
      requirePresentPair(store.read, pairId)
      const known = found.get(pairId)
      if (known === undefined) return null
      const past = decided(pairId)
      return known.filter(
        ({ left, right }) =>
          !past.has(keyOf(left.segmentId, right.segmentId)) && stands(left) && stands(right),
      )
    },

    compare(leftId, rightId) {
      const left = requirePresentArticle(store.read, leftId)
      const right = requirePresentArticle(store.read, rightId)
      const subject = `${left.title} ⇄ ${right.title}`
      const total = left.segmentCount + right.segmentCount
      const jobId = jobs.start({ kind: 'links', subject, total }, async (id, controls) => {
        answers.give(id, await look(left, right, controls))
      })
      answers.expect(jobId)
      return jobId
    },

    compared(jobId) {
      const answer = answers.get(jobId)
      return answer === null ? null : [...answer]
    },
  }
}

const keyOf = (left: SegmentId, right: SegmentId): string => `${left} ${right}`
