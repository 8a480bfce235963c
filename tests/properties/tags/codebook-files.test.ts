import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCodebook } from '../../../src/core/formats/codebook/read-codebook.ts'
import { joinExamples, splitExamples } from '../../../src/shared/domain/codebook-text.ts'
import { COLOR_HEX, colorOfHex } from '../../../src/shared/domain/color-hex.ts'
import { COLORS } from '../../../src/shared/domain/highlight.ts'
import { tagNameKey, tidyTagText } from '../../../src/shared/domain/tag-path.ts'
import type { CodebookTag } from '../../../src/shared/export/codebook/codebook-tag.ts'
import { toCodebookCsv } from '../../../src/shared/export/codebook/to-codebook-csv.ts'
import { toQdc } from '../../../src/shared/export/codebook/to-qdc.ts'
import { qdcErrors } from '../../unit/export/validate-xml.ts'

const piece = fc.constantFrom(
  '治理',
  '安全',
  '𠮷',
  '😀',
  'Media',
  '<&">',
  "'=1",
  '=SUM(A1)',
  '＋',
  '"',
  'a,b',
  '\\',
)
const name = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(' '))
const words = fc
  .array(fc.oneof(piece, fc.constantFrom('\n', '\n\n', '[Examples]', '\\[Examples]', ' ', '\t', ';')), {
    maxLength: 8,
  })
  .map((pieces) => tidyTagText(pieces.join('')))

/** Random trees: each tag is at the root or below an earlier one, and no siblings have one name. */
const codebook: fc.Arbitrary<CodebookTag[]> = fc
  .array(
    fc.record({
      above: fc.nat(),
      name,
      color: fc.option(fc.constantFrom(...COLORS)),
      description: words,
      examples: words,
    }),
    {
      minLength: 1,
      maxLength: 25,
    },
  )
  .map((drafts) => {
    const tags: CodebookTag[] = []
    const taken = new Set<string>()
    for (const { above, ...tag } of drafts) {
      const parentId = tags[above % (tags.length + 1)]?.id ?? null
      const key = `${parentId}/${tagNameKey(tag.name)}`
      if (taken.has(key)) continue
      taken.add(key)
      const number = String(tags.length).padStart(12, '0')
      tags.push({ ...tag, id: `01a1f8f1-ecc3-7000-8000-${number}`, parentId })
    }
    return tags
  })

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** What a file should tell of the tags, by path. */
function expected(tags: readonly CodebookTag[], guids: boolean): Map<string, unknown> {
  const byId = new Map(tags.map((tag) => [tag.id, tag]))
  const pathOf = (tag: CodebookTag): string => {
    const parent = tag.parentId === null ? undefined : byId.get(tag.parentId)
    return parent === undefined ? tag.name : `${pathOf(parent)}/${tag.name}`
  }
  return new Map(
    tags.map((tag) => [
      pathOf(tag),
      {
        guid: guids ? tag.id : null,
        color: tag.color,
        description: tag.description || null,
        examples: tag.examples || null,
      },
    ]),
  )
}

function told(content: string): Map<string, unknown> {
  return new Map(readCodebook(utf8(content)).map(({ names, ...rest }) => [names.join('/'), rest]))
}

describe('a codebook', () => {
  test('goes out as REFI-QDA and as a table, and comes back the same', () => {
    fc.assert(
      fc.property(codebook, fc.boolean(), (tags, bom) => {
        expect(told(toQdc(tags, '1.0'))).toEqual(expected(tags, true))
        expect(told(toCodebookCsv(tags, { bom, escapeFormulas: true }))).toEqual(expected(tags, false))
      }),
      { numRuns: 400 },
    )
  })

  test('is valid by the schema of REFI-QDA, without a byte order mark or carriage returns', async () => {
    await fc.assert(
      fc.asyncProperty(codebook, async (tags) => {
        const content = toQdc(tags, '1.0')
        expect(content).toMatch(/^<\?xml [^\r]*$/u)
        expect(await qdcErrors(content)).toEqual([])
      }),
      { numRuns: 8 },
    )
    const [tag] = [
      {
        id: '01a1f8f1-ecc3-7000-8000-000000000000',
        parentId: null,
        name: '桥',
        color: 3,
        description: 'x',
        examples: '',
      },
    ] as const
    const content = toQdc([tag], '1.0')
    expect(await qdcErrors(content.replace('isCodable', 'codable'))).not.toEqual([])
    expect(
      await qdcErrors(content.replace(/<Description>.*<\/Description>/u, '<Code/><Description/>')),
    ).not.toEqual([])
  })

  test('keeps description and examples apart in one text', () => {
    fc.assert(
      fc.property(words, words, (description, examples) => {
        expect(splitExamples(joinExamples(description, examples))).toEqual({ description, examples })
      }),
    )
  })

  test('calls the colors of others by names of ours', () => {
    for (const color of COLORS) expect(colorOfHex(COLOR_HEX[color].toUpperCase())).toBe(color)
    expect(
      ['#00f', '#00008b', '#8b0000', '#006400', '#808080', '#ffa500', '#fff', '#800080'].map(colorOfHex),
    ).toEqual([4, 4, 2, 3, 8, 7, 8, 6])
    expect(colorOfHex('red')).toBeNull()
  })
})
