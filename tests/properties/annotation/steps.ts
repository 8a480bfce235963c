import fc from 'fast-check'
import { expect } from 'vitest'
import type { Side } from '../../../src/shared/domain/article.ts'
import { DuizhaoError } from '../../../src/shared/domain/error.ts'
import type { HighlightId, SpanId } from '../../../src/shared/domain/ids.ts'
import {
  between,
  changeText,
  charactersIn,
  newSpan,
  withHighlight,
  type Characters,
  type ModelHighlight,
  type ModelState,
} from './char-model.ts'
import { findTagId, readCharacters, readSpans, readText, select, type World } from './world.ts'

/** Where something is done: a share of the way from the first to the last thing it could be done to. */
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true })
const side = fc.constantFrom<Side>('left', 'right')
const tag = fc.constantFrom('甲', '乙', '丙', '丁')
/** One character, a word, a sentence, some sentences. */
const length = fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 40 }))
const change = fc.record({
  at: place,
  within: place,
  removed: fc.integer({ min: 0, max: 5 }),
  added: fc.integer({ min: 0, max: 4 }),
})

/** One thing a person may do. Most of them are about whatever is there when it is their turn. */
export const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('highlight' as const), side, at: place, length }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('resize' as const), pick: place, at: place, length }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), pick: place }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('tag' as const), pick: place, tag }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('untag' as const), pick: place, tag }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('mergeTags' as const), tag, into: tag }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('removeTag' as const), tag }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('mirror' as const), pick: place, at: place, length }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unmirror' as const), pick: place }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('splitHighlight' as const), pick: place, at: place }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('mergeHighlights' as const), pick: place, other: place }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('edit' as const), side, change }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('splitSegment' as const), side, at: place, within: place }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('joinSegments' as const), side, at: place }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('splitBlock' as const), side, at: place, within: place }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('joinBlocks' as const), side, at: place }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('setKind' as const), side, at: place }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('update' as const),
      side,
      changes: fc.array(change, { maxLength: 3 }),
      swap: fc.option(place),
      isRewrapped: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restore' as const), side, at: place }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('settle' as const, 'detach' as const), pick: place }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('attach' as const), pick: place, at: place, length }),
  },
  { weight: 3, arbitrary: fc.constant({ kind: 'undo' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'redo' as const }) },
)
export type Step = typeof step extends fc.Arbitrary<infer Kind> ? Kind : never
/** What changes the library; undo and redo move along what it was. */
export type Change = Exclude<Step, { readonly kind: 'undo' | 'redo' }>

function pickOf<Item>(items: readonly Item[], at: number): Item | undefined {
  return items[Math.floor(at * items.length)]
}

/** Some characters in a row of a text. */
function stretch(
  text: Characters,
  at: number,
  wanted: number,
): readonly [first: string, last: string] | null {
  const start = Math.floor(at * text.length)
  const [first, last] = [text[start], text[Math.min(text.length, start + wanted) - 1]]
  return first === undefined || last === undefined ? null : [first, last]
}

export interface Stage {
  readonly world: World
  readonly state: ModelState
  readonly fresh: (count: number) => string[]
}

/**
 * Does a step to the library and answers what the model expects of it. What can't be done where it is tried is
 * refused by the library, which is then as it was.
 */
export async function take(stage: Stage, wanted: Change): Promise<ModelState> {
  try {
    return await attempt(stage, wanted)
  } catch (error) {
    if (error instanceof DuizhaoError && ['conflict', 'invalid_input'].includes(error.code))
      return stage.state
    throw error
  }
}

async function attempt(stage: Stage, wanted: Change): Promise<ModelState> {
  const { world, state } = stage
  switch (wanted.kind) {
    case 'highlight': {
      const ends = stretch(state.texts[wanted.side], wanted.at, wanted.length)
      const selection = ends === null ? null : select(world, wanted.side, ...ends)
      if (ends === null || selection === null) return state
      const { id } = world.annotations.create(selection, 1, [], null)
      const primary = newSpan(wanted.side, between(state.texts[wanted.side], ...ends))
      return withHighlight(state, id, { primary, mirror: null, tags: new Set() })
    }
    case 'update':
      return await update(stage, wanted)
    case 'restore':
      return await restore(stage, wanted)
    case 'edit':
      return edit(stage, wanted)
    case 'splitSegment':
    case 'joinSegments':
    case 'splitBlock':
    case 'joinBlocks':
    case 'setKind':
      return reshape(stage, wanted)
    case 'mergeTags':
    case 'removeTag':
      return changeCodebook(stage, wanted)
    default:
      return changeHighlight(stage, wanted)
  }
}

