import type { ImportedSegment } from '../../../shared/domain/imported-bitext.ts'
import { cleanText } from '../clean-text.ts'

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u

/**
 * One side of a unit of another program as the one segment it is there. White space at its ends and line ends
 * inside are the file's layout: a line end becomes a space, or nothing between Han characters. None for a side
 * without text.
 */
export function foreignSegment(raw: string): ImportedSegment[] {
  const text = tidy(raw)
  return text === '' ? [] : [{ text, opensBlock: true }]
}

/**
 * Segments of one block, each at its place (none where there is no text), with a space between two where their
 * scripts ask for one.
 */
export function foreignBlock(raws: readonly string[]): ImportedSegment[][] {
  const texts = raws.map(tidy)
  let next = ''
  const gaps = texts.map(() => '')
  for (let index = texts.length - 1; index >= 0; index -= 1) {
    const text = texts[index] ?? ''
    if (text === '') continue
    gaps[index] = gapBetween(text, next)
    next = text
  }
  let opensBlock = true
  return texts.map((text, index) => {
    if (text === '') return []
    const segment = { text: text + (gaps[index] ?? ''), opensBlock }
    opensBlock = false
    return [segment]
  })
}

/** A space, unless one of the two is empty or of a script that is written without spaces. */
function gapBetween(before: string, after: string): '' | ' ' {
  if (before === '' || after === '' || /\s$/u.test(before)) return ''
  const last = [...before.slice(-8).replace(/[“”‘’…—]+$/u, '')].at(-1) ?? ''
  const first = [...after.slice(0, 8).replace(/^[“”‘’…—]+/u, '')][0] ?? ''
  return WIDE.test(last) || WIDE.test(first) ? '' : ' '
}

function tidy(raw: string): string {
  const text = cleanText(raw).text.trim()
  if (!text.includes('\n')) return text
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .reduce((before, line) => before + gapBetween(before, line) + line, '')
}
