import { describe, expect, test } from 'vitest'
import { readBitext } from '../../../src/core/formats/bitext/read-bitext.ts'
import { sniffBitext } from '../../../src/core/formats/bitext/sniff-bitext.ts'
import { chooseSides, findSides } from '../../../src/core/imports/choose-sides.ts'
import type { BitextModel } from '../../../src/shared/export/bitext/bitext-model.ts'
import type { MemoryOptions } from '../../../src/shared/export/bitext/memory-options.ts'
import {
  findSourceSide,
  sourceToRemember,
  usualSource,
  type SidedPair,
} from '../../../src/shared/export/bitext/source-side.ts'
import { toTmx } from '../../../src/shared/export/bitext/to-tmx.ts'
import { toXliff12 } from '../../../src/shared/export/bitext/to-xliff-12.ts'
import { toXliff21 } from '../../../src/shared/export/bitext/to-xliff-21.ts'
import { regionCode } from '../../../src/shared/text/region-code.ts'
import { sampleBitext } from './bitext-sample.ts'
import { elements, parseXml } from './read-bitext.ts'
import { tmxErrors, xliffErrors } from './validate-xml.ts'

const right: MemoryOptions = { source: 'right', codes: 'script' }
const byRegion: MemoryOptions = { source: 'left', codes: 'region' }

/** The English translation on the left, the Chinese original on the right. */
const turned: BitextModel = {
  ...sampleBitext,
  left: sampleBitext.right,
  right: { ...sampleBitext.left, language: 'zh-Hant' },
  beads: sampleBitext.beads.map((bead) => ({ ...bead, left: bead.right, right: bead.left })),
}

const WRITERS = [
  ['pair.tmx', toTmx],
  ['pair.xlf', toXliff21],
  ['pair 1.2.xlf', toXliff12],
] as const

/** The codes of source and target; of a TMX file its `srclang` and the texts of its first unit. */
function codes(content: string): (string | undefined)[] {
  const root = parseXml(content)
  const of = (name: string, ...attributes: string[]): (string | undefined)[] => {
    const [element] = elements(root, name)
    return attributes.map((attribute) => element?.attributes[attribute])
  }
  if (content.includes('<tmx')) {
    const [unit] = elements(root, 'tu')
    const texts = unit === undefined ? [] : elements(unit, 'tuv')
    return [...of('header', 'srclang'), ...texts.map(({ attributes }) => attributes['xml:lang'])]
  }
  return content.includes('version="1.2"')
    ? of('file', 'source-language', 'target-language')
    : of('xliff', 'srcLang', 'trgLang')
}

/** The pair as it comes back. */
function readBack(name: string, content: string): unknown {
  const bytes = new TextEncoder().encode(content)
  const reader = sniffBitext(name, bytes)
  if (reader === null) throw new Error('a bitext expected')
  const bitext = readBitext({ name, bytes, reader }, () => undefined)
  const sides = findSides(bitext, {})
  return {
    left: [sides.left.metadata.language, sides.left.metadata.title, sides.left.metadata.source],
    right: [sides.right.metadata.language, sides.right.metadata.title, sides.right.metadata.source],
    beads: chooseSides(bitext, sides).units.map(({ left, right: other, unit }) => [
      left,
      other,
      unit.status,
      unit.confidence,
    ]),
    warnings: bitext.warnings,
  }
}

function whole(model: BitextModel): unknown {
  return {
    left: [model.left.language, model.left.title, model.left.source],
    right: [model.right.language, model.right.title, model.right.source],
    beads: model.beads.map((bead) => [
      model.left.segments.slice(...bead.left),
      model.right.segments.slice(...bead.right),
      bead.status,
      bead.confidence,
    ]),
    warnings: [],
  }
}

