import { rmSync } from 'node:fs'
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Side } from '../../../src/shared/domain/article.ts'
import { dumpAll } from '../../fixtures/open-aligned-store.ts'
import {
  charactersIn,
  freshCharacters,
  withoutDoubtfulEnds,
  type ModelSpan,
  type ModelState,
} from './char-model.ts'
import { step, take, type Change, type Step } from './steps.ts'
import {
  openWorld,
  readCharacters,
  readSpans,
  readTags,
  readText,
  type StoredSpan,
  type World,
} from './world.ts'

/** What a history may do to show that a fault of the library would be found: called after each step. */
export type Plant = (world: World, taken: Step) => void

/** How sure the library was, over all looks at a span. */
export interface Tally {
  ok: number
  moved: number
  lost: number
}

/** The states a history has passed and where on that line it is: what undo and redo are held against. */
interface Line {
  states: { readonly dump: string; readonly model: ModelState }[]
  place: number
}

interface Reality {
  readonly world: World
  readonly fresh: (count: number) => string[]
  readonly plant: Plant | null
  readonly tally: Tally
}

class TakeStep implements fc.AsyncCommand<Line, Reality> {
  readonly #step: Step

  constructor(taken: Step) {
    this.#step = taken
  }

  check(): boolean {
    return true
  }

  async run(line: Line, { world, fresh, plant, tally }: Reality): Promise<void> {
    const taken = this.#step
    if (taken.kind === 'undo' || taken.kind === 'redo') moveAlong(line, world, taken.kind)
    else await goOn(line, world, fresh, taken)
    plant?.(world, taken)
    const now = line.states[line.place]
    if (now === undefined) throw new Error('a history is always somewhere')
    if (plant === null) expect(dumpAll(world.store)).toBe(now.dump)
    compare(world, now.model, tally)
  }

  toString(): string {
    return JSON.stringify(this.#step)
  }
}

function moveAlong(line: Line, world: World, direction: 'undo' | 'redo'): void {
  const next = line.place + (direction === 'undo' ? -1 : 1)
  const isThere = line.states[next] !== undefined
  const done = direction === 'undo' ? world.store.undo(null) : world.store.redo(null)
  expect(done !== null).toBe(isThere)
  if (isThere) line.place = next
}

async function goOn(line: Line, world: World, fresh: Reality['fresh'], taken: Change): Promise<void> {
  const before = line.states[line.place]
  if (before === undefined) throw new Error('a history is always somewhere')
  const model = await take({ world, state: before.model, fresh }, taken)
  const dump = dumpAll(world.store)
  // What changed nothing is no step, and leaves what could be redone.
  if (dump === before.dump) return
  line.states = [...line.states.slice(0, line.place + 1), { dump, model }]
  line.place += 1
}

/** Everything that must hold at any time. */
function compare(world: World, model: ModelState, tally: Tally): void {
  const text = new Map<string, string>()
  for (const side of ['left', 'right'] as const) {
    expect(readCharacters(world, side).join('')).toBe(model.texts[side].join(''))
    for (const segment of readText(world, side)) text.set(segment.id, segment.text)
    expect(segmentsOfBeads(world, side)).toEqual(readText(world, side).map(({ id }) => id))
  }
  const tags = readTags(world)
  const stored = readSpans(world)
  expect(new Set(stored.map(({ highlightId }) => highlightId))).toEqual(new Set(model.highlights.keys()))
  for (const span of stored) {
    tally[span.state] += 1
    const highlight = model.highlights.get(span.highlightId)
    const expected = span.role === 'primary' ? highlight?.primary : highlight?.mirror
    if (expected === undefined || expected === null) throw new Error(`a span too many: ${span.role}`)
    compareSpan(span, expected, text)
  }
  for (const [id, highlight] of model.highlights) {
    expect(tags.get(id) ?? new Set()).toEqual(highlight.tags)
    expect(stored.filter((span) => span.highlightId === id).length).toBe(highlight.mirror === null ? 1 : 2)
  }
}

function compareSpan(span: StoredSpan, expected: ModelSpan, text: ReadonlyMap<string, string>): void {
  expect(span.side).toBe(expected.side)
  if (span.state !== 'ok')
    expect(expected.touched, `${span.exact} is ${span.state} though nothing touched it`).toBe(true)
  if (span.state === 'lost') {
    expect(span.parts).toEqual([])
    return
  }
  const stands = span.parts
    .map(({ segmentId, start, end }) => text.get(segmentId)?.slice(start, end))
    .join('')
  expect(stands).toBe(span.exact)
  if (span.state === 'moved' || expected.scattered) return
  const found = withoutDoubtfulEnds(charactersIn(stands), expected.doubtful)
  // Nothing it was made on is left, only what somebody wrote in its stead: that may well be its own now.
  if (expected.covered.length === 0 && expected.doubtful.size > 0 && found === '') return
  const wanted = expected.covered.length > 0 ? expected.covered : expected.quoted
  expect(found).toBe(withoutDoubtfulEnds(wanted, expected.doubtful))
}

/** The segments of a side as the beads have them: each once, in order. */
function segmentsOfBeads({ store, pairId }: World, side: Side): string[] {
  return store.read
    .all<{ id: string }>(
      `SELECT bs.segment_id AS id FROM beads AS b JOIN bead_segments AS bs ON bs.bead_id = b.id
       WHERE b.pair_id = ? AND bs.side = ? ORDER BY b.position, bs.position`,
      [pairId, side],
    )
    .map(({ id }) => id)
}

/** Three paragraphs of some sentences on either side. */
function firstTexts(fresh: Reality['fresh']): Record<Side, string[][]> {
  const text = (lengths: readonly (readonly number[])[]): string[][] =>
    lengths.map((block) => block.map((count) => `${fresh(count).join('')}。`))
  return {
    left: text([[12, 7], [20, 3, 9], [5], [14, 14]]),
    right: text([[15], [6, 11, 8], [9, 4]]),
  }
}

let folders = 0

/** Runs one history on a library of its own, in `root`; throws where library and model differ. */
async function runHistory(
  commands: Iterable<fc.AsyncCommand<Line, Reality>>,
  options: { readonly root: string; readonly plant: Plant | null; readonly tally: Tally },
): Promise<void> {
  const fresh = freshCharacters()
  const texts = firstTexts(fresh)
  folders += 1
  const folder = `${options.root}/${folders}`
  const world = openWorld(texts, folder)
  try {
    const model: ModelState = {
      texts: { left: readCharacters(world, 'left'), right: readCharacters(world, 'right') },
      highlights: new Map(),
    }
    const line: Line = { states: [{ dump: dumpAll(world.store), model }], place: 0 }
    const real: Reality = { world, fresh, plant: options.plant, tally: options.tally }
    await fc.asyncModelRun(() => ({ model: line, real }), commands)
    expect(world.store.check()).toEqual([])
  } finally {
    world.store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A property over histories of up to `steps` steps. */
export function histories(options: {
  readonly root: string
  readonly steps: number
  readonly plant?: Plant
  readonly tally?: Tally
}): fc.IAsyncProperty<[Iterable<fc.AsyncCommand<Line, Reality>>]> {
  const { root, plant = null, tally = { ok: 0, moved: 0, lost: 0 } } = options
  const commands = fc.commands([step.map((taken) => new TakeStep(taken))], {
    maxCommands: options.steps,
    size: 'max',
  })
  return fc.asyncProperty(commands, (chosen) => runHistory(chosen, { root, plant, tally }))
}
