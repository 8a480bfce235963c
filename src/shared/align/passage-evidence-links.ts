import type { Lexicon } from '../lexicon/lexicon.ts'
import type { Unit, UnitKind } from './passage-evidence.ts'

/** How sure it is that what is written the same on both sides means the same. */
const SAME = 0.9
/** What a character of a word says about the word's meaning. */
const CHARACTER_WEIGHT = 0.25
/** Running words that the general counts stand for beside those of the two texts. */
const PRIOR_WORDS = 3000

/** Units of one side by type: passages that say the same word share its type. */
export class UnitTypes {
  /** One unit of each type. */
  readonly samples: Unit[] = []
  /** The types of each passage's units, in order. */
  readonly passages: readonly Int32Array[]
  /** Share of running words, from the general counts and from this side. */
  readonly shares: Float64Array
  /** −ln of the shares. */
  readonly rarities: Float64Array
  readonly #byKey = new Map<string, number>()
  readonly #byWord = new Map<number, number>()

  constructor(passages: readonly (readonly Unit[])[]) {
    const counts: number[] = []
    let total = 0
    this.passages = passages.map((units) => {
      total += units.length
      return Int32Array.from(units, (unit) => {
        const type = this.#number(unit)
        counts[type] = (counts[type] ?? 0) + 1
        return type
      })
    })
    const all = total + PRIOR_WORDS + counts.length / 2
    this.shares = Float64Array.from(
      this.samples,
      ({ share }, type) => ((counts[type] ?? 0) + 0.5 + PRIOR_WORDS * share) / all,
    )
    this.rarities = this.shares.map((share) => -Math.log(share))
  }

  find(kind: UnitKind, key: string): number {
    return this.#byKey.get(keyOf(kind, key)) ?? -1
  }

  /** The type of a stem of the lexicon, or -1. */
  findWord(id: number): number {
    return this.#byWord.get(id) ?? -1
  }

  #number(unit: Unit): number {
    const key = keyOf(unit.kind, unit.key)
    let type = this.#byKey.get(key)
    if (type === undefined) {
      type = this.samples.length
      this.samples.push(unit)
      this.#byKey.set(key, type)
      if (unit.kind === 'word' && unit.id >= 0) this.#byWord.set(unit.id, type)
    }
    return type
  }
}

/** A year without its month may be taken for a number on one side: they count as the same kind. */
function keyOf(kind: UnitKind, key: string): string {
  return `${kind === 'date' ? 'number' : kind} ${key}`
}

/** What a left type can be on the right, and by how much rather than by chance: P(l, r) / (P(l) · P(r)). */
export interface TypeLink {
  readonly right: number
  readonly ratio: number
}

/** A passage by the types of its units. */
export interface TypedPassage {
  readonly types: Int32Array
  readonly vocabulary: UnitTypes
}

/** A link between two units, by their places in the passages. */
export interface PlaceLink {
  readonly left: number
  readonly right: number
  readonly ratio: number
}

/** The links of each left type: by the lexicon in either direction, or for being written the same. */
export function linkTypes(left: UnitTypes, right: UnitTypes, lexicon: Lexicon): TypeLink[][] {
  const links = left.samples.map((): TypeLink[] => [])
  const add = (one: number, other: number, chance: number, given: number, rendered: number): void => {
    // P(rendering | word) over P(rendering); the other way round it can't be likelier than certain.
    const ratio = Math.min(chance / rendered, 1 / given)
    if (ratio > 1) links[one]?.push({ right: other, ratio })
  }
  for (const [one, sample] of left.samples.entries()) {
    const share = left.shares[one] ?? 1
    const same = right.find(sample.kind, sample.key)
    if (same >= 0) links[one]?.push({ right: same, ratio: SAME / Math.max(share, right.shares[same] ?? 1) })
    if (sample.kind !== 'han') continue
    for (const [word, chance] of renderings(lexicon, sample)) {
      const other = right.findWord(word)
      if (other >= 0) add(one, other, chance, share, right.shares[other] ?? 1)
    }
  }
  for (const [other, sample] of right.samples.entries()) {
    if (sample.kind !== 'han') continue
    const share = right.shares[other] ?? 1
    for (const [word, chance] of renderings(lexicon, sample)) {
      const one = left.findWord(word)
      if (one >= 0) add(one, other, chance, share, left.shares[one] ?? 1)
    }
  }
  return links
}

/** The stems a Chinese word can be rendered by, with t(e|z); a word's characters say a little too. */
export function renderings(lexicon: Lexicon, { key, id }: Unit): Map<number, number> {
  const found = new Map<number, number>()
  addGlosses(lexicon, id, 1, found)
  if (found.size === 0 && key.length > 1) {
    for (const character of key) addGlosses(lexicon, lexicon.findChinese(character), CHARACTER_WEIGHT, found)
  }
  return found
}

function addGlosses(lexicon: Lexicon, id: number, factor: number, found: Map<number, number>): void {
  if (id < 0) return
  const { glossStart, glossWords, glossWeights } = lexicon
  for (let at = glossStart[id] ?? 0; at < (glossStart[id + 1] ?? 0); at += 1) {
    const word = glossWords[at] ?? 0
    const chance = factor * (glossWeights[at] ?? 0)
    if (chance > (found.get(word) ?? 0)) found.set(word, chance)
  }
}
