import { describe, expect, it } from 'vitest'
import { applyBeadOperation } from '../../../src/shared/align/bead-operations.ts'
import type { Side } from '../../../src/shared/domain/article.ts'
import type { ConflictReason } from '../../../src/shared/domain/conflict-reason.ts'
import type { BeadOperation } from '../../../src/shared/domain/bead-operation.ts'
import type { Bead } from '../../../src/shared/domain/bead.ts'
import type { BeadId, SegmentId } from '../../../src/shared/domain/ids.ts'

const bead = (id: string): BeadId => id as BeadId
const segment = (id: string): SegmentId => id as SegmentId

/**
 * Beads as one writes them down: `1.2-1` is the first two segments of the left side and the first of the right.
 * `!` verified, `*` marked as having no counterpart, `+` made by hand, `?` to be looked at again. Ids: a, b, c, …
 */
function read(picture: string): Bead[] {
  return picture.split(' ').map((cell, index) => {
    const [left = '', right = ''] = cell.replace(/[!*+?]/gu, '').split('-')
    const ids = (side: string, numbers: string): SegmentId[] =>
      numbers === '' ? [] : numbers.split('.').map((number) => segment(`${side}${number}`))
    return {
      id: bead(String.fromCodePoint(0x61 + index)),
      left: ids('l', left),
      right: ids('r', right),
      confidence: 0.9,
      status: cell.includes('!') ? 'verified' : 'auto',
      unmatched: cell.includes('*'),
      byHand: cell.includes('+'),
      review: cell.includes('?'),
    }
  })
}

/** The same, with the ids before: `a:1.2-1`. */
function write(beads: readonly Bead[]): string {
  return beads
    .map(({ id, left, right, status, unmatched, review }) => {
      const numbers = (cell: readonly SegmentId[]): string => cell.map((one) => one.slice(1)).join('.')
      const marks = `${status === 'verified' ? '!' : ''}${unmatched ? '*' : ''}${review ? '?' : ''}`
      return `${id}:${numbers(left)}-${numbers(right)}${marks}`
    })
    .join(' ')
}

function apply(picture: string, operation: BeadOperation, lockedSide: Side | null = null) {
  let count = 0
  const newId = (): BeadId => bead(`n${(count += 1)}`)
  return applyBeadOperation(read(picture), operation, { lockedSide, newId })
}

const on = (kind: 'pull' | 'push' | 'shift' | 'pop', id: string, side: Side): BeadOperation => ({
  kind,
  beadId: bead(id),
  side,
})
const whole = (
  kind: 'merge-previous' | 'merge-next' | 'insert' | 'unmatch' | 'swap',
  id: string,
): BeadOperation => ({ kind, beadId: bead(id) })
const split = (id: string): BeadOperation => ({ kind: 'split', segmentId: segment(id) })
const pin = (left: string, right: string): BeadOperation => ({
  kind: 'pinpoint',
  left: segment(left),
  right: segment(right),
})
const move = (id: string, to: string): BeadOperation => ({
  kind: 'move',
  segmentId: segment(id),
  beadId: bead(to),
})

