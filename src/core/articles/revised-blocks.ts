import type { BlockId, SegmentId, SpeakerId } from '../../shared/domain/ids.ts'
import type { ImportedBlock } from '../../shared/domain/imported-document.ts'
import type { Mark } from '../../shared/domain/text.ts'
import { foldUnits } from '../../shared/text/fold-units.ts'
import { newId } from '../area-context.ts'
import { cutMarks } from '../imports/prepare-article.ts'
import type { NewBlock } from './text.repo.ts'
import type { BlockRow, TextRows } from './text-rows.repo.ts'

/** A block of a corrected file, cut into sentences. */
export interface CutBlock {
  readonly block: ImportedBlock
  readonly segments: readonly { readonly text: string; readonly marks: readonly Mark[] }[]
}

/** An article's sentences, block by block. */
export function sentencesOf(rows: TextRows): string[][] {
  return [...textsByBlock(rows).values()]
}

export function cutBlocks(
  blocks: readonly ImportedBlock[],
  sentences: readonly (readonly string[])[],
): CutBlock[] {
  return blocks.map((block, index) => {
    const texts = sentences[index] ?? [block.text]
    const marks = cutMarks(block.marks, texts)
    return { block, segments: texts.map((text, place) => ({ text, marks: marks[place] ?? [] })) }
  })
}

/**
 * A file's blocks as the article's: a block that goes on keeps its id and its speaker, and its kind where its text is
 * the same (a person may have set it). `speakerOf` finds who the file says is speaking in a new one.
 */
export function continueBlocks(
  rows: TextRows,
  cut: readonly CutBlock[],
  ids: readonly SegmentId[],
  speakerOf: (speaker: number) => SpeakerId | null,
): NewBlock[] {
  const homes = new Map(rows.segments.map((segment) => [segment.id, segment.blockId]))
  const oldBlocks = new Map(rows.blocks.map((block) => [block.id, block]))
  const oldTexts = textsByBlock(rows)
  let next = 0
  const drafts = cut.map(({ block, segments }) => {
    const own = segments.map((segment) => {
      const id = ids[next] ?? newId<'segment'>()
      next += 1
      return { ...segment, id }
    })
    return { block, segments: own, ...findContinued(own, homes) }
  })
  const owners = findOwners(drafts)
  return drafts.map(({ block, segments, continues }, index): NewBlock => {
    const old: BlockRow | undefined = continues === null ? undefined : oldBlocks.get(continues)
    const isSame =
      old !== undefined && foldUnits((oldTexts.get(old.id) ?? []).join('')) === foldUnits(block.text)
    const found = block.speaker === null ? null : block.speaker
    return {
      id: old !== undefined && owners.get(old.id) === index ? old.id : newId<'block'>(),
      kind: isSame ? old.kind : block.kind,
      level: isSame ? old.level : block.level,
      speakerId: old?.speakerId ?? (found === null ? null : speakerOf(found)),
      segments,
    }
  })
}

interface Continued {
  /** The old block that most of its kept sentences are from. */
  readonly continues: BlockId | null
  readonly weight: number
}

function findContinued(
  segments: readonly { readonly id: SegmentId; readonly text: string }[],
  homes: ReadonlyMap<SegmentId, BlockId>,
): Continued {
  const weights = new Map<BlockId, number>()
  for (const { id, text } of segments) {
    const home = homes.get(id)
    if (home !== undefined) weights.set(home, (weights.get(home) ?? 0) + text.length)
  }
  let best: Continued = { continues: null, weight: 0 }
  for (const [continues, weight] of weights) if (weight > best.weight) best = { continues, weight }
  return best
}

/** Of several blocks that one was divided into, the one with most of its text is that one. */
function findOwners(drafts: readonly Continued[]): ReadonlyMap<BlockId, number> {
  const owners = new Map<BlockId, number>()
  for (const [index, { continues, weight }] of drafts.entries()) {
    if (continues === null) continue
    const known = drafts[owners.get(continues) ?? -1]
    if (known === undefined || known.weight < weight) owners.set(continues, index)
  }
  return owners
}

function textsByBlock({ blocks, segments }: TextRows): Map<BlockId, string[]> {
  const texts = new Map<BlockId, string[]>(blocks.map(({ id }) => [id, []]))
  for (const { blockId, text } of segments) texts.get(blockId)?.push(text)
  return texts
}
