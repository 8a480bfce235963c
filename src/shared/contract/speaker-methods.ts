import { z } from 'zod'
import { command, query, type Method } from './define.ts'
import { articleId, blockId, pairId, speakerId } from './schemas/ids.ts'
import {
  namedRun,
  speakerName,
  speakerNames,
  speakerRun,
  speakerSummary,
  speechRange,
  speechSuggestion,
  twinSuggestion,
} from './schemas/speaker.ts'

const nothing = z.object({})
const assigned = z.object({
  /** Blocks whose speaker changed. */
  blockCount: z.int(),
})

/** The part of the contract that is about who speaks. */
export const speakerMethods = {
  'speakers.list': query({
    input: nothing,
    output: z.array(speakerSummary),
    reads: ['speaker', 'text', 'article', 'highlight'],
  }),
  'speakers.create': command({ input: z.object({ names: speakerNames }), output: speakerSummary }),
  /** Gives a speaker these names in place of all they had. */
  'speakers.update': command({
    input: z.object({ speakerId, names: speakerNames }),
    output: speakerSummary,
  }),
  /** What a merge would make of one: names of the one who stays come first, those lost are told. */
  'speakers.previewMerge': query({
    input: z.object({ speakerIds: z.array(speakerId).min(1).max(100), intoId: speakerId }),
    output: z.object({
      merged: speakerSummary,
      /** Names and roles that would be in no language any more. */
      lost: z.array(speakerName),
    }),
    reads: ['speaker', 'text', 'article', 'highlight'],
  }),
  /** Makes several speakers one. */
  'speakers.merge': command({
    input: z.object({ speakerIds: z.array(speakerId).min(1).max(100), intoId: speakerId }),
    output: speakerSummary,
  }),
  /** Removes speakers; their words stay, and are nobody's. */
  'speakers.remove': command({
    input: z.object({ speakerIds: z.array(speakerId).min(1).max(1000) }),
    output: nothing,
  }),
  /** Says whose words the blocks from one to another are; null: nobody's. Headings and the like stay nobody's. */
  'speakers.assign': command({
    input: z.object({
      articleId,
      fromBlockId: blockId,
      toBlockId: blockId,
      speakerId: speakerId.nullable(),
    }),
    output: assigned,
  }),
  /** The same for several runs in one step, making speakers who are not known yet: suggestions are confirmed by it. */
  'speakers.assignRuns': command({
    input: z.object({ runs: z.array(namedRun).min(1).max(10_000) }),
    output: assigned.extend({ speakerIds: z.array(speakerId) }),
  }),
  /** Runs of blocks that look like somebody's words and are nobody's yet, in reading order. */
  'speakers.suggest': query({
    input: z.object({ articleId }),
    output: z.array(speechSuggestion),
    reads: ['speaker', 'text', 'pair', 'article'],
  }),
  /** Speakers of the two texts of a pair who are probably the same person. */
  'speakers.twins': query({
    input: z.object({ pairId }),
    output: z.array(twinSuggestion),
    reads: ['speaker', 'text', 'pair', 'article'],
  }),
  /** Where in articles who speaks, in reading order: what tells a highlight's speaker by its place. */
  'speakers.runs': query({
    input: z.object({ articleIds: z.array(articleId).max(1000) }),
    output: z.array(speakerRun),
    reads: ['speaker', 'text'],
  }),
  'speakers.range': query({
    input: z.object({ articleId, fromBlockId: blockId, toBlockId: blockId }),
    output: speechRange,
    reads: ['text'],
  }),
} as const satisfies Record<string, Method>
