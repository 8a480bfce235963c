import type { SegmentId } from '../domain/ids.ts'
import { findInTree, itemsOf, putInTree, removeFromTree, type Tree, type TreeOrder } from './balanced-tree.ts'

/** Something that lies over a stretch of a segment. Offsets are UTF-16 code units, half-open. */
export interface Interval<Value> {
  readonly segmentId: SegmentId
  readonly start: number
  readonly end: number
  readonly value: Value
}

/** All intervals over the same stretch, in the order they came. */
interface Stack<Value> {
  readonly start: number
  readonly end: number
  readonly intervals: readonly Interval<Value>[]
}

interface SegmentStacks<Value> {
  readonly segmentId: SegmentId
  readonly stacks: Tree<Stack<Value>>
}

/**
 * What lies where: intervals by segment, for painting (`in`) and for hit tests (`at`). Immutable: `add` and
 * `remove` give a new index that shares nearly everything with the old one, at the cost of log n.
 */
export class IntervalIndex<Value> {
  readonly size: number
  readonly #segments: Tree<SegmentStacks<Value>>

  private constructor(segments: Tree<SegmentStacks<Value>>, size: number) {
    this.#segments = segments
    this.size = size
  }

  static from<Value>(intervals: Iterable<Interval<Value>>): IntervalIndex<Value> {
    let index = new IntervalIndex<Value>(null, 0)
    for (const interval of intervals) index = index.add(interval)
    return index
  }

  /** The values that cover the code unit at `offset`, smallest interval first; equals in the order they came. */
  at(segmentId: SegmentId, offset: number): Value[] {
    const hits: Interval<Value>[] = []
    collectAt(this.#stacksOf(segmentId), offset, hits)
    return hits.toSorted((a, b) => a.end - a.start - (b.end - b.start)).map((interval) => interval.value)
  }

  /** The intervals of a segment by where they start; of those that start together, the longest first. */
  in(segmentId: SegmentId): Interval<Value>[] {
    return [...itemsOf(this.#stacksOf(segmentId))].flatMap((stack) => stack.intervals)
  }

  add(interval: Interval<Value>): IntervalIndex<Value> {
    const stacks = this.#stacksOf(interval.segmentId)
    const { start, end } = interval
    const present = findInTree<Stack<Value>>(stackOrder, stacks, { start, end, intervals: [] })
    const stack = { start, end, intervals: [...(present?.intervals ?? []), interval] }
    return this.#with(interval.segmentId, putInTree<Stack<Value>>(stackOrder, stacks, stack), this.size + 1)
  }

  /** Without the first interval over the same stretch with the same value (`Object.is`); itself if there is none. */
  remove(interval: Interval<Value>): IntervalIndex<Value> {
    const stacks = this.#stacksOf(interval.segmentId)
    const { start, end } = interval
    const probe: Stack<Value> = { start, end, intervals: [] }
    const present = findInTree<Stack<Value>>(stackOrder, stacks, probe)
    const place = present?.intervals.findIndex((other) => Object.is(other.value, interval.value)) ?? -1
    if (present === null || place === -1) return this
    const left = present.intervals.toSpliced(place, 1)
    const rest =
      left.length === 0
        ? removeFromTree<Stack<Value>>(stackOrder, stacks, probe)
        : putInTree<Stack<Value>>(stackOrder, stacks, { start, end, intervals: left })
    return this.#with(interval.segmentId, rest, this.size - 1)
  }

  #stacksOf(segmentId: SegmentId): Tree<Stack<Value>> {
    return (
      findInTree<SegmentStacks<Value>>(segmentOrder, this.#segments, { segmentId, stacks: null })?.stacks ??
      null
    )
  }

  #with(segmentId: SegmentId, stacks: Tree<Stack<Value>>, size: number): IntervalIndex<Value> {
    const entry = { segmentId, stacks }
    const segments =
      stacks === null
        ? removeFromTree<SegmentStacks<Value>>(segmentOrder, this.#segments, entry)
        : putInTree<SegmentStacks<Value>>(segmentOrder, this.#segments, entry)
    return new IntervalIndex(segments, size)
  }
}

const stackOrder: TreeOrder<{ readonly start: number; readonly end: number }> = {
  compare: (one, other) => one.start - other.start || other.end - one.end,
  reachOf: (stack) => stack.end,
}

const segmentOrder: TreeOrder<{ readonly segmentId: SegmentId }> = {
  compare: ({ segmentId: one }, { segmentId: other }) => (one < other ? -1 : one > other ? 1 : 0),
  reachOf: () => 0,
}

function collectAt<Value>(tree: Tree<Stack<Value>>, offset: number, hits: Interval<Value>[]): void {
  // Nothing in here ends after the offset.
  if (tree === null || tree.reach <= offset) return
  collectAt(tree.left, offset, hits)
  if (tree.item.start > offset) return
  if (offset < tree.item.end) hits.push(...tree.item.intervals)
  collectAt(tree.right, offset, hits)
}
