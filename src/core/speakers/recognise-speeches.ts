import type { ImportedSpeaker } from '../../shared/domain/imported-document.ts'
import { SPOKEN_KINDS, type SpeechRule } from '../../shared/domain/speaker.ts'
import type { BlockKind } from '../../shared/domain/text.ts'
import { isHeadingShaped } from '../formats/heading-shape.ts'
import { isWriter, WIDTH_OF_BODY } from '../formats/mark-speakers.ts'
import { parseSpeakerLabel, parseSpeakerLine } from '../formats/speaker-line.ts'
import { columns, endsSentence } from '../formats/text-shape.ts'

/** What the rules look at: a block's kind, and how its text begins (all of it where it is short) and ends. */
export interface SpeechBlock {
  readonly kind: BlockKind
  readonly opening: string
  readonly closing: string
}

/** Blocks that look like one person's words, as indexes, both included; both are spoken blocks. */
export interface Speech extends ImportedSpeaker {
  readonly from: number
  readonly to: number
  readonly rule: SpeechRule
}

interface Start extends ImportedSpeaker {
  /** Where the speech before ends: the heading, the speaker's line or the block itself. */
  readonly opens: number
  /** The first block of the words. */
  readonly body: number
  readonly rule: SpeechRule
}

const LEAST_LABELLED = 4
const SPOKEN: ReadonlySet<BlockKind> = new Set(SPOKEN_KINDS)

/**
 * Finds speeches in a text: a heading, a line that names a speaker with a role, then the words · such lines
 * without a heading, where there are several · “Name: …”, where two people or more take turns. Rather blind than
 * wrong: a reporter's line is no speaker's, and one label alone may be anything.
 */
export function recogniseSpeeches(blocks: readonly SpeechBlock[]): Speech[] {
  const lines = speakerLines(blocks)
  const starts = lines.length > 0 ? lines : labels(blocks)
  const [first] = starts
  // The only speech is the article itself: headings inside it end nothing.
  const isWhole =
    starts.length === 1 && first?.rule === 'heading-line' && blocks[first.opens]?.kind === 'title'
  return starts.flatMap(({ body, opens: _opens, ...speaker }, at): Speech[] => {
    const next = starts[at + 1]?.opens ?? blocks.length
    const heading = isWhole ? -1 : blocks.findIndex(({ kind }, index) => index > body && isHeadingKind(kind))
    const end = heading === -1 ? next : Math.min(next, heading)
    const to = blocks.findLastIndex(({ kind }, index) => index < end && SPOKEN.has(kind))
    return to < body ? [] : [{ ...speaker, from: body, to }]
  })
}

/** Lines that name a speaker with a role and stand before a body, under a heading or not. */
function speakerLines(blocks: readonly SpeechBlock[]): Start[] {
  const starts: Start[] = []
  for (const [index, line] of blocks.entries()) {
    if (line.kind === 'title' || line.kind === 'caption' || line.kind === 'credit') continue
    if (!isBody(blocks[index + 1])) continue
    const speaker = parseSpeakerLine(line.opening)
    if (speaker === null) continue
    const before = blocks[index - 1]
    const heading = before !== undefined && isHeading(before) ? before : null
    if (isWriter(speaker, heading?.kind ?? (index === 0 ? 'title' : 'paragraph'))) continue
    starts.push({
      ...speaker,
      opens: heading === null ? index : index - 1,
      body: index + 1,
      rule: heading === null ? 'speaker-line' : 'heading-line',
    })
  }
  // A line without a heading may deceive; several of the same build on one page do not.
  return starts.length > 1 ? starts : starts.filter(({ rule }) => rule === 'heading-line')
}

/** Paragraphs that begin with a name and a colon, where at least two names take turns. */
function labels(blocks: readonly SpeechBlock[]): Start[] {
  const starts = blocks.flatMap((block, index): Start[] => {
    const speaker = SPOKEN.has(block.kind) ? parseSpeakerLabel(block.opening) : null
    return speaker === null ? [] : [{ ...speaker, opens: index, body: index, rule: 'label' }]
  })
  const byName = Map.groupBy(starts, ({ name }) => name)
  const taking = starts.filter(({ name }) => (byName.get(name)?.length ?? 0) > 1)
  const people = new Set(taking.map(({ name }) => name)).size
  return people > 1 && taking.length >= LEAST_LABELLED ? taking : []
}

function isHeadingKind(kind: BlockKind): boolean {
  return kind === 'heading' || kind === 'title'
}

function isHeading({ kind, opening }: SpeechBlock): boolean {
  return isHeadingKind(kind) || (kind === 'paragraph' && opening.trim() !== '' && isHeadingShaped(opening))
}

function isBody(block: SpeechBlock | undefined): boolean {
  if (block === undefined || !SPOKEN.has(block.kind)) return false
  return columns(block.opening, WIDTH_OF_BODY) >= WIDTH_OF_BODY || endsSentence(block.closing)
}
