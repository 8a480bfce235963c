import { parseDateline } from './dateline.ts'
import { guessTitle } from './find-title.ts'
import { guessKind } from './guess-kind.ts'
import { parseInfoLine } from './info-line.ts'
import { markCaptions } from './mark-captions.ts'
import { markHeadings } from './mark-headings.ts'
import { assignSpeakers, markSpeakerHeadings } from './mark-speakers.ts'
import { addFinding, bestFinding, type Reading } from './reading.ts'

/** Info lines stand among the first blocks. */
const INFO_LINES_WITHIN = 5

/** A dateline stands in one of the first paragraphs. */
const DATELINE_WITHIN = 3

// “…until the rain stopped.—VNA”: an agency's letters after the last stop.
const SIGN_OFF = /[.!?。”"’]\s?(?:—|–|--|\/\/)\s?(?<source>\p{Lu}{2,8})\.?$/u

function readInfoLines(reading: Reading): void {
  for (const block of reading.blocks.slice(0, INFO_LINES_WITHIN)) {
    if (block.kind !== 'paragraph') continue
    const info = parseInfoLine(block.text)
    if (info === null) continue
    block.kind = 'byline'
    for (const field of ['date', 'source', 'author', 'place'] as const) {
      const value = info[field]
      if (value !== null) addFinding(reading, field, value, 'info-line', 0.8)
    }
  }
}

function readDateline(reading: Reading): void {
  const paragraphs = reading.blocks.filter((block) => block.kind === 'paragraph').slice(0, DATELINE_WITHIN)
  for (const { text } of paragraphs) {
    const dateline = parseDateline(text)
    if (dateline === null) continue
    for (const field of ['place', 'source', 'date', 'author'] as const) {
      const value = dateline[field]
      if (value !== null) addFinding(reading, field, value, 'agency-dateline', dateline.confidence)
    }
    return
  }
}

function readSignOff(reading: Reading): void {
  const last = reading.blocks.findLast((block) => block.kind === 'paragraph')
  const source = SIGN_OFF.exec(last?.text.slice(-40) ?? '')?.groups?.source
  if (source !== undefined) addFinding(reading, 'source', source, 'agency-sign-off', 0.6)
}

/**
 * Lets all rules that work on blocks look at a document, whatever format it came in. The order matters:
 * captions and credits are short lines that would else pass for headings, and the words of a speaker
 * end at the next heading, so headings must be known first.
 *
 * @param plain true where headings are known only by their shape; other formats say what a heading is
 */
export function understand(reading: Reading, plain: boolean): void {
  markCaptions(reading)
  readInfoLines(reading)
  readDateline(reading)
  const speeches = markSpeakerHeadings(reading, plain)
  if (plain) markHeadings(reading)
  assignSpeakers(reading, speeches)
  readSignOff(reading)
  if (bestFinding(reading, 'title') === null) {
    const first = reading.blocks.find((block) => block.kind === 'paragraph') ?? reading.blocks[0]
    if (first !== undefined) addFinding(reading, 'title', guessTitle(first.text), 'first-sentence', 0.4)
  }
  guessKind(reading)
}
