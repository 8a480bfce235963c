import type { Lexicon } from '../lexicon/lexicon.ts'
import { alignLong } from './align-long.ts'
import type { AlignedBead, Aligner, AlignInput, KnownEvidence, KnownPair } from './aligner.ts'
import { allowedTypes, type Axis } from './bead-types.ts'
import type { FoundBead } from './boundary-evidence.ts'
import { confidenceOf } from './confidence.ts'
import { bilingualPair, PLAIN_PAIR, prepareTexts } from './prepare-texts.ts'

const NOTHING_KNOWN: KnownEvidence = { beads: [], terms: [] }
/** Shares of the progress: reading the words, then aligning. */
const READING = 20
const ALIGNING = 80

/** Both are true in use; the benchmark turns them off to see what they do. */
export interface AlignerOptions {
  /** Whether a bead's confidence is the share of such beads that are right, or the model's own posterior. */
  readonly isCalibrated?: boolean
  /** Whether fixed beads teach how words are rendered, or only bound the search. */
  readonly learnsFromFixed?: boolean
}

/**
 * An aligner that knows the words of a lexicon, Chinese on either side and English on the other. Without one,
 * or for other languages, it goes by lengths, by numbers and words both sides write alike, by marks and blocks,
 * and by what it learns from the texts themselves.
 */
export function createAligner(
  lexicon: Lexicon | null,
  { isCalibrated = true, learnsFromFixed = true }: AlignerOptions = {},
): Aligner {
  const bilingual = lexicon === null ? null : bilingualPair(lexicon)
  return (input, progress) => {
    checkFixed(input)
    const isTurned = isChinese(input.right.language) && !isChinese(input.left.language)
    const [rows, columns] = isTurned ? [input.right, input.left] : [input.left, input.right]
    const knowsWords = isChinese(rows.language) && isEnglish(columns.language)
    const total = READING + ALIGNING
    const segments = rows.segments.length + columns.segments.length
    progress(0, total)
    const texts = prepareTexts(
      rows.segments,
      columns.segments,
      knowsWords ? (bilingual ?? PLAIN_PAIR) : PLAIN_PAIR,
      isTurned ? turnedKnown(input.known) : (input.known ?? NOTHING_KNOWN),
      (read) => progress((READING * read) / segments, total),
    )
    const fixed = input.fixed ?? []
    const found = alignLong(
      texts,
      fixed.map(({ left, right }) => {
        const [ours, theirs] = isTurned ? [right, left] : [left, right]
        return {
          row: ours[0],
          column: theirs[0],
          height: ours[1] - ours[0],
          width: theirs[1] - theirs[0],
          posterior: learnsFromFixed ? 1 : 0,
          isVerified: true,
        }
      }),
      allowedTypes(lockedAxis(input, isTurned)),
      (done, all) => progress(READING + (ALIGNING * done) / all, total),
    )
    progress(total, total)
    const hadLexicon = knowsWords && bilingual !== null
    return found.map((bead): AlignedBead => {
      const confidence = isCalibrated ? confidenceOf(bead.posterior, hadLexicon) : bead.posterior
      return alignedBead(bead, isTurned, bead.isVerified === true ? 1 : confidence)
    })
  }
}

function isChinese(language: string): boolean {
  return /^(?:zh|cmn|yue)(?:-|$)/iu.test(language)
}

function isEnglish(language: string): boolean {
  return /^en(?:-|$)/iu.test(language)
}

function lockedAxis({ lockedSide = null }: AlignInput, isTurned: boolean): Axis | null {
  if (lockedSide === null) return null
  return (lockedSide === 'left') === isTurned ? 'columns' : 'rows'
}

function turnedKnown(known: KnownEvidence | undefined): KnownEvidence {
  const turned = ({ left, right }: KnownPair): KnownPair => ({ left: right, right: left })
  return { beads: (known?.beads ?? []).map(turned), terms: (known?.terms ?? []).map(turned) }
}

function alignedBead(bead: FoundBead, isTurned: boolean, confidence: number): AlignedBead {
  const rows = [bead.row, bead.row + bead.height] as const
  const columns = [bead.column, bead.column + bead.width] as const
  return isTurned ? { left: columns, right: rows, confidence } : { left: rows, right: columns, confidence }
}

function checkFixed({ left, right, fixed = [] }: AlignInput): void {
  let [row, column] = [0, 0]
  for (const bead of fixed) {
    const isEmpty = bead.left[0] === bead.left[1] && bead.right[0] === bead.right[1]
    const inOrder =
      row <= bead.left[0] &&
      bead.left[0] <= bead.left[1] &&
      column <= bead.right[0] &&
      bead.right[0] <= bead.right[1]
    if (isEmpty || !inOrder) throw new RangeError('Fixed beads are empty, overlap or are out of order.')
    row = bead.left[1]
    column = bead.right[1]
  }
  if (row > left.segments.length || column > right.segments.length) {
    throw new RangeError('A fixed bead lies outside the texts.')
  }
}
