import { z } from 'zod'
import { NAME_EVIDENCE, SPEECH_RULES } from '../../domain/speaker.ts'
import { languageTag } from './article.ts'
import { articleId, blockId, segmentId, speakerId } from './ids.ts'
import { speaker } from './text.ts'

const line = z
  .string()
  .transform((value) => value.trim().replace(/\s+/gu, ' '))
  .pipe(z.string().max(200))
const name = line.pipe(z.string().min(1))
/** Nothing typed is no role. */
const role = line.transform((value) => (value === '' ? null : value)).nullable()

export const speakerName = z.object({ language: languageTag, name, role: role.default(null) })

/** What a person is called, once for each language. */
export const speakerNames = z
  .array(speakerName)
  .min(1)
  .max(20)
  .refine((names) => new Set(names.map(({ language }) => language)).size === names.length, {
    message: 'expected one name for each language',
  })

/** A speaker with what is theirs in articles that are in the library. */
export const speakerSummary = speaker.extend({
  blockCount: z.int(),
  articleCount: z.int(),
  /** Highlights that begin in their words. */
  highlightCount: z.int(),
})
export type SpeakerSummary = z.infer<typeof speakerSummary>

/** A run of blocks that look like somebody's words and are nobody's yet. From block to block, both included. */
export const speechSuggestion = z.object({
  /** Where the words begin. */
  segmentId,
  fromBlockId: blockId,
  toBlockId: blockId,
  /** Blocks that would be the speaker's. */
  blockCount: z.int(),
  name: z.string(),
  role: z.string().nullable(),
  rule: z.enum(SPEECH_RULES),
  /** The speaker they are taken to be; null for one who is not known yet. */
  speakerId: speakerId.nullable(),
  /** The name is new to that speaker, and would be added in the article's language. */
  addsName: z.boolean(),
  /** Why a speaker of another name is taken to be the same person. */
  evidence: z.enum(NAME_EVIDENCE).nullable(),
  /** How the words begin. */
  opening: z.string(),
})
export type SpeechSuggestion = z.infer<typeof speechSuggestion>

/** Two speakers of a pair who are probably one person, called in two languages. */
export const twinSuggestion = z.object({
  speakerId,
  otherId: speakerId,
  evidence: z.enum(NAME_EVIDENCE),
  /** Blocks of the one that face the other's. */
  blockCount: z.int(),
})
export type TwinSuggestion = z.infer<typeof twinSuggestion>

/** Whose words a run of blocks is: a known speaker, or one by this name in the article's language. */
export const namedRun = z.object({
  articleId,
  fromBlockId: blockId,
  toBlockId: blockId,
  speakerId: speakerId.nullable(),
  /** With a speaker: their name in the article's language, if they have none. */
  name: z.object({ name, role: role.default(null) }).nullable(),
})
export type NamedRun = z.infer<typeof namedRun>

/** Positions (as in a span's `order`) of blocks that follow each other and are one speaker's. */
export const speakerRun = z.object({ articleId, speakerId, from: z.number(), to: z.number() })

const reach = z.object({
  toBlockId: blockId,
  blockCount: z.int(),
  /** Some of it can be somebody's words. */
  hasSpoken: z.boolean(),
  closing: z.string(),
})
/** How far an assignment would reach. */
export const speechRange = z.object({
  opening: z.string(),
  /** Who speaks there now. */
  speakerIds: z.array(speakerId),
  range: reach,
  /** From the first block on to the next heading. */
  section: reach,
})
