import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyBeadOperation } from '../../../src/shared/align/bead-operations.ts'
import type { Side } from '../../../src/shared/domain/article.ts'
import type { BeadOperation } from '../../../src/shared/domain/bead-operation.ts'
import type { Bead } from '../../../src/shared/domain/bead.ts'
import { DuizhaoError } from '../../../src/shared/domain/error.ts'
import type { BeadId, SegmentId } from '../../../src/shared/domain/ids.ts'

/** Beads of any shape, empty ones too: segments are numbered through on both sides. */
const beads = fc
  .array(
    fc.record({
      left: fc.integer({ min: 0, max: 3 }),
      right: fc.integer({ min: 0, max: 3 }),
      verified: fc.boolean(),
      unmatched: fc.boolean(),
      byHand: fc.boolean(),
      review: fc.boolean(),
      confidence: fc.option(fc.constantFrom(0.2, 0.95)),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((shapes) => {
    const next = { left: 0, right: 0 }
    const take = (side: Side, count: number): SegmentId[] =>
      Array.from({ length: count }, () => `${side}${(next[side] += 1)}` as SegmentId)
    return shapes.map((shape, index): Bead => {
      const [left, right] = [take('left', shape.left), take('right', shape.right)]
      const isOneSided = (left.length === 0) !== (right.length === 0)
      return {
        id: `b${index}` as BeadId,
        left,
        right,
        confidence: shape.confidence,
        status: shape.verified && left.length + right.length > 0 ? 'verified' : 'auto',
        unmatched: isOneSided && shape.unmatched,
        byHand: shape.byHand,
        review: shape.review,
      }
    })
  })

const side = fc.constantFrom<Side>('left', 'right')
/** Operations by place rather than by id: whatever is there at the time. */
const step = fc.record({
  kind: fc.constantFrom<BeadOperation['kind']>(
    'pull',
    'push',
    'merge-previous',
    'merge-next',
    'insert',
    'shift',
    'pop',
    'split',
    'unmatch',
    'swap',
    'pinpoint',
    'move',
  ),
  bead: fc.nat(100),
  segment: fc.nat(100),
  other: fc.nat(100),
  side,
})

function toOperation(at: StepOf, now: readonly Bead[]): BeadOperation | null {
  const pick = <Item>(items: readonly Item[], place: number): Item | undefined => items[place % items.length]
  const beadId = pick(now, at.bead)?.id
  const lefts = now.flatMap((bead) => bead.left)
  const rights = now.flatMap((bead) => bead.right)
  const segmentId = pick(at.side === 'left' ? lefts : rights, at.segment)
  if (beadId === undefined) return null
  switch (at.kind) {
    case 'pull':
    case 'push':
    case 'shift':
    case 'pop':
      return { kind: at.kind, beadId, side: at.side }
    case 'split':
      return segmentId === undefined ? null : { kind: 'split', segmentId }
    case 'move':
      return segmentId === undefined ? null : { kind: 'move', segmentId, beadId }
    case 'pinpoint': {
      const [left, right] = [pick(lefts, at.segment), pick(rights, at.other)]
      return left === undefined || right === undefined ? null : { kind: 'pinpoint', left, right }
    }
    default:
      return { kind: at.kind, beadId }
  }
}

type StepOf = typeof step extends fc.Arbitrary<infer Step> ? Step : never

/** The operation done, or null where it is refused, which must be with a reason. */
function attempt(
  now: readonly Bead[],
  at: StepOf,
  newId: () => BeadId,
  lockedSide: Side | null = null,
): (ReturnType<typeof applyBeadOperation> & { readonly operation: BeadOperation }) | null {
  const operation = toOperation(at, now)
  if (operation === null) return null
  try {
    return { ...applyBeadOperation(now, operation, { lockedSide, newId }), operation }
  } catch (error) {
    if (error instanceof DuizhaoError && error.code === 'conflict') return null
    throw error
  }
}

function ids(): () => BeadId {
  let count = 0
  return () => `new${(count += 1)}` as BeadId
}

const segmentsOf = (all: readonly Bead[], which: Side): SegmentId[] => all.flatMap((bead) => bead[which])
const sequence = fc.array(step, { minLength: 1, maxLength: 30 })

/** Runs a sequence and looks at each operation that was not refused; answers how many there were. */
function play(
  start: readonly Bead[],
  steps: readonly StepOf[],
  look: (before: readonly Bead[], after: NonNullable<ReturnType<typeof attempt>>) => void,
  lockedSide: Side | null = null,
): void {
  const newId = ids()
  let now = start
  for (const at of steps) {
    const after = attempt(now, at, newId, lockedSide)
    if (after === null) continue
    look(now, after)
    now = after.beads
  }
}

describe('any sequence of operations on beads', () => {
  it('keeps every segment of both sides in exactly one bead, in its order', () => {
    fc.assert(
      fc.property(beads, sequence, (start, steps) => {
        play(start, steps, (_before, { beads: after, current, operation }) => {
          expect(segmentsOf(after, 'left'), operation.kind).toEqual(segmentsOf(start, 'left'))
          expect(segmentsOf(after, 'right'), operation.kind).toEqual(segmentsOf(start, 'right'))
          expect(new Set(after.map((bead) => bead.id)).size).toBe(after.length)
          expect(after.map((bead) => bead.id)).toContain(current)
        })
      }),
      { numRuns: 1000 },
    )
  })

  it('leaves alone what it does not touch, and takes figure, mark and verification from what it does', () => {
    fc.assert(
      fc.property(beads, sequence, (start, steps) => {
        play(start, steps, (before, { beads: after, operation }) => {
          for (const bead of after) {
            const known = before.find(({ id }) => id === bead.id)
            const isSame =
              known !== undefined &&
              known.left.join() === bead.left.join() &&
              known.right.join() === bead.right.join()
            if (!isSame) expect(bead).toMatchObject({ status: 'auto', confidence: null })
            else
              expect({ ...bead, unmatched: false, review: false }).toEqual({
                ...known,
                unmatched: false,
                review: false,
              })
            if (operation.kind !== 'unmatch') expect(bead.unmatched).toBe(isSame && known.unmatched)
            // A mark is about one side that has nothing facing it.
            if (bead.unmatched) expect(bead.left.length * bead.right.length).toBe(0)
          }
        })
      }),
      { numRuns: 500 },
    )
  })

  it('calls by hand what it is about, and not what a pull or push merely moved along', () => {
    fc.assert(
      fc.property(beads, sequence, (start, steps) => {
        play(start, steps, (before, { beads: after, operation }) => {
          const changed = after.filter((bead) => !before.includes(bead) && !bead.unmatched)
          const isCascade = operation.kind === 'pull' || operation.kind === 'push'
          // However far it runs: the bead it is done to, and the one its cell goes to.
          if (isCascade) expect(changed.filter((bead) => bead.byHand).length).toBeLessThanOrEqual(2)
          if (operation.kind === 'merge-next' || operation.kind === 'split') {
            for (const bead of changed) if (!bead.review) expect(bead.byHand).toBe(true)
          }
        })
      }),
      { numRuns: 500 },
    )
  })

  it('makes no empty bead but by inserting, and says where those went that are gone', () => {
    fc.assert(
      fc.property(beads, sequence, (start, steps) => {
        play(start, steps, (before, { beads: after, heirs, current, operation }) => {
          const wasEmpty = new Set(
            before.filter((bead) => bead.left.length + bead.right.length === 0).map((bead) => bead.id),
          )
          for (const bead of after) {
            if (bead.left.length + bead.right.length > 0) continue
            expect(wasEmpty.has(bead.id) || (operation.kind === 'insert' && bead.id === current)).toBe(true)
          }
          for (const bead of before) {
            if (after.some(({ id }) => id === bead.id)) continue
            const heir = after.find(({ id }) => id === heirs.get(bead.id))
            const first = bead.left[0] ?? bead.right[0]
            if (first !== undefined) expect([...(heir?.left ?? []), ...(heir?.right ?? [])]).toContain(first)
            // What was to be looked at again is.
            if (bead.review && heir !== undefined) expect(heir.review).toBe(true)
          }
        })
      }),
      { numRuns: 500 },
    )
  })

  it('never brings two segments of a locked side together, nor moves across what is verified', () => {
    fc.assert(
      fc.property(beads, sequence, side, (start, steps, locked) => {
        play(
          start,
          steps,
          (before, { beads: after, operation }) => {
            for (const bead of after) {
              const origins = bead[locked].map((id) => before.findIndex((old) => old[locked].includes(id)))
              expect(new Set(origins).size, operation.kind).toBeLessThanOrEqual(1)
            }
            const named = 'beadId' in operation ? operation.beadId : null
            const place = before.findIndex((bead) => bead.id === named)
            for (const [index, bead] of before.entries()) {
              // Pulling and pushing touch the bead they are done to and the one above; the rest stops there.
              const isCascade = operation.kind === 'pull' || operation.kind === 'push'
              if (bead.status !== 'verified' || !isCascade || Math.abs(index - place) <= 1) continue
              expect(after).toContain(bead)
            }
          },
          locked,
        )
      }),
      { numRuns: 500 },
    )
  })

  it('pinpoints exactly: the two segments are one bead of one and one', () => {
    fc.assert(
      fc.property(beads, sequence, (start, steps) => {
        play(start, steps, (_before, { beads: after, current, operation }) => {
          if (operation.kind !== 'pinpoint') return
          const pin = after.find((bead) => bead.id === current)
          expect(pin).toMatchObject({ left: [operation.left], right: [operation.right] })
        })
      }),
      { numRuns: 500 },
    )
  })
})
