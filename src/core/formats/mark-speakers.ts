import type { ImportedSpeaker } from '../../shared/domain/imported-document.ts'
import { SPOKEN_KINDS } from '../../shared/domain/speaker.ts'
import type { BlockKind } from '../../shared/domain/text.ts'
import { isHeadingShaped } from './heading-shape.ts'
import { addFinding, type DraftBlock, type Reading } from './reading.ts'
import { parseSpeakerLine } from './speaker-line.ts'
import { columns, endsSentence } from './text-shape.ts'

/** A body is at least this wide, or ends as a sentence does. In columns. */
export const WIDTH_OF_BODY = 80

const SPOKEN: ReadonlySet<BlockKind> = new Set(SPOKEN_KINDS)

function isHeading(block: DraftBlock, linesMayBeHeadings: boolean): boolean {
  if (block.kind === 'heading' || block.kind === 'title') return true
  return linesMayBeHeadings && block.kind === 'paragraph' && isHeadingShaped(block.text)
}

function isBody(block: DraftBlock | undefined): boolean {
  if (block === undefined || !SPOKEN.has(block.kind)) return false
  return columns(block.text, WIDTH_OF_BODY) >= WIDTH_OF_BODY || endsSentence(block.text)
}

/** Under a title, a reporter's line says who wrote the article, not who speaks; 本报记者 says so anywhere. */
export function isWriter({ role }: ImportedSpeaker, heading: BlockKind): boolean {
  if (role === null) return false
  if (/^(?:本报|本報|本刊|本社|本台|本网|本網)/u.test(role)) return true
  return heading === 'title' && /(?:记者|記者|通讯员|通訊員|reporter|correspondent|writer)$/iu.test(role)
}

function speakerIndex(reading: Reading, speaker: ImportedSpeaker): number {
  const known = reading.speakers.findIndex(({ name, role }) => name === speaker.name && role === speaker.role)
  return known === -1 ? reading.speakers.push(speaker) - 1 : known
}

/**
 * Finds speeches: a heading, then a line that names a speaker with a role, then a body. The lines become
 * `heading` and `byline`. Adds the speakers and a finding for each.
 *
 * @param linesMayBeHeadings in plain text the heading is known only by its shape
 * @returns for each speech, the index of its heading → the index of its speaker
 */
export function markSpeakerHeadings(
  reading: Reading,
  linesMayBeHeadings: boolean,
): ReadonlyMap<number, number> {
  const { blocks } = reading
  const speeches = new Map<number, number>()
  for (const [index, heading] of blocks.entries()) {
    const line = blocks[index + 1]
    if (line === undefined || (line.kind !== 'paragraph' && line.kind !== 'byline')) continue
    if (!isHeading(heading, linesMayBeHeadings) || !isBody(blocks[index + 2])) continue
    const speaker = parseSpeakerLine(line.text)
    if (speaker === null || isWriter(speaker, heading.kind)) continue
    if (heading.kind === 'paragraph') {
      heading.kind = 'heading'
      heading.level = 1
    }
    line.kind = 'byline'
    speeches.set(index, speakerIndex(reading, speaker))
  }
  // One line may deceive; several of the same build on one page do not.
  const confidence = speeches.size > 1 ? 0.9 : 0.7
  for (const { name, role } of reading.speakers) {
    addFinding(reading, 'speaker', role === null ? name : `${name} (${role})`, 'speaker-line', confidence)
  }
  return speeches
}

/**
 * Gives each block its speaker: from a speech's heading to the next heading of any kind. Where the only
 * speech is the article itself (its heading is the title), the headings inside it end nothing.
 * Headings, bylines, captions and credits are nobody's words.
 */
export function assignSpeakers(reading: Reading, speeches: ReadonlyMap<number, number>): void {
  const [first] = speeches.keys()
  const wholeArticle = speeches.size === 1 && first !== undefined && reading.blocks[first]?.kind === 'title'
  let current: number | null = null
  for (const [index, block] of reading.blocks.entries()) {
    const starts = speeches.get(index)
    if (starts !== undefined) current = starts
    else if (block.kind === 'heading' && !wholeArticle) current = null
    if (SPOKEN.has(block.kind)) block.speaker = current
  }
}
