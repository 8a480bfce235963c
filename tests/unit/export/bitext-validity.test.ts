import { unzipSync } from 'fflate'
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { toLadder } from '../../../src/shared/export/bitext/to-ladder.ts'
import { toTmx } from '../../../src/shared/export/bitext/to-tmx.ts'
import { toXliff12 } from '../../../src/shared/export/bitext/to-xliff-12.ts'
import { toXliff21 } from '../../../src/shared/export/bitext/to-xliff-21.ts'
import { tempFolder } from '../../fixtures/temp-folder.ts'
import { bead, sampleBitext } from './bitext-sample.ts'
import { hasOmegat, OMEGAT } from './omegat.ts'
import { tmxErrors, xliffErrors } from './validate-xml.ts'

const hasDtd = hasOmegat(['xmllint'], 'TMX is valid by the DTD of its authors')
const noIds = { ...sampleBitext, beads: sampleBitext.beads.map((bead) => ({ ...bead, id: '' })) }

describe('exports are valid by the schemas of their standards', () => {
  test('XLIFF 1.2, strict', async () => {
    expect(await xliffErrors(toXliff12(sampleBitext), '1.2')).toEqual([])
    expect(await xliffErrors(toXliff12(noIds), '1.2')).toEqual([])
    expect(
      await xliffErrors(toXliff12(sampleBitext).replace('approved="yes"', 'approved="so"'), '1.2'),
    ).not.toEqual([])
  })

  test('XLIFF 2.1 with metadata', async () => {
    expect(await xliffErrors(toXliff21(sampleBitext), '2.1')).toEqual([])
    expect(await xliffErrors(toXliff21(noIds), '2.1')).toEqual([])
    expect(
      await xliffErrors(toXliff21(sampleBitext).replace('<mda:meta type', '<mda:meta kind'), '2.1'),
    ).not.toEqual([])
  })

  test('TMX 1.4b, by the text of the standard', async () => {
    expect(await tmxErrors(toTmx(sampleBitext))).toEqual([])
    expect(await tmxErrors(toTmx(noIds))).toEqual([])
    expect(await tmxErrors(toTmx(sampleBitext).replace(' datatype="plaintext"', ''))).not.toEqual([])
  })

  test('without a unit for a bead that holds nothing, in every format', async () => {
    const [first, ...rest] = sampleBitext.beads
    if (first === undefined) throw new Error('the sample has beads')
    const empty = bead([1, 1], [1, 1], { id: 'nothing-in-it', status: 'verified', note: 'lost' })
    const model = { ...sampleBitext, beads: [first, empty, ...rest] }
    expect(await tmxErrors(toTmx(model))).toEqual([])
    expect(toTmx(model)).toBe(toTmx(sampleBitext))
    expect(toLadder(model)).toEqual(toLadder(sampleBitext))
    expect(toXliff21(model)).not.toContain('nothing-in-it')
    expect(() => toTmx({ ...model, beads: [empty] })).toThrow(/not aligned/u)
  })

  test.skipIf(!hasDtd)('TMX 1.4b, by the DTD that OmegaT brings along', () => {
    const dtd = unzipSync(readFileSync(OMEGAT), { filter: ({ name }) => name === 'schemas/tmx14.dtd' })
    const folder = tempFolder()
    writeFileSync(join(folder, 'tmx14.dtd'), dtd['schemas/tmx14.dtd'] ?? '')
    const isValid = (content: string): boolean => {
      writeFileSync(join(folder, 'document.tmx'), content)
      const args = ['--nonet', '--noout', '--dtdvalid', 'tmx14.dtd', 'document.tmx']
      return spawnSync('xmllint', args, { cwd: folder }).status === 0
    }
    expect(isValid(toTmx(sampleBitext))).toBe(true)
    expect(isValid(toTmx(sampleBitext).replace(' datatype="plaintext"', ''))).toBe(false)
  })
})