function changeHighlight(
  { world, state }: Stage,
  wanted: Extract<Change, { readonly pick: number }>,
): ModelState {
  const picked = pickOf([...state.highlights], wanted.pick)
  if (picked === undefined) return state
  const [key, highlight] = picked
  const id = key as HighlightId
  const stored = readSpans(world).filter((span) => span.highlightId === key)
  const primary = stored.find(({ role }) => role === 'primary')
  if (primary === undefined) throw new Error('a highlight has a primary span')
  const selectionOn = (on: Side, at: number, count: number) => {
    const ends = stretch(state.texts[on], at, count)
    const selection = ends === null ? null : select(world, on, ...ends)
    return ends === null || selection === null
      ? null
      : { selection, span: newSpan(on, between(state.texts[on], ...ends)) }
  }
  const put = (changed: ModelHighlight | null): ModelState => withHighlight(state, key, changed)
  switch (wanted.kind) {
    case 'resize':
    case 'attach': {
      const chosen = selectionOn(highlight.primary.side, wanted.at, wanted.length)
      if (chosen === null) return state
      if (wanted.kind === 'resize') world.annotations.resize(id, primary.id, chosen.selection, null)
      else world.doubt.attach(ownerOf(primary), chosen.selection, null)
      return put({ ...highlight, primary: chosen.span })
    }
    case 'settle': {
      world.doubt.settle([ownerOf(primary)], null)
      const text = charactersIn(primary.exact)
      return put({ ...highlight, primary: newSpan(highlight.primary.side, text) })
    }
    case 'detach': {
      world.doubt.detach([ownerOf(primary)], null)
      return put({ ...highlight, primary: { ...highlight.primary, covered: [], touched: true } })
    }
    case 'remove':
      world.annotations.remove([id], null)
      return put(null)
    case 'tag':
      world.annotations.tag([id], [wanted.tag], null)
      return put({ ...highlight, tags: new Set([...highlight.tags, wanted.tag]) })
    case 'untag': {
      const tagId = findTagId(world, wanted.tag)
      if (tagId === null) return state
      world.annotations.untag([id], tagId, null)
      return put({ ...highlight, tags: without(highlight.tags, wanted.tag) })
    }
    case 'mirror': {
      const chosen = selectionOn(
        highlight.primary.side === 'left' ? 'right' : 'left',
        wanted.at,
        wanted.length,
      )
      if (chosen === null) return state
      world.mirrors.mirror(id, chosen.selection, null)
      return put({ ...highlight, mirror: chosen.span })
    }
    case 'unmirror':
      world.mirrors.unmirror([id], null)
      return put({ ...highlight, mirror: null })
    case 'splitHighlight': {
      // Where the model itself is not sure, there is nothing to compare the halves with.
      if (highlight.primary.touched) return state
      const { covered, side: on } = highlight.primary
      const at = 1 + Math.floor(wanted.at * (covered.length - 1))
      const character = covered[at]
      if (character === undefined) return state
      const segment = readText(world, on).find(({ text }) => text.includes(character))
      if (segment === undefined) return state
      const offset = segment.text.indexOf(character)
      const [, other] = world.overlaps.split(id, { segmentId: segment.id, offset }, null)
      const first = put({ ...highlight, primary: newSpan(on, covered.slice(0, at)) })
      return withHighlight(first, other.id, {
        primary: newSpan(on, covered.slice(at)),
        mirror: null,
        tags: highlight.tags,
      })
    }
    case 'mergeHighlights': {
      const other = pickOf([...state.highlights], wanted.other)
      if (other === undefined || other[0] === key || other[1].primary.side !== highlight.primary.side)
        return state
      if (
        [highlight, other[1]].some(({ primary: span, mirror }) => span.touched || mirror?.touched === true)
      ) {
        return state
      }
      world.overlaps.merge([id, other[0] as HighlightId], null)
      const mirrors = [highlight.mirror, other[1].mirror].flatMap((span) => span ?? [])
      const merged = {
        primary: coveringOf(state, [highlight.primary, other[1].primary]),
        mirror: mirrors.length === 0 ? null : coveringOf(state, mirrors),
        tags: new Set([...highlight.tags, ...other[1].tags]),
      }
      return withHighlight(put(merged), other[0], null)
    }
  }
}

function coveringOf(
  state: ModelState,
  spans: readonly ModelHighlight['primary'][],
): ModelHighlight['primary'] {
  const [one] = spans
  if (one === undefined) throw new Error('there are spans to cover')
  const text = state.texts[one.side]
  const positions = spans.flatMap(({ covered }) => covered.map((character) => text.indexOf(character)))
  return newSpan(one.side, text.slice(Math.min(...positions), Math.max(...positions) + 1))
}

