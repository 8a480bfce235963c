import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { EDITS } from '../../../bench/anchors/edits.ts'
import { count } from '../../../bench/anchors/judge.ts'
import { measure } from '../../../bench/anchors/measure.ts'
import { importText } from '../../../bench/anchors/reimport.ts'

/** The floor below `npm run bench:anchors`, on the project's own texts: others than those it reports on. */
const SEEDS = [21, 22, 23]

const folder = fileURLToPath(new URL('../../../seeds', import.meta.url))
const texts = readdirSync(folder)
  .filter((name) => /\.(txt|md)$/u.test(name) && name !== 'README.md')
  .map((name) => importText(name, readFileSync(`${folder}/${name}`)))

test.each(EDITS)('a corrected file ($name) puts no highlight in a wrong place without saying so', (edit) => {
  const judgements = SEEDS.flatMap((seed) => measure(texts, edit, { seed, highlights: 400 }))
  const { right, whole, silent, tornSilent } = count(judgements)
  const silentOnes = judgements.filter(({ state, place }) => state === 'ok' && place !== 'right')
  expect({ silent, tornSilent, silentOnes }).toEqual({ silent: 0, tornSilent: 0, silentOnes: [] })
  expect(right / whole).toBeGreaterThan(0.97)
})
