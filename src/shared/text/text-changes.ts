import { diffMain } from 'diff-match-patch-es'
import { cutsPair } from './astral-units.ts'
import { characterDiff, type DiffPiece } from './character-diff.ts'
import type { TextRange } from './graphemes.ts'

/** One stretch of a text replaced by another; either may be empty. UTF-16 code units, half-open. */
export interface Replacement {
  readonly old: TextRange
  readonly new: TextRange
}

export interface TextChange extends Replacement {
  /** The smallest replacements it consists of, in order: letters that agree by chance lie between them. */
  readonly steps: readonly Replacement[]
  /** It is known to stand where it does: whole lines came or went. */
  readonly isWhole?: boolean
}

/** Texts up to this long (both together, in code units) are compared unit by unit, longer ones by sentences first. */
const SHORT_TEXTS = 8_000

/** With more sentences than this that only one side has, it is another text and not worth a minute's comparing. */
const MOST_UNSHARED = 6_000

/** Closes the last run of changes. */
const END: DiffPiece = { kind: 'kept', text: '' }

const CLAUSE_ENDS = new Set('。！？；，\n.!?;,')

const SENTENCE_ENDS = new Set('。！？\n.!?')

/** Whether a code unit ends a sentence. */
export function isSentenceEnd(character: string): boolean {
  return SENTENCE_ENDS.has(character)
}

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
  return changesWithin(oldMiddle, newMiddle, { old: start, new: start }, changesByClause)
}

/** Where in the two texts a comparison stands. */
interface Offsets {
  readonly old: number
  readonly new: number
}

type Compare = (removed: string, added: string, at: Offsets) => TextChange[]

/** One text for another: a single change if either is empty, unit by unit if short, else as `compareLong` says. */
function changesWithin(removed: string, added: string, at: Offsets, compareLong: Compare): TextChange[] {
  if (removed === '' && added === '') return []
  if (removed === '' || added === '') return [wholeChange(removed, added, at)]
  if (removed.length + added.length > SHORT_TEXTS) return compareLong(removed, added, at)
  return collect(characterDiff(removed, added, true), at, (oldRun, newRun, offsets) => {
    const steps = collect(characterDiff(oldRun, newRun, false), offsets, (...step) => [replacement(...step)])
    return [{ ...replacement(oldRun, newRun, offsets), steps }]
  })
}

/** Compares clause by clause, each standing for one code unit, and then unit by unit within what differs. */
function changesByClause(removed: string, added: string, at: Offsets): TextChange[] {
  const oldClauses = clauses(removed)
  const newClauses = clauses(added)
  const codes = new Map<string, number>()
  const oldCodes = encode(oldClauses, codes)
  const newCodes = encode(newClauses, codes)
  const isOtherText = unshared(oldClauses, newClauses) + unshared(newClauses, oldClauses) > MOST_UNSHARED
  if (isOtherText || codes.size > 0xffff) return [wholeChange(removed, added, at)]
  let oldIndex = 0
  let newIndex = 0
  const pieces: DiffPiece[] = []
  for (const [operation, run] of diffMain(oldCodes, newCodes, { diffTimeout: 0 }, false)) {
    const [list, index] = operation > 0 ? [newClauses, newIndex] : [oldClauses, oldIndex]
    const text = list.slice(index, index + run.length).join('')
    pieces.push({ kind: operation === 0 ? 'kept' : operation < 0 ? 'removed' : 'added', text })
    if (operation <= 0) oldIndex += run.length
    if (operation >= 0) newIndex += run.length
  }
  return collect(pieces, at, (oldRun, newRun, offsets) =>
    changesWithin(oldRun, newRun, offsets, (...long) => [wholeChange(...long)]),
  )
}

/** What `make` makes of each run of removed and added pieces, with the offsets it stands at. */
function collect<Change>(
  pieces: readonly DiffPiece[],
  at: Offsets,
  make: (removed: string, added: string, at: Offsets) => readonly Change[],
): Change[] {
  const changes: Change[] = []
  let offsets = at
  let removed = ''
  let added = ''
  for (const piece of [...pieces, END]) {
    if (piece.kind === 'removed') removed += piece.text
    else if (piece.kind === 'added') added += piece.text
    else {
      if (removed !== '' || added !== '') changes.push(...make(removed, added, offsets))
      offsets = {
        old: offsets.old + removed.length + piece.text.length,
        new: offsets.new + added.length + piece.text.length,
      }
      removed = ''
      added = ''
    }
  }
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

function wholeChange(removed: string, added: string, at: Offsets): TextChange {
  const whole = replacement(removed, added, at)
  return { ...whole, steps: [whole] }
}

function replacement(removed: string, added: string, at: Offsets): Replacement {
  return {
    old: { start: at.old, end: at.old + removed.length },
    new: { start: at.new, end: at.new + added.length },
  }
}

function commonStart(one: string, other: string): number {
  const limit = Math.min(one.length, other.length)
  let length = 0
  while (length < limit && one.charCodeAt(length) === other.charCodeAt(length)) length += 1
  return cutsPair(one, length) || cutsPair(other, length) ? length - 1 : length
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
  const isCut = cutsPair(one, one.length - length) || cutsPair(other, other.length - length)
  return isCut ? length - 1 : length
}