describe('the source of a translation memory', () => {
  test.each(WRITERS)('%s: is the side that is said to be, and comes back on its own side', (name, write) => {
    const content = write(turned, 'all', right)
    expect(codes(content)).toEqual([...(name === 'pair.tmx' ? ['zh-Hant'] : []), 'zh-Hant', 'en'])
    const [first] = elements(parseXml(content), name === 'pair.tmx' ? 'seg' : 'source')
    expect(first?.text).toBe('桥与镜子')
    expect(readBack(name, content)).toEqual(whole(turned))
    expect(readBack(name, write(turned))).toEqual(whole(turned))
  })

  test.each(WRITERS)('%s: two texts in one language keep their sides', (name, write) => {
    const alike = { ...turned, right: { ...turned.right, language: 'en' } }
    expect(readBack(name, write(alike, 'all', right))).toMatchObject(
      { left: (whole(alike) as { left: unknown }).left, beads: (whole(alike) as { beads: unknown }).beads }, // prettier-ignore
    )
  })

  test('XLIFF says of a target without a source what it said of a right side without a left one', () => {
    const states = elements(parseXml(toXliff21(turned, 'all', right)), 'segment').map(
      ({ attributes }) => attributes['state'],
    )
    expect(states).toEqual(['final', 'translated', 'translated', 'translated', 'initial', 'initial', 'final'])
    const units = elements(parseXml(toXliff12(turned, 'all', right)), 'trans-unit')
    expect(units.map((unit) => elements(unit, 'target').length)).toEqual([1, 1, 1, 1, 0, 1, 1])
    expect(units.map(({ attributes }) => attributes['approved'])).toEqual(['yes', 'no', 'no', 'no', 'no', 'no', 'yes']) // prettier-ignore
  })

  test('is valid by the schemas', async () => {
    for (const options of [right, byRegion]) {
      expect(await tmxErrors(toTmx(turned, 'all', options))).toEqual([])
      expect(await xliffErrors(toXliff12(turned, 'all', options), '1.2')).toEqual([])
      expect(await xliffErrors(toXliff21(turned, 'all', options), '2.1')).toEqual([])
    }
  })
})

describe('codes by region', () => {
  test.each(WRITERS)('%s: are written where programs look, and mapped back', (name, write) => {
    const content = write(turned, 'all', { source: 'right', codes: 'region' })
    expect(codes(content)).toEqual([...(name === 'pair.tmx' ? ['zh-TW'] : []), 'zh-TW', 'en'])
    expect(readBack(name, content)).toEqual(whole(turned))
    const hongKong = { ...turned, right: { ...turned.right, language: 'zh-Hant-HK' } }
    const written = write(hongKong, 'all', byRegion)
    expect(codes(written).slice(-2)).toEqual(['en', 'zh-HK'])
    expect(readBack(name, written)).toEqual(whole(hongKong))
  })

  test('are those of Chinese, where a region tells the script', () => {
    const tags = 'zh-Hans zh-Hant zh-Hans-SG zh-Hant-HK zh-Hans-TW zh-CN zh en und fr-Latn'.split(' ')
    expect(tags.map(regionCode)).toEqual(
      'zh-CN zh-TW zh-SG zh-HK zh-Hans-TW zh-CN zh en und fr-Latn'.split(' '),
    )
  })
})

describe('which side is the source', () => {
  const pair = (left: string, other: string, lockedSide: SidedPair['lockedSide'] = null): SidedPair => ({
    left: { language: left },
    right: { language: other },
    lockedSide,
  })

  test('is found by place or language, where one side fits better than the other', () => {
    expect(findSourceSide(pair('en', 'zh-Hans'), 'left')).toBe('left')
    expect(findSourceSide(pair('en', 'zh-Hans'), 'zh-CN')).toBe('right')
    expect(findSourceSide(pair('en', 'zh-Hans'), 'zh')).toBe('right')
    expect(findSourceSide(pair('zh-Hant', 'zh-Hans'), 'zh-HK')).toBe('left')
    expect(findSourceSide(pair('zh-Hant', 'zh-Hant-HK'), 'zh-TW')).toBeNull()
    expect(findSourceSide(pair('en', 'zh-Hans'), 'fr')).toBeNull()
    expect(findSourceSide(pair('en', 'en'), 'en')).toBeNull()
    expect(findSourceSide(pair('und', 'en'), 'en')).toBe('right')
    // The contract lets tags through that Intl refuses.
    expect(findSourceSide(pair('en-a1', 'zh-Hans'), 'zh-CN')).toBe('right')
  })

  test('is usually the locked one, else what was chosen last, else the left one', () => {
    expect(usualSource(pair('en', 'zh-Hans', 'left'), 'zh-Hans')).toBe('left')
    expect(usualSource(pair('en', 'zh-Hans'), 'zh-Hans')).toBe('right')
    expect(usualSource(pair('en', 'zh-Hans'), 'right')).toBe('right')
    expect(usualSource(pair('en', 'fr'), 'zh-Hans')).toBe('left')
  })

  test('is remembered by its language, which other pairs may have on the other side', () => {
    expect(sourceToRemember(pair('en', 'zh-Hans'), 'right')).toBe('zh-Hans')
    expect(sourceToRemember(pair('en', 'en'), 'right')).toBe('right')
  })
})
