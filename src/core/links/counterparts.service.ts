import type { Selection } from '../../shared/contract/schemas/annotation.ts'
import type { ArticleSummary } from '../../shared/contract/schemas/article.ts'
import type { Counterpart } from '../../shared/contract/schemas/link.ts'
import type { JobId } from '../../shared/domain/ids.ts'
import { primaryLanguage } from '../../shared/align/passage-evidence.ts'
import { anchorSelection } from '../annotations/selection-anchor.ts'
import type { AreaContext } from '../area-context.ts'
import { listArticles } from '../articles/articles.repo.ts'
import { requirePresentArticle } from '../articles/articles.service.ts'
import { shorten } from '../history/shorten.ts'
import type { JobControls, JobRunner } from '../jobs/job-runner.ts'
import type { WorkerPool } from '../jobs/worker-pool.ts'
import { listTerms } from '../terms/terms.repo.ts'
import { JobAnswers } from './job-answers.ts'
import { readSegmentPage, type PagedSegment } from './segment-pages.repo.ts'

/** Segments that go to the worker at a time: enough to be worth the way, few enough to show progress. */
const PAGE = 4000

export interface CounterpartsService {
  /** Starts looking through all articles in other languages. Throws what a selection throws. */
  find(selection: Selection, limit: number): JobId
  /** What was found, best first; null while it runs. Throws `not_found` for a job that is not known. */
  counterparts(jobId: JobId): Counterpart[] | null
}

export function createCounterpartsService(
  { store }: AreaContext,
  jobs: JobRunner,
  pool: WorkerPool,
): CounterpartsService {
  const answers = new JobAnswers<readonly Counterpart[]>()

  async function search(
    wanted: { readonly language: string; readonly text: string },
    articles: readonly ArticleSummary[],
    limit: number,
    controls: JobControls,
  ): Promise<Counterpart[]> {
    const terms = listTerms(store.read)
    const total = articles.reduce((sum, article) => sum + article.segmentCount, 0)
    let best: Counterpart[] = []
    let done = 0
    for (const article of articles) {
      for (let page = readSegmentPage(store.read, article.id, null, PAGE); page.length > 0;) {
        const texts = page.map(({ text }) => text)
        const passages = { language: article.language, texts }
        // The worker tells how far it is inside a page; a job's progress is that of all pages.
        const options = { signal: controls.signal, progress: () => undefined }
        const found = await pool.run('counterparts', { wanted, passages, terms, limit }, options)
        best = [...best, ...found.flatMap((hit) => describe(article, page[hit.index], hit))]
        best = best.toSorted((one, other) => other.score - one.score).slice(0, limit)
        done += page.length
        controls.progress(done, total)
        const last = page.at(-1)
        page = last === undefined ? [] : readSegmentPage(store.read, article.id, last, PAGE)
      }
    }
    return best
  }

  return {
    find(selection, limit) {
      const { exact } = anchorSelection(store.read, selection)
      const { language } = requirePresentArticle(store.read, selection.articleId)
      const articles = listArticles(store.read, false).filter(
        (article) => primaryLanguage(article.language) !== primaryLanguage(language),
      )
      const total = articles.reduce((sum, article) => sum + article.segmentCount, 0)
      const jobId = jobs.start({ kind: 'links', subject: shorten(exact), total }, async (id, controls) => {
        answers.give(id, await search({ language, text: exact }, articles, limit, controls))
      })
      answers.expect(jobId)
      return jobId
    },

    counterparts(jobId) {
      const answer = answers.get(jobId)
      return answer === null ? null : [...answer]
    },
  }
}

function describe(
  article: ArticleSummary,
  segment: PagedSegment | undefined,
  hit: { readonly score: number; readonly reasons: readonly Counterpart['reasons'][number][] },
): Counterpart[] {
  if (segment === undefined) return []
  return [
    {
      articleId: article.id,
      title: article.title,
      segmentId: segment.id,
      text: segment.text,
      score: hit.score,
      reasons: [...hit.reasons],
    },
  ]
}
