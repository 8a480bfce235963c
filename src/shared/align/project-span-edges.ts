import type { TextRange } from '../text/graphemes.ts'

const OPENING = /[“‘"'「『（(《〈【[]/u
const CLOSING = /[”’"'」』）)》〉】\]]/u
const STOP = /[，。；：！？、,.;:!?…]/u
const LETTER = /[\p{Script=Latin}\p{M}\d]/u

/**
 * The span with the signs its like has: marks of quotation and brackets around it, the stop behind it, each
 * only where the selection has one there too. Words joined by a hyphen stay whole.
 */
export function widenToMarks(
  source: string,
  selection: TextRange,
  target: string,
  span: TextRange,
): TextRange {
  const selected = source.slice(selection.start, selection.end).trim()
  let { start, end } = wholeCompound(target, span)
  if (OPENING.test(selected.charAt(0)) && OPENING.test(target.charAt(start - 1))) start -= 1
  let last = selected.length
  const tail: RegExp[] = []
  while (last > 0 && (CLOSING.test(selected.charAt(last - 1)) || STOP.test(selected.charAt(last - 1)))) {
    tail.unshift(CLOSING.test(selected.charAt(last - 1)) ? CLOSING : STOP)
    last -= 1
  }
  // English sets its comma before the closing mark, Chinese behind: in any order, but no other kind.
  while (end < target.length && tail.some((sign) => sign.test(target.charAt(end)))) end += 1
  return { start, end }
}

function wholeCompound(text: string, { start, end }: TextRange): TextRange {
  let [from, to] = [start, end]
  while (
    /[-‐‑]/u.test(text.charAt(to)) &&
    LETTER.test(text.charAt(to + 1)) &&
    LETTER.test(text.charAt(to - 1))
  ) {
    to += 1
    while (LETTER.test(text.charAt(to))) to += 1
  }
  while (
    /[-‐‑]/u.test(text.charAt(from - 1)) &&
    LETTER.test(text.charAt(from - 2)) &&
    LETTER.test(text.charAt(from))
  ) {
    from -= 1
    while (LETTER.test(text.charAt(from - 1))) from -= 1
  }
  return { start: from, end: to }
}