describe('operations on beads', () => {
  it.each<[string, string, BeadOperation, string, string]>([
    ['pull to the end', '1-1 2-2 3-3', on('pull', 'b', 'right'), 'a:1-1.2 b:2-3 c:3-', 'b'],
    ['pull to a gap', '1-1 2-2 3- 4-3', on('pull', 'b', 'right'), 'a:1-1.2 b:2- c:3- d:4-3', 'b'],
    ['pull to a verified row', '1-1 2-2 3-3! 4-4', on('pull', 'b', 'left'), 'a:1.2-1 b:-2 c:3-3! d:4-4', 'b'],
    ['pull closes a gap', '1-1 -2 2-3 3-', on('pull', 'b', 'left'), 'a:1-1 b:2-2 c:3-3', 'b'],
    ['pull empties a row', '1-1 2- 3-2', on('pull', 'b', 'left'), 'a:1.2-1 c:3-2', 'a'],
    ['push to the end', '1-1 2-2', on('push', 'a', 'left'), 'a:-1 b:1-2 n1:2-', 'a'],
    ['push into a gap', '1-1 2- 3-2', on('push', 'a', 'right'), 'a:1- b:2-1 c:3-2', 'a'],
    ['push to a verified row', '1-1 2-2! 3-3', on('push', 'a', 'right'), 'a:1- n1:-1 b:2-2! c:3-3', 'a'],
    ['push widens a gap', '1-1 -2 2-3', on('push', 'b', 'left'), 'a:1-1 b:-2 c:-3 n1:2-', 'b'],
    ['push on a verified row', '1-1! 2-2', on('push', 'a', 'right'), 'a:1- b:2-1 n1:-2', 'a'],
    ['merge with the one before', '1-1? 2-2!', whole('merge-previous', 'b'), 'a:1.2-1.2?', 'a'],
    ['merge keeps the flag of either', '1-1 2-2?', whole('merge-next', 'a'), 'a:1.2-1.2?', 'a'],
    ['merge with an empty row', '- 1-1', whole('merge-previous', 'b'), 'b:1-1', 'b'],
    ['insert', '1-1 2-2!', whole('insert', 'b'), 'a:1-1 n1:- b:2-2!', 'n1'],
    ['shift', '1-1 2.3-2', on('shift', 'b', 'left'), 'a:1.2-1 b:3-2', 'b'],
    ['shift above the first row', '1.2-1', on('shift', 'a', 'left'), 'n1:1- a:2-1', 'a'],
    ['shift the last of a row', '1-1 2- 3-2', on('shift', 'b', 'left'), 'a:1.2-1 c:3-2', 'a'],
    ['pop', '1-1.2 2-3', on('pop', 'a', 'right'), 'a:1-1 b:2-2.3', 'a'],
    ['pop below the last row', '1-1.2?', on('pop', 'a', 'right'), 'a:1-1? n1:-2', 'a'],
    ['split', '1.2.3-1?', split('l2'), 'a:1-1? n1:2.3-', 'n1'],
    ['split at the first of several: the sides part', '1-1.2', split('r1'), 'a:1- n1:-1.2', 'n1'],
    ['unmatch', '1-1!', whole('unmatch', 'a'), 'a:1-* n1:-1*', 'a'],
    ['unmatch one side', '1-! 2-1', whole('unmatch', 'a'), 'a:1-!* b:2-1', 'a'],
    ['unmatch again', '1-* 2-1', whole('unmatch', 'a'), 'a:1- b:2-1', 'a'],
    ['swap', '1-1 2-2 3-3', whole('swap', 'a'), 'a:1.2-1.2 c:3-3', 'a'],
    ['pinpoint in a row', '1.2.3-1.2', pin('l2', 'r2'), 'a:1-1 n1:2-2 n2:3-', 'n1'],
    ['pinpoint downwards', '1-1 2-2 3-3', pin('l1', 'r3'), 'a:-1 b:-2 n1:1-3 n2:2- c:3-', 'n1'],
    ['pinpoint upwards', '1-1 2-2 3-3', pin('l3', 'r1'), 'a:1- b:2- c:3-1 n1:-2 n2:-3', 'c'],
    ['pinpoint what is so', '1-1! 2-2', pin('l1', 'r1'), 'a:1-1! b:2-2', 'a'],
    ['move up', '1-1 2-2 3.4-3', move('l3', 'a'), 'a:1.2.3-1 b:-2 c:4-3', 'a'],
    ['move down', '1.2-1 3-2 4-3', move('l2', 'c'), 'a:1-1 b:-2 c:2.3.4-3', 'c'],
    ['move the last away', '1- 2-1', move('l1', 'b'), 'b:1.2-1', 'b'],
    ['pull undoes a split', '1-1 2.3- 4-2', on('pull', 'b', 'left'), 'a:1.2.3-1 c:4-2', 'a'],
  ])('%s', (_name, before, operation, after, current) => {
    const result = apply(before, operation)
    expect(write(result.beads)).toBe(after)
    expect(result.current).toBe(current)
  })

  it.each<[string, string, BeadOperation, string]>([
    ['merge', '1-1 2-2 3-3', whole('merge-next', 'a'), 'a'],
    ['unmatch', '1-1 2-2', whole('unmatch', 'a'), 'a n1'],
    ['a long push', '1-1 2-2 3-3 4-4', on('push', 'b', 'left'), 'b c'],
    ['a push into a gap', '1-1 2- 3-2', on('push', 'a', 'right'), 'a b'],
    ['a push of the last', '1-1 2-2', on('push', 'b', 'left'), 'b n1'],
    ['a long pull', '1-1 2-2 3-3 4-4', on('pull', 'b', 'left'), 'a'],
    ['a pull of one', '1-1 2-2', on('pull', 'b', 'left'), 'a b'],
    ['pinpoint', '1-1 2-2 3-3', pin('l1', 'r3'), 'n1'],
    ['move far', '1-1 2-2 3.4-3', move('l3', 'a'), 'a c'],
    ['what was made before and moved along', '1-1 2-2 3-3+ 4-4', on('push', 'a', 'left'), 'a b'],
  ])('by hand after %s is what a person spoke of', (_name, before, operation, byHand) => {
    const made = apply(before, operation).beads.filter((each) => each.byHand)
    expect(made.map(({ id }) => id).join(' ')).toBe(byHand)
  })

  it('swap links across, as far as there is something to link', () => {
    const links = (picture: string): unknown => apply(picture, whole('swap', 'a')).links
    expect(links('1-1 2-2.3')).toEqual([
      { left: ['l1'], right: ['r2', 'r3'] },
      { left: ['l2'], right: ['r1'] },
    ])
    expect(links('1- -1')).toEqual([{ left: ['l1'], right: ['r1'] }])
  })

  it.each<[string, string, BeadOperation, ConflictReason]>([
    ['pull above the first row', '1-1 2-2', on('pull', 'a', 'left'), 'edge'],
    ['pull where nothing follows', '1-1 2- 3-', on('pull', 'b', 'right'), 'nothing'],
    ['pull a gap that a verified row ends', '1-1 2- 3-2!', on('pull', 'b', 'right'), 'nothing'],
    ['merge at the beginning', '1-1', whole('merge-previous', 'a'), 'edge'],
    ['merge at the end', '1-1', whole('merge-next', 'a'), 'edge'],
    ['shift from an empty cell', '1-1 2-', on('shift', 'b', 'right'), 'nothing'],
    ['shift what stands alone already', '1- 2-1', on('shift', 'a', 'left'), 'edge'],
    ['split where a row begins', '1.2- 3-1', split('l1'), 'nothing'],
    ['split at the beginning of the only sentence', '1-1', split('l1'), 'nothing'],
    ['unmatch an empty row', '- 1-1', whole('unmatch', 'a'), 'nothing'],
    ['swap at the end', '1-1', whole('swap', 'a'), 'edge'],
    ['swap what has nothing across', '1- 2-', whole('swap', 'a'), 'nothing'],
    ['pinpoint across a verified row', '1-1 2-2! 3-3', pin('l1', 'r3'), 'verified'],
    ['move across a verified row', '1-1 2-2! 3-3', move('l3', 'a'), 'verified'],
  ])('refuses to %s', (_name, before, operation, reason) => {
    expect(() => apply(before, operation)).toThrow(
      expect.objectContaining({ code: 'conflict', details: { reason } }),
    )
  })

  it.each<[string, BeadOperation]>([
    ['1-1 2-2', whole('merge-next', 'a')],
    ['1-1 2-2', whole('swap', 'a')],
    ['1-1 2-2', on('pull', 'b', 'left')],
    ['1-1 2-2', on('shift', 'b', 'left')],
    ['1-1 2-2', move('l1', 'b')],
  ])('the lock forbids two of its sentences in one row: %s', (before, operation) => {
    expect(() => apply(before, operation, 'left')).toThrow(
      expect.objectContaining({ code: 'conflict', details: { reason: 'locked', side: 'left' } }),
    )
  })

  it('the lock allows what the other side asks for, and parting what stood together', () => {
    expect(write(apply('1-1 2-2', on('pull', 'b', 'right'), 'left').beads)).toBe('a:1-1.2 b:2-')
    expect(write(apply('1.2-1 3-2', split('l2'), 'left').beads)).toBe('a:1-1 n1:2- b:3-2')
    expect(write(apply('1.2-1.2', pin('l1', 'r2'), 'left').beads)).toBe('a:-1 n1:1-2 n2:2-')
  })

  it('names what it does not find', () => {
    for (const operation of [whole('insert', 'z'), split('l9'), pin('l1', 'r9'), move('l1', 'z')]) {
      expect(() => apply('1-1', operation)).toThrow(expect.objectContaining({ code: 'not_found' }))
    }
  })
})
