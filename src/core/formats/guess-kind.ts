import { isChapterHeading } from './heading-shape.ts'
import { addFinding, bestFinding, type Reading } from './reading.ts'

const SPEECH_TITLE =
  /讲话|講話|致辞|致辭|演讲|演講|发言|發言|\b(?:speech|remarks|address|keynote|statement)\b/iu
const REPORT_TITLE = /报告|報告|白皮书|白皮書|公报|公報|\b(?:report|white paper|communiqu[ée])\b/iu

/** Guesses what kind of article it is; adds no finding where nothing speaks for any. */
export function guessKind(reading: Reading): void {
  const { blocks, speakers } = reading
  const title = bestFinding(reading, 'title')?.value.slice(0, 200) ?? ''
  const uses = (rule: string): boolean => reading.findings.some((finding) => finding.rule === rule)
  if (blocks.filter((block) => block.kind === 'heading' && isChapterHeading(block.text)).length >= 2) {
    addFinding(reading, 'kind', 'book', 'chapter-headings', 0.7)
  }
  if (speakers.length > 0)
    addFinding(reading, 'kind', 'speech', 'speech-speakers', speakers.length > 1 ? 0.8 : 0.75)
  if (uses('agency-dateline')) addFinding(reading, 'kind', 'news', 'dateline-news', 0.85)
  else if (uses('header-line')) addFinding(reading, 'kind', 'news', 'dated-header-news', 0.5)
  else if (blocks.some((block) => block.kind === 'caption'))
    addFinding(reading, 'kind', 'news', 'photo-news', 0.5)
  if (SPEECH_TITLE.test(title)) addFinding(reading, 'kind', 'speech', 'title-word', 0.6)
  else if (REPORT_TITLE.test(title)) addFinding(reading, 'kind', 'report', 'title-word', 0.4)
}
