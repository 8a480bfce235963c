import { expect, test } from 'vitest'
import { detectLanguage } from '../../../src/shared/text/detect-language.ts'

test.each([
  ['我们要弘扬“上海精神”，让各国人民过上更好的生活。', 'zh-Hans', 0.75],
  ['我們要弘揚「上海精神」，讓各國人民過上更好的生活。', 'zh-Hant', 0.75],
  ['哈萨克斯坦国家通讯社 Kazinform 和 Radio Free 台报道了 SCO 峰会的消息', 'zh-Hans', 0.5],
  [
    'The organization has firmly supported the core interests of its members, and it is said that this will go on. He said 上海精神 is the root.',
    'en',
    0.8,
  ],
  ['Zhengzhou Consensus', 'en', 0.4],
  ['私たちはこれからも友好的な関係を続けていきたいと思います。', 'und', 0.4],
  ['Организация поддерживает основные интересы своих членов.', 'und', 0.8],
  [
    'L’organisation a fermement soutenu les intérêts fondamentaux de ses membres, ce qui fait de chacun un partenaire digne de confiance pour les autres pays du monde.',
    'und',
    0.3,
  ],
  ['2025 — 100%', 'und', 0],
  ['', 'und', 0],
])('%s is %s', (text, language, atLeast) => {
  const detected = detectLanguage(text)
  expect(detected.language).toBe(language)
  expect(detected.confidence).toBeGreaterThanOrEqual(atLeast)
  expect(detected.confidence).toBeLessThanOrEqual(1)
})

test('without a telling character it owns to being unsure', () => {
  expect(detectLanguage('上海精神')).toEqual({ language: 'zh-Hans', confidence: 0.5 })
})

test('looks at a sample only', () => {
  expect(detectLanguage('我们的国家。'.repeat(1_000_000)).language).toBe('zh-Hans')
})
