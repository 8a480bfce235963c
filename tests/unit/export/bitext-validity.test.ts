import { unzipSync } from 'fflate'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { toTmx } from '../../../src/shared/export/bitext/to-tmx.ts'
import { toXliff12 } from '../../../src/shared/export/bitext/to-xliff-12.ts'
import { toXliff21 } from '../../../src/shared/export/bitext/to-xliff-21.ts'
import { sampleBitext } from './bitext-sample.ts'
import { tmxErrors, xliffErrors } from './validate-xml.ts'

/** Where Debian's package `omegat` puts it; it has the DTD of TMX's own authors in it. */
const OMEGAT = '/usr/share/omegat/OmegaT.jar'
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

  test.skipIf(!existsSync(OMEGAT))(
    'TMX 1.4b, by its DTD (skipped where OmegaT, which has it, is not installed)',
    async () => {
      const dtd = unzipSync(readFileSync(OMEGAT), { filter: ({ name }) => name === 'schemas/tmx14.dtd' })
      const text = new TextDecoder().decode(dtd['schemas/tmx14.dtd'])
      expect(text).toContain('<!ELEMENT tmx')
      expect(await tmxErrors(toTmx(sampleBitext), text)).toEqual([])
      expect(await tmxErrors(toTmx(sampleBitext).replace(' datatype="plaintext"', ''), text)).not.toEqual([])
    },
  )
})
