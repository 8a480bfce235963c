/** Signs of scripts that are written without spaces, and the marks that stand among them. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u
/** Quotation marks and the like, which Chinese and English share. */
const SHARED_MARKS = /^[“”‘’…—]+|[“”‘’…—]+$/gu
/** How far to look past such marks, in UTF-16 code units. */
const FAR_ENOUGH = 16

/**
 * What to put between two segments so that they read as one text: nothing where white space is there already or
 * either neighbour is of a script written without spaces, else a space.
 */
export function gapBetween(before: string, after: string): '' | ' ' {
  if (before === '' || after === '' || /\s/u.test(before.slice(-1)) || /^\s/u.test(after)) return ''
  const last = [...before.slice(-FAR_ENOUGH).replace(SHARED_MARKS, '')].at(-1) ?? ''
  const first = [...after.slice(0, FAR_ENOUGH).replace(SHARED_MARKS, '')].at(0) ?? ''
  return UNSPACED.test(last) || UNSPACED.test(first) ? '' : ' '
}
