import { findCounterparts } from '../../src/shared/align/suggest-links-counterparts.ts'
import { readGoldSets, type GoldDocument, type GoldSet } from './gold-documents.ts'
import { openLexicon } from './open-lexicon.ts'
import { randomNumbers } from './random.ts'

/**
 * Measures findCounterparts: sentences and phrases of the development sets, looked for among the passages of the
 * other language of their set; every second one has its counterpart taken out first. A hit is right when it stands
 * in the selection's gold bead. LEAST_COUNTERPART_SCORE was chosen by this, set to 0 for the occasion.
 */
const SELECTIONS = 80
const PASSAGES = 1500
const HITS = 10
const FLOORS = [0, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5]

interface Passage {
  readonly text: string
  readonly document: number
  readonly line: number
}

interface Wanted {
  readonly text: string
  readonly document: number
  readonly gold: readonly [from: number, to: number]
}

interface Looked {
  readonly hasCounterpart: boolean
  readonly hits: readonly { readonly score: number; readonly isRight: boolean }[]
}

const sets = readGoldSets([])
if (sets === null) {
  console.error('SKIPPED: ../shared/alignment is not here, so counterparts were NOT measured.')
  process.exit(0)
}
const lexicon = openLexicon()
const random = randomNumbers(7)
const looked = sets.flatMap((set) => [...look(set, 'chinese'), ...look(set, 'english')])
const present = looked.filter(({ hasCounterpart }) => hasCounterpart)
const absent = looked.filter(({ hasCounterpart }) => !hasCounterpart)
console.log(`${looked.length} selections, ${present.length} of them with a counterpart`)
for (const floor of FLOORS) {
  const hits = looked.flatMap((one) => listed(one, floor))
  const firsts = looked.flatMap((one) => listed(one, floor).slice(0, 1))
  const found = present.filter((one) => listed(one, floor).some(({ isRight }) => isRight)).length
  const empty = absent.filter((one) => listed(one, floor).length === 0).length
  console.log(
    `≥ ${floor}: ${hits.length} hits, right ${share(hits.filter(({ isRight }) => isRight).length, hits.length)}, ` +
      `right of the first ones ${share(firsts.filter(({ isRight }) => isRight).length, firsts.length)}; ` +
      `counterparts found ${share(found, present.length)}; without one, nothing listed ${share(empty, absent.length)}`,
  )
}

function look({ documents }: GoldSet, from: 'chinese' | 'english'): Looked[] {
  const to = from === 'chinese' ? 'english' : 'chinese'
  const passages = documents.flatMap((document, index) =>
    document[to].map((text, line): Passage => ({ text, document: index, line })),
  )
  const wanted = documents.flatMap((document, index) => selectionsOf(document, index, from))
  return Array.from({ length: SELECTIONS }, (): Looked => {
    const one = wanted[Math.floor(random() * wanted.length)]
    if (one === undefined) throw new Error('a set without beads')
    const hasCounterpart = random() < 0.5
    const isGold = ({ document, line }: Passage): boolean =>
      document === one.document && line >= one.gold[0] && line < one.gold[1]
    const some = passages.filter((passage) =>
      isGold(passage) ? hasCounterpart : random() < PASSAGES / passages.length,
    )
    const found = findCounterparts(
      {
        wanted: { language: tagOf(from), text: one.text },
        passages: { language: tagOf(to), texts: some.map(({ text }) => text) },
        terms: [],
        limit: HITS,
      },
      lexicon,
      () => undefined,
    )
    const hits = found.map(({ index, score }) => {
      const passage = some[index]
      return { score, isRight: passage !== undefined && isGold(passage) }
    })
    return { hasCounterpart, hits }
  })
}

/** The first sentence of every bead with two sides; of half of them, a phrase of it. */
function selectionsOf(document: GoldDocument, index: number, from: 'chinese' | 'english'): Wanted[] {
  return document.beads.flatMap(({ left, right }) => {
    const [own, gold] = from === 'chinese' ? [left, right] : [right, left]
    if (own[0] === own[1] || gold[0] === gold[1]) return []
    const text = document[from][own[0]] ?? ''
    // Of a bead with more sentences, a phrase may be rendered in any of the others.
    if (own[1] - own[0] > 1 || random() < 0.5) return [{ text, document: index, gold }]
    const phrases = text.split(/(?<=[，；：]|[,;:] )/u)
    return [{ text: phrases[Math.floor(random() * phrases.length)] ?? text, document: index, gold }]
  })
}

function listed({ hits }: Looked, floor: number): Looked['hits'] {
  return hits.filter(({ score }) => score >= floor)
}

function tagOf(language: 'chinese' | 'english'): string {
  return language === 'chinese' ? 'zh-Hans' : 'en'
}

function share(some: number, all: number): string {
  return `${((100 * some) / Math.max(1, all)).toFixed(0)} %`
}
