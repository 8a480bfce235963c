import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { EDITS } from './anchors/edits.ts'
import { count, type Judgement } from './anchors/judge.ts'
import { measure } from './anchors/measure.ts'
import { importText, type ImportedText } from './anchors/reimport.ts'

/** Seeds nothing was tuned on. */
const HELD_OUT = [6, 7, 8, 9, 10]

const HIGHLIGHTS = 2000

/** Shorter texts have nothing to be moved. */
const LEAST_PARAGRAPHS = 4

const shared = fileURLToPath(new URL('../../shared/seeds', import.meta.url))
const own = fileURLToPath(new URL('../seeds', import.meta.url))
const words = process.argv.slice(2)
const isTold = words.includes('--show')
const seeds = words.filter((word) => /^\d+$/u.test(word)).map(Number)
const only = words.filter((word) => !/^\d+$|^--/u.test(word))

if (!existsSync(shared)) {
  console.error(`SKIPPED: ${shared} is not here; the figures below are of the project's own texts ONLY.`)
}
const texts = [shared, own].flatMap(readTexts).filter(({ sentences }) => sentences.length >= LEAST_PARAGRAPHS)
const tried = seeds.length > 0 ? seeds : HELD_OUT
console.log(
  `${texts.length} texts, ${HIGHLIGHTS} highlights for each seed; seeds ${tried.join(', ')}\n` +
    '                      whole   right            silently wrong   needlessly moved   wrong, moved   lost   torn  (silently)',
)
let isReached = true
for (const edit of EDITS) {
  if (only.length > 0 && !only.some((word) => edit.name.startsWith(word))) continue
  const judgements = tried.flatMap((seed) => measure(texts, edit, { seed, highlights: HIGHLIGHTS }))
  const counts = count(judgements)
  const share = (100 * counts.right) / counts.whole
  isReached &&= share >= 99 && counts.silent === 0 && counts.tornSilent === 0
  console.log(
    `${edit.name.padEnd(20)} ${pad(counts.whole, 6)}  ${pad(counts.right, 6)} ${share.toFixed(2).padStart(6)} %  ` +
      `${pad(counts.silent, 14)}   ${pad(counts.needless, 16)}   ${pad(counts.misplaced, 12)}   ` +
      `${pad(counts.lost, 4)}   ${pad(counts.torn, 4)}  ${pad(counts.tornSilent, 10)}`,
  )
  if (isTold) show(judgements)
}
console.log(
  isReached ? '\nThe aim is reached: 99 % right, none silently wrong.' : '\nThe aim is NOT reached.',
)
if (!isReached) process.exitCode = 1

function readTexts(folder: string): ImportedText[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /\.(txt|md)$/u.test(name) && name !== 'README.md')
    .toSorted()
    .map((name) => importText(name, readFileSync(`${folder}/${name}`)))
}

function pad(figure: number, width: number): string {
  return String(figure).padStart(width)
}

function show(judgements: readonly Judgement[]): void {
  for (const { state, place, was, is } of judgements) {
    const isSilent = state === 'ok' && place !== 'right'
    if (isSilent) console.log(`  ! ${place} ok\n    ${JSON.stringify(was)}\n    ${JSON.stringify(is)}`)
    else if (place === 'wrong')
      console.log(`  - ${state}\n    ${JSON.stringify(was)}\n    ${JSON.stringify(is)}`)
  }
}
