import { interpolate, type ConfidenceKnot } from '../../src/shared/align/confidence.ts'
import { createAligner } from '../../src/shared/align/create-aligner.ts'
import type { Lexicon } from '../../src/shared/lexicon/lexicon.ts'
import { alignDocument } from './align-document.ts'
import type { GoldSet } from './gold-documents.ts'
import type { Judged } from './reliability.ts'
import { beadKey } from './score-beads.ts'

export interface JudgedDocument {
  readonly set: string
  /** With the model's own posterior as confidence. */
  readonly judged: readonly Judged[]
}

/** Aligns all documents and says of every bead what posterior it had and whether it was right. */
export function judgePosteriors(sets: readonly GoldSet[], lexicon: Lexicon | null): JudgedDocument[] {
  const align = createAligner(lexicon, { isCalibrated: false })
  return sets.flatMap((set) =>
    set.documents.map((document) => {
      const right = new Set(document.beads.map(beadKey))
      const judged = alignDocument(align, document).map((bead) => ({
        confidence: bead.confidence ?? 0,
        isRight: right.has(beadKey(bead)),
      }))
      return { set: set.name, judged }
    }),
  )
}

/** Beads are taken together by this many before they are compared. */
const GROUP = 80

interface Block {
  logits: number
  right: number
  count: number
}

/** Shares that rise with the posterior: isotonic regression by pooling adjacent violators (Ayer et al. 1955). */
export function fitConfidence(judged: readonly Judged[]): ConfidenceKnot[] {
  const sorted = judged.toSorted((a, b) => a.confidence - b.confidence)
  const blocks: Block[] = []
  for (let start = 0; start < sorted.length; start += GROUP) {
    const group = sorted.slice(start, start + GROUP)
    blocks.push({
      logits: group.reduce((sum, { confidence }) => sum + logit(confidence), 0),
      right: group.filter(({ isRight }) => isRight).length,
      count: group.length,
    })
    for (let last = blocks.length - 1; last > 0; last -= 1) {
      const [before, after] = [blocks[last - 1], blocks[last]]
      if (before === undefined || after === undefined || shareOf(before) < shareOf(after)) break
      blocks.splice(last - 1, 2, {
        logits: before.logits + after.logits,
        right: before.right + after.right,
        count: before.count + after.count,
      })
    }
  }
  return blocks.map((block) => [1 / (1 + Math.exp(-block.logits / block.count)), shareOf(block)])
}

/** Never quite 1: half a bead more is taken to be wrong. */
function shareOf({ right, count }: Block): number {
  return right / (count + 0.5)
}

function logit(probability: number): number {
  const inside = Math.min(1 - 1e-9, Math.max(1e-9, probability))
  return Math.log(inside / (1 - inside))
}

/** Every document by a table learnt from the others, gathered by set. */
export function crossValidated(
  sets: readonly GoldSet[],
  lexicon: Lexicon,
): { readonly name: string; readonly judged: readonly Judged[] }[] {
  const documents = judgePosteriors(sets, lexicon)
  return sets.map(({ name }) => ({
    name,
    judged: documents
      .filter(({ set }) => set === name)
      .flatMap((document) => {
        const knots = fitConfidence(
          documents.filter((other) => other !== document).flatMap(({ judged }) => judged),
        )
        return document.judged.map((bead) => ({
          ...bead,
          confidence: interpolate(knots, bead.confidence),
        }))
      }),
  }))
}
