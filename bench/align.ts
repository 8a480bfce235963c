import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createAligner } from '../src/shared/align/create-aligner.ts'
import { alignDocument } from './align/align-document.ts'
import { crossValidated } from './align/fit-confidence.ts'
import { readGoldSets, type GoldSet } from './align/gold-documents.ts'
import { openLexicon } from './align/open-lexicon.ts'
import { reliabilityRows, sureLine, type Judged } from './align/reliability.ts'
import { addCounts, beadKey, countBeads, figuresOf, NO_COUNTS } from './align/score-beads.ts'
import { simulateSession } from './align/session.ts'

const SIZES = [1000, 10_000, 100_000]

const only = namedSets(process.argv.slice(2))
const sets = readGoldSets(only)
if (sets === null) {
  console.error('SKIPPED: ../shared/alignment/dev is not here, so the figures were NOT measured, only speed.')
} else if (sets.length === 0) {
  console.error(`No such set: ${only.join(', ')}.`)
  process.exit(2)
} else {
  measureFigures(sets)
}
if (only.length === 0) measureSpeed()

function namedSets(words: readonly string[]): string[] {
  return words.flatMap((word, index) => (words[index - 1] === '--set' ? [word] : []))
}

function measureFigures(gold: readonly GoldSet[]): void {
  const lexicon = openLexicon()
  const align = createAligner(lexicon)
  const judgedBySet: [GoldSet, Judged[]][] = []
  for (const [title, aligner] of [
    ['With the lexicon', align],
    ['Without a lexicon', createAligner(null)],
  ] as const) {
    console.log(`${title}\n  set              docs  beads  strict P     R     F1   lax F1`)
    for (const set of gold) {
      let counts = NO_COUNTS
      const judged: Judged[] = []
      for (const document of set.documents) {
        const beads = alignDocument(aligner, document)
        counts = addCounts(counts, countBeads(beads, document.beads))
        const right = new Set(document.beads.map(beadKey))
        for (const bead of beads) {
          judged.push({ confidence: bead.confidence ?? 0, isRight: right.has(beadKey(bead)) })
        }
      }
      if (aligner === align) judgedBySet.push([set, judged])
      const { precision, recall, strict, lax } = figuresOf(counts)
      const figures = [precision, recall, strict, lax].map((figure) => figure.toFixed(4)).join('  ')
      const sizes = `${String(set.documents.length).padStart(4)}  ${String(counts.gold).padStart(5)}`
      console.log(`  ${set.name.padEnd(16)} ${sizes}    ${figures}   ${sureLine(judged)}`)
    }
  }
  console.log('\nReliability: claimed confidence against beads exactly right')
  for (const [set, judged] of judgedBySet) {
    console.log(`${set.name}: ${sureLine(judged)}`)
    console.log(reliabilityRows(judged).join('\n'))
  }
  console.log('\nConfidence table learnt without the document it is applied to (leave one out):')
  for (const { name, judged } of crossValidated(gold, lexicon))
    console.log(`  ${name.padEnd(16)} ${sureLine(judged)}`)
  console.log('\nSession: strict F1 of the beads nobody verified (10 % verified, five draws)')
  console.log(
    '  set              unassisted  bounded     taught | whole text  least sure tenth verified | half alone  other half known',
  )
  for (const set of gold) {
    const session = simulateSession(set, align, createAligner(lexicon, { learnsFromFixed: false }))
    const { unassisted, bounded, taught, whole, wholeLeastSure, halfAlone, halfKnown } = session
    const figures = [unassisted, bounded, taught, whole, wholeLeastSure, halfAlone, halfKnown]
    console.log(
      `  ${set.name.padEnd(16)} ${figures.map((figure) => figure.toFixed(4).padStart(9)).join('  ')}`,
    )
  }
}

function measureSpeed(): void {
  console.log('\nSpeed and memory on made texts, each in a process of its own')
  const script = fileURLToPath(new URL('align/measure-speed.ts', import.meta.url))
  for (const size of SIZES) {
    const child = spawnSync(process.execPath, [script, String(size)], { encoding: 'utf8' })
    if (child.status !== 0) throw new Error(`measuring ${size} failed: ${child.stderr}`)
    const told = JSON.parse(child.stdout) as Record<
      'chinese' | 'english' | 'startUp' | 'seconds' | 'processorSeconds' | 'peak',
      number
    >
    const lines = told.chinese + told.english
    console.log(
      `  ${told.chinese} × ${told.english}: ${told.seconds.toFixed(2)} s (processor ${told.processorSeconds.toFixed(2)} s) after ${told.startUp} ms of start-up, ` +
        `${Math.round(lines / told.seconds)} lines/s, peak ${told.peak.toFixed(0)} MB`,
    )
  }
}
