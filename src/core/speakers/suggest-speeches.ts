import type { SpeechSuggestion, TwinSuggestion } from '../../shared/contract/schemas/speaker.ts'
import type { ArticleId, BlockId, PairId, SpeakerId } from '../../shared/domain/ids.ts'
import {
  hasNameIn,
  nearestName,
  SPOKEN_KINDS,
  type NameEvidence,
  type SpeakerName,
} from '../../shared/domain/speaker.ts'
import { findSpeaker, readSpeakers, type Speaker } from '../articles/speakers.repo.ts'
import type { ReadDb } from '../store/handles.ts'
import { readFacing, readOutline, type Facing, type OutlineBlock } from './outline.repo.ts'
import { recogniseSpeeches } from './recognise-speeches.ts'
import { findOnlyNamed, findSpeakers } from './speakers.repo.ts'

/** A name as it stands in a text and somebody who is known by another: are they one person? */
export interface NameQuestion {
  readonly name: string
  readonly language: string
  readonly speaker: { readonly names: readonly SpeakerName[] }
}

/** Answers by the names alone; null where they tell nothing. */
export type CompareNames = (questions: readonly NameQuestion[]) => Promise<readonly (NameEvidence | null)[]>

const SHOWN = 80

/** Runs of blocks that look like somebody's words and are nobody's yet, in reading order. */
export async function suggestSpeeches(
  db: ReadDb,
  article: { readonly id: ArticleId; readonly language: string },
  compare: CompareNames,
): Promise<SpeechSuggestion[]> {
  const { language } = article
  const blocks = readOutline(db, article.id)
  const facing = mostFaced(readFacing(db, article.id))
  const faced = new Map(findSpeakers(db, [...new Set(facing.values())]).map((each) => [each.id, each]))
  const speeches = recogniseSpeeches(blocks).flatMap((speech) => {
    const to = lastFree(blocks, speech.from, speech.to)
    return to === null ? [] : [{ ...speech, to }]
  })
  const isTaken = new Set<number>()
  const found = speeches.map((speech) => {
    for (let at = speech.from; at <= speech.to; at += 1) isTaken.add(at)
    const known =
      findSpeaker(db, { language, name: speech.name, role: speech.role }) ??
      findOnlyNamed(db, language, speech.name)
    const other = known === null ? facedIn(blocks, facing, speech.from, speech.to) : null
    return { speech, known, other: other === null ? null : (faced.get(other) ?? null) }
  })
  // Who is called otherwise in this very language is somebody else.
  const questions = found.flatMap(({ speech, other }) =>
    other === null || hasNameIn(other, language) ? [] : [{ name: speech.name, language, speaker: other }],
  )
  const answers = new Map(
    (questions.length === 0 ? [] : await compare(questions)).map((answer, at) => [
      `${questions[at]?.name}\n${idOf(questions[at]?.speaker)}`,
      answer,
    ]),
  )
  const named = found.map(({ speech, known, other }): SpeechSuggestion => {
    const asked = other !== null && !hasNameIn(other, language)
    const rivals = new Set(found.flatMap((each) => (each.other === other ? [each.speech.name] : [])))
    const answer = asked ? (answers.get(`${speech.name}\n${other.id}`) ?? null) : null
    // Names that tell nothing: it is them if nobody else on this side stands where they do.
    const evidence = answer ?? (asked && rivals.size === 1 ? 'place' : null)
    return {
      ...placed(blocks, speech.from, speech.to),
      name: speech.name,
      role: speech.role,
      rule: speech.rule,
      speakerId: known ?? (evidence === null ? null : (other?.id ?? null)),
      addsName: known === null && evidence !== null,
      evidence,
    }
  })
  const byFacing = facingRuns(blocks, facing, isTaken).flatMap(({ from, to, speakerId }) => {
    const speaker = faced.get(speakerId)
    const name = speaker === undefined ? null : nearestName(speaker, language)
    if (name === null) return []
    const suggestion: SpeechSuggestion = {
      ...placed(blocks, from, to),
      name: name.name,
      role: name.role,
      rule: 'facing',
      speakerId,
      addsName: false,
      evidence: 'place',
    }
    return [suggestion]
  })
  const position = new Map(blocks.map((block) => [block.id, block.position]))
  return [...named, ...byFacing].toSorted(
    (a, b) => (position.get(a.fromBlockId) ?? 0) - (position.get(b.fromBlockId) ?? 0),
  )
}

