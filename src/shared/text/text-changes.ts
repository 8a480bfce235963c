import { diffMain } from 'diff-match-patch-es'
import { characterDiff } from './character-diff.ts'
import type { TextRange } from './graphemes.ts'

/** One stretch of a text replaced by another; either may be empty. UTF-16 code units, half-open. */
export interface TextChange {
  readonly old: TextRange
  readonly new: TextRange
}

/** Texts up to this long (both together, in code units) are compared unit by unit, longer ones by sentences first. */
const SHORT_TEXTS = 8_000

/** With more sentences than this that only one side has, it is another text and not worth an hour's comparing. */
const MOST_UNSHARED = 6_000

const CLAUSE_ENDS = new Set('。！？；，\n.!?;,')

/**
 * What was changed between two versions of a text, in order. The same texts always give the same changes. Text
 * that was rewritten through and through is one change; in particular, letters that happen to agree amid
 * rewritten ones do not count as kept, so that nothing hangs on by a chance 的.
 */
export function changesBetween(oldText: string, newText: string): TextChange[] {
  const start = commonStart(oldText, newText)
  const ending = commonEnding(oldText, newText, start)
  const oldMiddle = oldText.slice(start, oldText.length - ending)
  const newMiddle = newText.slice(start, newText.length - ending)
  if (oldMiddle === '' && newMiddle === '') return []
  if (oldMiddle === '' || newMiddle === '') return [changeAt(start, oldMiddle, start, newMiddle)]
  if (oldMiddle.length + newMiddle.length > SHORT_TEXTS) {
    return changesBySentence(oldMiddle, newMiddle, start)
  }
  return changesByUnit(oldMiddle, newMiddle, start, start)
}

function changesByUnit(oldText: string, newText: string, oldStart: number, newStart: number): TextChange[] {
  const changes: TextChange[] = []
  let oldOffset = oldStart
  let newOffset = newStart
  let removed = ''
  let added = ''
  const flush = (): void => {
    if (removed !== '' || added !== '') changes.push(changeAt(oldOffset, removed, newOffset, added))
    oldOffset += removed.length
    newOffset += added.length
    removed = ''
    added = ''
  }
  for (const piece of characterDiff(oldText, newText, true)) {
    if (piece.kind === 'removed') removed += piece.text
    else if (piece.kind === 'added') added += piece.text
    else {
      flush()
      oldOffset += piece.text.length
      newOffset += piece.text.length
    }
  }
  flush()
  return changes
}

/** Compares clause by clause, each standing for one code unit, and then unit by unit within what differs. */
function changesBySentence(oldText: string, newText: string, start: number): TextChange[] {
  const codes = new Map<string, number>()
  const oldClauses = clauses(oldText)
  const newClauses = clauses(newText)
  const whole = [changeAt(start, oldText, start, newText)]
  if (unshared(oldClauses, newClauses) + unshared(newClauses, oldClauses) > MOST_UNSHARED) return whole
  const oldCodes = encode(oldClauses, codes)
  const newCodes = encode(newClauses, codes)
  if (codes.size > 0xffff) return whole
  const changes: TextChange[] = []
  let oldOffset = start
  let newOffset = start
  let oldIndex = 0
  let newIndex = 0
  let removed = ''
  let added = ''
  const flush = (): void => {
    if (removed.length + added.length > SHORT_TEXTS || removed === '' || added === '') {
      if (removed !== '' || added !== '') changes.push(changeAt(oldOffset, removed, newOffset, added))
    } else {
      changes.push(...changesByUnit(removed, added, oldOffset, newOffset))
    }
    oldOffset += removed.length
    newOffset += added.length
    removed = ''
    added = ''
  }
  for (const [operation, run] of diffMain(oldCodes, newCodes, { diffTimeout: 0 }, false)) {
    if (operation === 0) {
      flush()
      const kept = oldClauses.slice(oldIndex, oldIndex + run.length).join('').length
      oldOffset += kept
      newOffset += kept
    }
    if (operation < 0) removed += oldClauses.slice(oldIndex, oldIndex + run.length).join('')
    if (operation > 0) added += newClauses.slice(newIndex, newIndex + run.length).join('')
    if (operation <= 0) oldIndex += run.length
    if (operation >= 0) newIndex += run.length
  }
  flush()
  return changes
}

function clauses(text: string): string[] {
  const found: string[] = []
  let start = 0
  for (let offset = 0; offset < text.length; offset += 1) {
    if (!CLAUSE_ENDS.has(text.charAt(offset))) continue
    found.push(text.slice(start, offset + 1))
    start = offset + 1
  }
  if (start < text.length) found.push(text.slice(start))
  return found
}

function unshared(clausesOfOne: readonly string[], clausesOfOther: readonly string[]): number {
  const known = new Set(clausesOfOther)
  return clausesOfOne.filter((clause) => !known.has(clause)).length
}

function encode(list: readonly string[], codes: Map<string, number>): string {
  let encoded = ''
  for (const clause of list) {
    let code = codes.get(clause)
    if (code === undefined) {
      code = codes.size
      codes.set(clause, code)
    }
    encoded += String.fromCharCode(code & 0xffff)
  }
  return encoded
}

function changeAt(oldStart: number, removed: string, newStart: number, added: string): TextChange {
  return {
    old: { start: oldStart, end: oldStart + removed.length },
    new: { start: newStart, end: newStart + added.length },
  }
}

function commonStart(one: string, other: string): number {
  const limit = Math.min(one.length, other.length)
  let length = 0
  while (length < limit && one.charCodeAt(length) === other.charCodeAt(length)) length += 1
  return length
}

function commonEnding(one: string, other: string, start: number): number {
  const limit = Math.min(one.length, other.length) - start
  let length = 0
  while (
    length < limit &&
    one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length)
  ) {
    length += 1
  }
  return length
}
