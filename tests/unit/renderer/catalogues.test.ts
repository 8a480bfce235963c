import { describe, expect, it } from 'vitest'
import { resources } from '../../../src/renderer/i18n/resources.ts'
import { COLORS } from '../../../src/shared/domain/highlight.ts'
import { colorName } from '../../../src/shared/export/labels.ts'

/** Sentences by dotted key. */
function flatten(value: unknown, path = ''): Map<string, string> {
  if (typeof value === 'string') return new Map([[path, value]])
  const entries = Object.entries(value as Record<string, unknown>)
  return new Map(entries.flatMap(([key, child]) => [...flatten(child, path === '' ? key : `${path}.${key}`)]))
}

function placeholders(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{\{(\w+)\}\}/gu)].map((match) => match[1] ?? ''))].toSorted()
}

/** English says `x_one` and `x_other` where Chinese has `x_other` alone. */
function withoutSingulars(keys: Iterable<string>): string[] {
  return [...keys].filter((key) => !key.endsWith('_one')).toSorted()
}

const source = flatten(resources['zh-Hans'])
const mirror = flatten(resources.en)

describe('catalogues', () => {
  it('hold sentences at all', () => {
    expect(source.size).toBeGreaterThan(100)
  })

  it('hold the same keys in both languages', () => {
    expect(withoutSingulars(mirror.keys())).toEqual(withoutSingulars(source.keys()))
  })

  it('give English a singular wherever Chinese counts', () => {
    const counted = [...source.keys()].filter((key) => key.endsWith('_other'))
    for (const key of counted) expect([...mirror.keys()]).toContain(key.replace(/_other$/u, '_one'))
  })

  it('name the same placeholders in both languages', () => {
    for (const [key, sentence] of mirror) {
      const original = source.get(key) ?? source.get(key.replace(/_one$/u, '_other'))
      // A singular may say "one" in words.
      const expected = placeholders(original ?? '').filter(
        (name) => !(name === 'count' && key.endsWith('_one') && !placeholders(sentence).includes('count')),
      )
      expect({ key, placeholders: placeholders(sentence) }).toEqual({ key, placeholders: expected })
    }
  })

  it('leave no sentence empty', () => {
    for (const [key, sentence] of [...source, ...mirror])
      expect([key, sentence.trim()]).not.toEqual([key, ''])
  })

  it.each(['zh-Hans', 'en'] as const)('call one thing by one name (%s)', (language) => {
    const { annotating, reading, settings } = resources[language]
    const { look } = reading
    expect(look.theme).toBe(settings.theme)
    expect({ system: look.system, light: look.light, sepia: look.sepia, dark: look.dark }).toEqual(
      settings.themes,
    )
    expect([look.size, look.measure, look.pixels]).toEqual([
      settings.fontSize,
      settings.measure,
      settings.pixels,
    ])
    expect(Object.values(annotating.colors)).toEqual(Object.values(settings.colorDefaults))
  })

  it('call the colors what exports call them', () => {
    const { 'zh-Hans': zh, en } = resources
    for (const color of COLORS) {
      const both = `${zh.settings.colorDefaults[color]} ${en.settings.colorDefaults[color]}`
      expect(colorName(color, [])).toBe(both)
    }
  })
})