/** Speakers of a pair's two texts who are probably one person: their words face each other. */
export async function suggestTwins(
  db: ReadDb,
  pair: { readonly id: PairId; readonly leftId: ArticleId; readonly rightId: ArticleId },
  compare: CompareNames,
): Promise<TwinSuggestion[]> {
  const facing = mostFaced(readFacing(db, pair.leftId, pair.id))
  if (facing.size === 0) return []
  const votes = new Map<string, { readonly here: SpeakerId; readonly there: SpeakerId; blocks: number }>()
  for (const { id, speakerId } of readOutline(db, pair.leftId)) {
    const there = facing.get(id)
    if (speakerId === null || there === undefined || there === speakerId) continue
    const vote = votes.get(`${speakerId}\n${there}`) ?? { here: speakerId, there, blocks: 0 }
    vote.blocks += 1
    votes.set(`${speakerId}\n${there}`, vote)
  }
  const speakers = new Map(readSpeakers(db, [pair.leftId, pair.rightId]).map((each) => [each.id, each]))
  const asked = [...votes.values()].flatMap((vote) => {
    const [here, there] = [speakers.get(vote.here), speakers.get(vote.there)]
    if (here === undefined || there === undefined || shareLanguage(here, there)) return []
    const name = here.names[0]
    return name === undefined ? [] : [{ vote, name: name.name, language: name.language, speaker: there }]
  })
  const answers = asked.length === 0 ? [] : await compare(asked)
  return asked
    .flatMap(({ vote }, at): TwinSuggestion[] => {
      const alone = [...votes.values()].every(
        (other) => other === vote || (other.here !== vote.here && other.there !== vote.there),
      )
      const evidence = answers[at] ?? (alone ? 'place' : null)
      if (evidence === null) return []
      return [{ speakerId: vote.here, otherId: vote.there, evidence, blockCount: vote.blocks }]
    })
    .toSorted((a, b) => b.blockCount - a.blockCount)
}

/** The speaker each block faces most. */
function mostFaced(facing: readonly Facing[]): Map<BlockId, SpeakerId> {
  const most = new Map<BlockId, SpeakerId>()
  for (const { blockId, speakerId } of facing) if (!most.has(blockId)) most.set(blockId, speakerId)
  return most
}

/** The one whom more than half of the stretch's blocks that face anybody face. */
function facedIn(
  blocks: readonly OutlineBlock[],
  facing: ReadonlyMap<BlockId, SpeakerId>,
  from: number,
  to: number,
): SpeakerId | null {
  const faced = blocks.slice(from, to + 1).flatMap(({ id }) => facing.get(id) ?? [])
  const [best] = [...Map.groupBy(faced, (id) => id)].toSorted((a, b) => b[1].length - a[1].length)
  return best !== undefined && best[1].length * 2 > faced.length ? best[0] : null
}

/** Spoken blocks that are nobody's and in no other suggestion, and face the same speaker one after the other. */
function facingRuns(
  blocks: readonly OutlineBlock[],
  facing: ReadonlyMap<BlockId, SpeakerId>,
  isTaken: ReadonlySet<number>,
): { from: number; to: number; speakerId: SpeakerId }[] {
  const runs: { from: number; to: number; speakerId: SpeakerId }[] = []
  let isOpen = false
  for (const [at, { id, kind, speakerId }] of blocks.entries()) {
    const faced = facing.get(id)
    const isFree = speakerId === null && !isTaken.has(at) && SPOKEN_KINDS.includes(kind)
    if (!isFree || faced === undefined) {
      isOpen = false
      continue
    }
    const last = runs.at(-1)
    if (isOpen && last?.speakerId === faced) last.to = at
    else runs.push({ from: at, to: at, speakerId: faced })
    isOpen = true
  }
  return runs
}

/** The last block of a speech before words that are somebody's already; null where its first are. */
function lastFree(blocks: readonly OutlineBlock[], from: number, to: number): number | null {
  const taken = blocks.findIndex(({ speakerId }, index) => index >= from && index <= to && speakerId !== null)
  if (taken === -1) return to
  return taken === from ? null : taken - 1
}

function placed(
  blocks: readonly OutlineBlock[],
  from: number,
  to: number,
): Pick<SpeechSuggestion, 'segmentId' | 'fromBlockId' | 'toBlockId' | 'blockCount' | 'opening'> {
  const run = blocks.slice(from, to + 1)
  const [first, last] = [run[0], run.at(-1)]
  if (first === undefined || last === undefined || first.segmentId === null) {
    throw new Error('a speech has a sentence')
  }
  return {
    segmentId: first.segmentId,
    fromBlockId: first.id,
    toBlockId: last.id,
    blockCount: run.filter(({ kind }) => SPOKEN_KINDS.includes(kind)).length,
    opening: first.opening.slice(0, SHOWN).trim(),
  }
}

function shareLanguage(one: Speaker, other: Speaker): boolean {
  return one.names.some(({ language }) => hasNameIn(other, language))
}

function idOf(speaker: NameQuestion['speaker'] | undefined): string {
  return speaker !== undefined && 'id' in speaker ? String(speaker.id) : ''
}
