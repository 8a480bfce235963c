import type { Anchor } from '../../src/shared/domain/anchor.ts'
import { indexAnchorText, type AnchorIndex } from '../../src/shared/text/anchor-text.ts'
import { rangeOf, type MovedAnchor } from '../../src/shared/text/move-anchor.ts'
import { isBlank } from './characters.ts'
import type { ImportedText, Reimported } from './reimport.ts'

/**
 * What became of a highlight, by the identity of its characters. `right`: it covers those that are left and no others of
 * the old text. `torn`: they stand apart now, or other text between them, so that no place is the right one.
 */
export interface Judgement {
  readonly state: MovedAnchor['state']
  readonly place: 'right' | 'wrong' | 'torn'
  readonly was: string
  readonly is: string
}

export function judge(imported: ImportedText, result: Reimported, anchors: readonly Anchor[]): Judgement[] {
  const old = indexAnchorText(imported.text)
  const fresh = indexAnchorText(result.text)
  const places = new Map<number, number>()
  for (const [place, was] of result.origins.entries()) if (was !== null) places.set(was, place)
  return anchors.map((anchor, number) => {
    const moved = result.anchors[number]
    if (moved === undefined) throw new Error('an anchor went missing')
    const place = placeOf(unitsOf(anchor, old), moved, { fresh, places, origins: result.origins })
    return { state: moved.state, place, was: inContext(anchor), is: inContext(moved.anchor) }
  })
}

function inContext({ prefix, exact, suffix }: Anchor): string {
  return `${prefix.slice(-CONTEXT)}[${exact}]${suffix.slice(0, CONTEXT)}`
}

/** Shown on either side of a highlight, in code units. */
const CONTEXT = 24

interface After {
  readonly fresh: AnchorIndex
  readonly places: ReadonlyMap<number, number>
  readonly origins: Reimported['origins']
}

function placeOf(own: readonly number[], moved: MovedAnchor, after: After): Judgement['place'] {
  const left = own.filter((unit) => after.places.has(unit))
  const places = left.map((unit) => after.places.get(unit) ?? -1)
  const isOwn = new Set(own)
  const isInOrder = places.every((place, index) => index === 0 || place > (places[index - 1] ?? place))
  const between = after.origins.slice(places[0], (places.at(-1) ?? -1) + 1)
  const isTogether = between.every((was) => was === null || isOwn.has(was))
  if (left.length > 0 && !(isInOrder && isTogether)) return 'torn'
  // Nothing of it is left: a guess that is called one is no error, and nor is none.
  if (left.length === 0) return moved.state === 'ok' ? 'wrong' : 'right'
  if (moved.state === 'lost') return 'wrong'
  const range = rangeOf(moved.anchor, after.fresh)
  if (range === null) return 'wrong'
  const covered = after.origins.slice(range.start, range.end).filter((was) => was !== null)
  if (covered.join() !== left.join()) return 'wrong'
  // An edge that is still there has nothing put before it.
  const isFirstThere = left[0] === own[0] && range.start !== places[0]
  const isLastThere = left.at(-1) === own.at(-1) && range.end !== (places.at(-1) ?? 0) + 1
  return isFirstThere || isLastThere ? 'wrong' : 'right'
}

/** The positions of an anchor's code units, without white space. */
function unitsOf(anchor: Anchor, index: AnchorIndex): number[] {
  const range = rangeOf(anchor, index)
  if (range === null) throw new Error('an anchor that is not in its text')
  return Array.from({ length: range.end - range.start }, (_, unit) => range.start + unit).filter(
    (unit) => !isBlank(index.text.charAt(unit)),
  )
}

export interface Counts {
  readonly all: number
  /** That have a right place. */
  readonly whole: number
  readonly right: number
  /** Wrong, and nobody is told. */
  readonly silent: number
  /** Right, and yet shown for checking. */
  readonly needless: number
  /** Wrong, but shown for checking. */
  readonly misplaced: number
  readonly lost: number
  readonly torn: number
  readonly tornSilent: number
}

export function count(judgements: readonly Judgement[]): Counts {
  const number = (wanted: (judgement: Judgement) => boolean): number => judgements.filter(wanted).length
  return {
    all: judgements.length,
    whole: number(({ place }) => place !== 'torn'),
    right: number(({ place }) => place === 'right'),
    silent: number(({ place, state }) => place === 'wrong' && state === 'ok'),
    needless: number(({ place, state }) => place === 'right' && state === 'moved'),
    misplaced: number(({ place, state }) => place === 'wrong' && state === 'moved'),
    lost: number(({ place, state }) => place === 'wrong' && state === 'lost'),
    torn: number(({ place }) => place === 'torn'),
    tornSilent: number(({ place, state }) => place === 'torn' && state === 'ok'),
  }
}
