import { isCaption } from './caption-line.ts'
import { creditKind } from './credit-line.ts'

const BULLET = /^[-*•●■◆▲▪]\s/u

/** Whether a line can only be a paragraph of its own, whatever the width of the lines around it. */
export function startsOwnBlock(line: string): boolean {
  return BULLET.test(line) || creditKind(line) !== null || isCaption(line)
}
