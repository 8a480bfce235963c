import { afterEach, describe, expect, it } from 'vitest'
import type { Draft } from '../../../src/shared/contract/schemas/import.ts'
import type { ArticleId, DraftId, JobId } from '../../../src/shared/domain/ids.ts'
import { draftOf } from '../../../src/renderer/data/metadata-draft.ts'
import {
  editDraft,
  editsOf,
  forgetEdits,
  useReviewEdits,
} from '../../../src/renderer/features/importing/review-edits.ts'
import { reviewEntries, type ReadyDraft } from '../../../src/renderer/features/importing/review-state.ts'

const job = 'job-1' as JobId
const other = 'job-2' as JobId
const first = 'draft-1' as DraftId
const second = 'draft-2' as DraftId

const metadata = {
  title: '桥与镜子',
  language: 'zh-Hans',
  kind: 'news',
  date: null,
  place: null,
  source: null,
  author: null,
  titleGuessed: false,
} as const

function ready(id: DraftId, more: Partial<ReadyDraft> = {}): ReadyDraft {
  return {
    status: 'ready',
    id,
    name: `${id}.txt`,
    byteLength: 1,
    encoding: 'utf-8',
    metadata,
    speakers: [],
    findings: [],
    warnings: [],
    blockCount: 1,
    characterCount: 1,
    duplicateOf: null,
    sameAs: null,
    ...more,
  }
}

function review(jobId: JobId, drafts: readonly Draft[]): ReturnType<typeof reviewEntries> {
  return reviewEntries(drafts, editsOf(jobId)(useReviewEdits.getState()))
}

afterEach(() => useReviewEdits.setState({ byJob: {} }))

describe('what the user does to an import that waits', () => {
  it('is there when the review is opened again, and only there', () => {
    const drafts = [ready(first), ready(second)]
    editDraft(job, first, { metadata: { ...draftOf(metadata), title: '镜子' } })
    editDraft(job, first, { isIncluded: false })
    expect(review(job, drafts)).toMatchObject([
      { metadata: { title: '镜子' }, isIncluded: false },
      { metadata: { title: '桥与镜子' }, isIncluded: true },
    ])
    expect(review(other, drafts)[0]).toMatchObject({ metadata: { title: '桥与镜子' }, isIncluded: true })
  })

  it('is forgotten with its import, and no other', () => {
    editDraft(job, first, { isIncluded: false })
    editDraft(other, first, { isIncluded: false })
    forgetEdits(job)
    expect(review(job, [ready(first)])[0]?.isIncluded).toBe(true)
    expect(review(other, [ready(first)])[0]?.isIncluded).toBe(false)
  })
})

describe('files that are there already', () => {
  it('are left out at first, whether the library has them or the import itself', () => {
    const drafts = [
      ready(first, { duplicateOf: 'article-1' as ArticleId }),
      ready(second),
      ready('draft-3' as DraftId, { sameAs: second }),
    ]
    expect(review(job, drafts).map(({ isIncluded }) => isIncluded)).toEqual([false, true, false])
    editDraft(job, 'draft-3' as DraftId, { isIncluded: true })
    expect(review(job, drafts).map(({ isIncluded }) => isIncluded)).toEqual([false, true, true])
  })
})
