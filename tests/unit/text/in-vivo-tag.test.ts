import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseTagPath, TAG_NAME_LENGTH } from '../../../src/shared/domain/tag-path.ts'
import { isGraphemeEdge } from '../../../src/shared/text/graphemes.ts'
import { inVivoTagName } from '../../../src/shared/text/in-vivo-tag.ts'

describe('a tag in a quote’s own words', () => {
  it('is the words, on one line, without levels', () => {
    expect(inVivoTagName('“更正走得慢，”')).toBe('更正走得慢')
    expect(inVivoTagName(' either/or\n and／or. ')).toBe('either-or and-or')
    expect(inVivoTagName('𠮷😀')).toBe('𠮷😀')
    expect(inVivoTagName('……')).toBe('')
  })

  it('is one name of a tag that may be kept, whatever is quoted', () => {
    const piece = fc.constantFrom('治', '𠮷', '😀', '👨‍👩‍👧', 'é', '/', '／', ' ', '\n', '。', 'bridge', '“', '-')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 140 }), (pieces) => {
        const quote = pieces.join('')
        const name = inVivoTagName(quote)
        expect(name.length).toBeLessThanOrEqual(TAG_NAME_LENGTH)
        expect(parseTagPath(name)).toEqual(name === '' ? [] : [name])
        const flat = quote.replace(/[/／]/gu, '-').replace(/\s+/gu, ' ')
        const at = flat.indexOf(name)
        expect(at >= 0 && isGraphemeEdge(flat, at + name.length)).toBe(true)
      }),
    )
  })
})
