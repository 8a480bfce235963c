import type { Output } from '../../shared/contract/contract.ts'
import { SPOKEN_KINDS } from '../../shared/domain/speaker.ts'
import type { AreaContext } from '../area-context.ts'
import type { AreaHandlers } from '../handlers.ts'
import { readOutline, readSpeakersAt, type OutlineBlock, type SpeakerAt } from './outline.repo.ts'
import { listSpeakers } from './speakers.repo.ts'
import { requireRange, type SpeakersService } from './speakers.service.ts'

const SHOWN = 80

export function speakersHandlers({ store }: AreaContext, service: SpeakersService): AreaHandlers<'speakers'> {
  return {
    'speakers.list': () => listSpeakers(store.read),
    'speakers.create': ({ names }, { origin }) => service.create(names, origin),
    'speakers.update': ({ speakerId, names }, { origin }) => service.update(speakerId, names, origin),
    'speakers.previewMerge': ({ speakerIds, intoId }) => service.previewMerge(speakerIds, intoId),
    'speakers.merge': ({ speakerIds, intoId }, { origin }) => service.merge(speakerIds, intoId, origin),
    'speakers.remove'({ speakerIds }, { origin }) {
      service.remove(speakerIds, origin)
      return {}
    },
    'speakers.assign': ({ articleId, speakerId, ...range }, { origin }) =>
      service.assign(articleId, range, speakerId, origin),
    'speakers.assignRuns': ({ runs }, { origin }) => service.assignRuns(runs, origin),
    'speakers.suggest': ({ articleId }) => service.suggest(articleId),
    'speakers.twins': ({ pairId }) => service.twins(pairId),
    'speakers.runs': ({ articleIds }) => joinRuns(readSpeakersAt(store.read, articleIds)),
    'speakers.range'({ articleId, ...range }) {
      const { from, to } = requireRange(store.read, articleId, range)
      const blocks = readOutline(store.read, articleId, { from, to: Number.MAX_SAFE_INTEGER })
      return describeRange(blocks, to)
    },
  }
}

/** Blocks that follow each other and are one speaker's, as one run. */
function joinRuns(blocks: readonly SpeakerAt[]): Output<'speakers.runs'> {
  const runs: Output<'speakers.runs'> = []
  let before: SpeakerAt | null = null
  for (const block of blocks) {
    const { articleId, position, speakerId } = block
    const last = runs.at(-1)
    const goesOn = before?.speakerId === speakerId && before.articleId === articleId
    if (speakerId !== null) {
      if (goesOn && last !== undefined) last.to = position
      else runs.push({ articleId, speakerId, from: position, to: position })
    }
    before = block
  }
  return runs
}

/** A stretch that begins with the first block: up to a position, and up to the next heading. */
function describeRange(blocks: readonly OutlineBlock[], to: number): Output<'speakers.range'> {
  const within = blocks.filter(({ position }) => position <= to)
  const heading = blocks.findIndex(({ kind }, index) => index > 0 && (kind === 'heading' || kind === 'title'))
  const section = heading === -1 ? blocks : blocks.slice(0, heading)
  return {
    opening: blocks[0]?.opening.slice(0, SHOWN).trim() ?? '',
    speakerIds: [...new Set(within.flatMap(({ speakerId }) => speakerId ?? []))],
    range: reachOf(within),
    section: reachOf(section.length < within.length ? within : section),
  }
}

function reachOf(blocks: readonly OutlineBlock[]): Output<'speakers.range'>['range'] {
  const last = blocks.at(-1)
  if (last === undefined) throw new Error('a stretch has a block')
  const hasSpoken = blocks.some(({ kind }) => SPOKEN_KINDS.includes(kind))
  return { toBlockId: last.id, blockCount: blocks.length, hasSpoken, closing: last.closing.trim() }
}
