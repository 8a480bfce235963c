import { z } from 'zod'
import { command, query, type Method } from './define.ts'
import { selection } from './schemas/annotation.ts'
import { languageTag } from './schemas/article.ts'
import { articleId, jobId, linkId, pairId, segmentId, termId } from './schemas/ids.ts'
import { counterpart, link, linkReason, linkSuggestion, term } from './schemas/link.ts'

const role = z.enum(['from', 'to'])
const ends = z.array(z.object({ linkId, role })).min(1)

/** The part of the contract that is about links and terms. */
export const linkMethods = {
  /** Links of the pair that stand, in the order of their left ends. */
  'links.list': query({
    input: z.object({ pairId: pairId.exactOptional(), articleId: articleId.exactOptional() }),
    output: z.array(link),
    reads: ['link', 'text', 'pair'],
  }),
  'links.create': command({
    input: z.object({ pairId: pairId.nullable(), from: selection, to: selection }),
    output: link,
  }),
  'links.remove': command({ input: z.object({ linkIds: z.array(linkId).min(1) }), output: z.object({}) }),
  /** As `annotations.settle`, `annotations.detach` and `annotations.attach`, for ends of links. */
  'links.settle': command({ input: z.object({ ends }), output: z.object({}) }),
  'links.detach': command({ input: z.object({ ends }), output: z.object({}) }),
  'links.attach': command({ input: z.object({ linkId, role, selection }), output: link }),
  /** Starts a job that looks for passages of the pair that say the same thing. */
  'links.suggest': command({ input: z.object({ pairId }), output: z.object({ jobId }) }),
  /** What the last job found and nobody has accepted or dismissed yet; null before the first. */
  'links.suggestions': query({
    input: z.object({ pairId }),
    output: z.object({ suggestions: z.array(linkSuggestion).nullable() }),
    reads: ['link', 'text', 'pair'],
  }),
  /** Accepts or dismisses a suggestion: a step each. */
  'links.decide': command({
    input: z.object({
      pairId,
      leftSegmentId: segmentId,
      rightSegmentId: segmentId,
      accept: z.boolean(),
      score: z.number().min(0).max(1).nullable(),
      reasons: z.array(linkReason).max(100),
    }),
    output: link,
  }),
  /** Starts a job that looks through the library for what says the same in another language. */
  'links.findCounterparts': command({
    input: z.object({ selection, limit: z.int().min(1).max(100).default(20) }),
    output: z.object({ jobId }),
  }),
  /** What such a job found, best first; null while it runs. */
  'links.counterparts': query({
    input: z.object({ jobId }),
    output: z.object({ counterparts: z.array(counterpart).nullable() }),
    reads: [],
  }),
  /** Starts a job that looks for passages of any two articles that say the same thing; nothing of it is kept. */
  'links.compare': command({
    input: z.object({ leftArticleId: articleId, rightArticleId: articleId }),
    output: z.object({ jobId }),
  }),
  /** What such a job found, best first; null while it runs. */
  'links.compared': query({
    input: z.object({ jobId }),
    output: z.object({ suggestions: z.array(linkSuggestion).nullable() }),
    reads: [],
  }),

  'terms.list': query({ input: z.object({}), output: z.array(term), reads: ['term'] }),
  'terms.create': command({
    input: z.object({
      forms: z
        .array(z.object({ language: languageTag, form: z.string().trim().min(1).max(200) }))
        .min(2)
        .max(50),
      note: z.string().max(10_000).default(''),
    }),
    output: term,
  }),
  'terms.remove': command({ input: z.object({ termIds: z.array(termId).min(1) }), output: z.object({}) }),
} as const satisfies Record<string, Method>
