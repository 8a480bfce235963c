import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadLexicon } from '../../src/core/lexicon/load-lexicon.ts'
import { judgeLinks, LEAST_LINK_SCORE, suggestLinks } from '../../src/shared/align/suggest-links.ts'
import { featureVector, LINK_WEIGHTS } from '../../src/shared/align/suggest-links-score.ts'
import { fitLogistic } from './fit-logistic.ts'

/**
 * Measures suggestLinks on text that is comparable by force: the development sets with their order destroyed,
 * half of the English taken away and as many English sentences of other documents of the set put in. A
 * suggestion is right when its sentences stand in one gold bead. `--fit` also fits the weights of the score,
 * each set judged by weights that have not seen it.
 */
const FOLDER = fileURLToPath(new URL('../../../shared/alignment/dev', import.meta.url))
const SEED = 20_251_123

interface Sample {
  readonly left: string[]
  readonly right: string[]
  /** `left right` for sentences of one bead. */
  readonly gold: Set<string>
}

interface Judged {
  readonly vector: number[]
  readonly isRight: boolean
}

if (!existsSync(FOLDER)) {
  console.error('SKIPPED: ../shared/alignment is not here, so suggested links were NOT measured.')
  process.exit(0)
}
const lexicon = loadLexicon(fileURLToPath(new URL('../../resources/lexicon/zh-en.bin.br', import.meta.url)))
const sets = new Map(
  readdirSync(FOLDER)
    .toSorted()
    .map((set) => [set, makeSamples(set)]),
)

const judged = new Map<string, Judged[]>()
for (const [set, samples] of sets) judged.set(set, samples.flatMap(judge))

if (process.argv.includes('--fit')) {
  const all = [...judged].flatMap(([, list]) => list)
  console.log(
    'weights fitted on all sets:',
    fit(all).map((weight) => Number(weight.toFixed(3))),
  )
  const unseen = [...judged].map(([set, list]) => {
    const others = [...judged].flatMap(([other, known]) => (other === set ? [] : known))
    return { set, scored: scoreAll(list, fit(others)) }
  })
  for (const { set, scored } of unseen) console.log(`left out ${set}:`, byThreshold(scored))
  console.log('all sets, each left out:', byThreshold(unseen.flatMap(({ scored }) => scored)))
}
console.log('all sets, shipped weights:', byThreshold(scoreAll([...judged.values()].flat(), LINK_WEIGHTS)))

console.log('\nset              suggested  right  precision  recall  (sentences of the left with a partner)')
for (const [set, samples] of sets) report(set, samples)
report('all', [...sets.values()].flat())
measureSpeed()

function makeSamples(set: string): Sample[] {
  const names = [
    ...new Set(readdirSync(`${FOLDER}/${set}`).map((name) => name.replace(/\.[a-z]+$/u, ''))),
  ].toSorted()
  const lines = (name: string, kind: string): string[] =>
    readFileSync(`${FOLDER}/${set}/${name}.${kind}`, 'utf8').replace(/\n$/u, '').split('\n')
  return names.map((name, index) => {
    const random = seeded(SEED + index)
    const [zh, en] = [lines(name, 'zh'), lines(name, 'en')]
    const strangers = names.filter((other) => other !== name).flatMap((other) => lines(other, 'en'))
    const kept = en.map((_, place) => place).filter(() => random() < 0.5)
    const right = [
      ...kept.map((place) => ({ text: en[place] ?? '', place })),
      ...shuffled(strangers, random)
        .slice(0, kept.length)
        .map((text) => ({ text, place: -1 })),
    ]
    const leftOrder = shuffled(
      zh.map((_, place) => place),
      random,
    )
    const rightOrder = shuffled(right, random)
    const beadOf = { zh: new Map<number, number>(), en: new Map<number, number>() }
    for (const [bead, line] of lines(name, 'gold').entries()) {
      const [ours = '', theirs = ''] = line.split(':')
      for (const at of ours.match(/\d+/gu) ?? []) beadOf.zh.set(Number(at), bead)
      for (const at of theirs.match(/\d+/gu) ?? []) beadOf.en.set(Number(at), bead)
    }
    const gold = new Set<string>()
    for (const [one, place] of leftOrder.entries()) {
      for (const [other, { place: theirs }] of rightOrder.entries()) {
        const bead = beadOf.zh.get(place)
        if (theirs >= 0 && bead !== undefined && bead === beadOf.en.get(theirs)) gold.add(`${one} ${other}`)
      }
    }
    return {
      left: leftOrder.map((place) => zh[place] ?? ''),
      right: rightOrder.map(({ text }) => text),
      gold,
    }
  })
}

function inputOf({ left, right }: Sample) {
  return { left: { language: 'zh-Hans', texts: left }, right: { language: 'en', texts: right }, terms: [] }
}

function judge(sample: Sample): Judged[] {
  const { judged: list } = judgeLinks(inputOf(sample), lexicon, () => undefined)
  return list.map(({ left, right, features }) => ({
    vector: featureVector(features),
    isRight: sample.gold.has(`${left} ${right}`),
  }))
}

function fit(list: readonly Judged[]): number[] {
  return fitLogistic(
    list.map(({ vector }) => vector),
    list.map(({ isRight }) => isRight),
    1,
  )
}

interface Scored {
  readonly score: number
  readonly isRight: boolean
}

function scoreAll(list: readonly Judged[], weights: readonly number[]): Scored[] {
  return list.map(({ vector, isRight }) => {
    const logit = vector.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0)
    return { score: 1 / (1 + Math.exp(-logit)), isRight }
  })
}

/** Precision, and the share of the right candidates that is kept, above each threshold. */
function byThreshold(scored: readonly Scored[]): string {
  const right = scored.filter(({ isRight }) => isRight).length
  return [0.5, 0.6, 0.7, 0.75, 0.8, 0.9]
    .map((least) => {
      const taken = scored.filter(({ score }) => score >= least)
      const good = taken.filter(({ isRight }) => isRight).length
      return `≥${least}: P ${(good / taken.length).toFixed(3)} R ${(good / right).toFixed(3)}`
    })
    .join(' · ')
}

function report(set: string, samples: readonly Sample[]): void {
  let [suggested, right, found, wanted] = [0, 0, 0, 0]
  for (const sample of samples) {
    const links = suggestLinks(inputOf(sample), lexicon, () => undefined)
    const good = links.filter((link) => sample.gold.has(`${link.left} ${link.right}`))
    suggested += links.length
    right += good.length
    found += new Set(good.map(({ left }) => left)).size
    wanted += new Set([...sample.gold].map((key) => key.split(' ')[0])).size
  }
  console.log(
    `${set.padEnd(16)} ${String(suggested).padStart(9)} ${String(right).padStart(6)} ${(right / suggested).toFixed(3).padStart(10)} ${(found / wanted).toFixed(3).padStart(7)}`,
  )
}

function measureSpeed(): void {
  const all = [...sets.values()].flat()
  const left = all.flatMap((sample) => sample.left).slice(0, 2000)
  const right = all.flatMap((sample) => sample.right).slice(0, 2000)
  const before = performance.now()
  const links = suggestLinks(inputOf({ left, right, gold: new Set() }), lexicon, () => undefined)
  const seconds = (performance.now() - before) / 1000
  console.log(
    `\n${left.length} × ${right.length} sentences: ${seconds.toFixed(2)} s, ${links.length} suggestions at ≥ ${LEAST_LINK_SCORE}`,
  )
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item)
}

/** The same numbers each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