function changeCodebook(
  { world, state }: Stage,
  wanted: Extract<Change, { readonly kind: 'mergeTags' | 'removeTag' }>,
): ModelState {
  const id = findTagId(world, wanted.tag)
  const into = wanted.kind === 'mergeTags' ? findTagId(world, wanted.into) : null
  if (id === null || (wanted.kind === 'mergeTags' && (into === null || into === id))) return state
  if (into === null) world.tags.remove(id, 'untag', null)
  else world.merging.merge(id, into, null)
  const highlights = [...state.highlights].map(([key, highlight]): [string, ModelHighlight] => {
    if (!highlight.tags.has(wanted.tag)) return [key, highlight]
    const tags = new Set(without(highlight.tags, wanted.tag))
    if (wanted.kind === 'mergeTags') tags.add(wanted.into)
    return [key, { ...highlight, tags }]
  })
  return { ...state, highlights: new Map(highlights) }
}

type CharChange = Extract<Change, { readonly kind: 'edit' }>['change']

/** A text with some of its characters replaced; at least one is left. */
function changed(
  text: string,
  { within, removed, added }: Omit<CharChange, 'at'>,
  fresh: Stage['fresh'],
): string {
  const characters = Array.from(text)
  const start = Math.floor(within * characters.length)
  const own = characters.slice(start, start + Math.min(removed, characters.length - 1))
  // Full stops are not told apart, so none is taken away alone.
  const gone = own.filter((character) => character !== '。')
  return characters
    .toSpliced(start, own.length, ...fresh(added), ...own.filter((character) => !gone.includes(character)))
    .join('')
}

function edit(
  { world, state, fresh }: Stage,
  { side: on, change: wanted }: Extract<Change, { readonly kind: 'edit' }>,
): ModelState {
  const segment = pickOf(readText(world, on), wanted.at)
  if (segment === undefined) return state
  const text = changed(segment.text, wanted, fresh)
  if (charactersIn(text).length === 0) return state
  world.segments.edit(segment.id, segment.text, text, null)
  return changeText(state, on, readCharacters(world, on), false)
}

function reshape(
  { world, state }: Stage,
  wanted: Extract<
    Change,
    { readonly kind: 'splitSegment' | 'joinSegments' | 'splitBlock' | 'joinBlocks' | 'setKind' }
  >,
): ModelState {
  const segment = pickOf(readText(world, wanted.side), wanted.at)
  if (segment === undefined) return state
  const offset = 'within' in wanted ? Math.floor(wanted.within * (segment.text.length + 1)) : 0
  if (wanted.kind === 'splitSegment') world.segments.split(segment.id, offset, null)
  else if (wanted.kind === 'joinSegments') world.segments.join(segment.id, null)
  else if (wanted.kind === 'splitBlock') world.blocks.split(segment.id, offset, null)
  else if (wanted.kind === 'joinBlocks') world.blocks.join(segment.blockId, null)
  else world.blocks.setKind([segment.blockId], 'quote', 0, null)
  return state
}

async function update(
  { world, state, fresh }: Stage,
  { side: on, changes, swap, isRewrapped }: Extract<Change, { readonly kind: 'update' }>,
): Promise<ModelState> {
  const blocks = new Map<string, string>()
  for (const { blockId, text } of readText(world, on)) blocks.set(blockId, (blocks.get(blockId) ?? '') + text)
  const texts = [...blocks.values()]
  for (const wanted of changes) {
    const index = Math.floor(wanted.at * texts.length)
    texts[index] = changed(texts[index] ?? '', wanted, fresh)
  }
  if (swap !== null && texts.length > 1) {
    const index = Math.floor(swap * (texts.length - 1))
    texts.splice(index, 2, texts[index + 1] ?? '', texts[index] ?? '')
  }
  // Another cutting into paragraphs: every third border is gone.
  const file = texts.reduce(
    (sum, text, index) => (index === 0 ? text : sum + (isRewrapped && index % 3 === 0 ? '' : '\n\n') + text),
    '',
  )
  if (charactersIn(file).length === 0) return state
  await world.update(on, file)
  const after = readCharacters(world, on)
  expect(after.join('')).toBe(charactersIn(file).join(''))
  return changeText(state, on, after, true)
}

async function restore(
  { world, state }: Stage,
  { side: on, at }: Extract<Change, { readonly kind: 'restore' }>,
): Promise<ModelState> {
  const revision = pickOf(world.revising.list(world.articles[on]), at)
  if (revision === undefined) return state
  await world.revising.restore(world.articles[on], revision.id, null)
  return changeText(state, on, readCharacters(world, on), true)
}

function ownerOf({ id, highlightId }: { readonly id: SpanId; readonly highlightId: string }) {
  return { kind: 'span' as const, spanId: id, highlightId: highlightId as HighlightId }
}

function without(tags: ReadonlySet<string>, gone: string): ReadonlySet<string> {
  return new Set([...tags].filter((each) => each !== gone))
}
