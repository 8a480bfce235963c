import type { Lexicon } from '../lexicon/lexicon.ts'
import { alignLong } from './align-long.ts'
import type { AlignedBead, Aligner, AlignInput, FixedBead, KnownEvidence, KnownPair } from './aligner.ts'
import type { FoundBead } from './boundary-evidence.ts'
import { confidenceOf } from './confidence.ts'
import { bilingualPair, PLAIN_PAIR, prepareTexts } from './prepare-texts.ts'

const NOTHING_KNOWN: KnownEvidence = { beads: [], terms: [] }
/** Shares of the progress: reading the words, then aligning. */
const READING = 20
const ALIGNING = 80

/**
 * An aligner that knows the words of a lexicon, Chinese on either side and English on the other. Without one,
 * or for other languages, it goes by lengths, by numbers and words both sides write alike, by marks and blocks,
 * and by what it learns from the texts themselves.
 */
export function createAligner(lexicon: Lexicon | null): Aligner {
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
      fixed.map((bead) => (isTurned ? verifiedBead(bead.right, bead.left) : verifiedBead(bead.left, bead.right))),
      (done, all) => progress(READING + (ALIGNING * done) / all, total),
    )
    progress(total, total)
    return found.map((bead) => alignedBead(bead, isTurned, knowsWords && bilingual !== null))
  }
}

function isChinese(language: string): boolean {
  return /^(?:zh|cmn|yue)(?:-|$)/iu.test(language)
}

function isEnglish(language: string): boolean {
  return /^en(?:-|$)/iu.test(language)
}

function turnedKnown(known: KnownEvidence | undefined): KnownEvidence {
  const turned = ({ left, right }: KnownPair): KnownPair => ({ left: right, right: left })
  return { beads: (known?.beads ?? []).map(turned), terms: (known?.terms ?? []).map(turned) }
}

function verifiedBead(rows: FixedBead['left'], columns: FixedBead['right']): FoundBead {
  return {
    row: rows[0],
    column: columns[0],
    height: rows[1] - rows[0],
    width: columns[1] - columns[0],
    posterior: 1,
  }
}

function alignedBead(bead: FoundBead, isTurned: boolean, hadLexicon: boolean): AlignedBead {
  const rows = [bead.row, bead.row + bead.height] as const
  const columns = [bead.column, bead.column + bead.width] as const
  const confidence = bead.posterior === 1 ? 1 : confidenceOf(bead, hadLexicon)
  return isTurned ? { left: columns, right: rows, confidence } : { left: rows, right: columns, confidence }
}

function checkFixed({ left, right, fixed = [] }: AlignInput): void {
  let [row, column] = [0, 0]
  for (const bead of fixed) {
    const isEmpty = bead.left[0] === bead.left[1] && bead.right[0] === bead.right[1]
    const inOrder =
      row <= bead.left[0] && bead.left[0] <= bead.left[1] && column <= bead.right[0] && bead.right[0] <= bead.right[1]
    if (isEmpty || !inOrder) throw new RangeError('Fixed beads are empty, overlap or are out of order.')
    row = bead.left[1]
    column = bead.right[1]
  }
  if (row > left.segments.length || column > right.segments.length) {
    throw new RangeError('A fixed bead lies outside the texts.')
  }
}
