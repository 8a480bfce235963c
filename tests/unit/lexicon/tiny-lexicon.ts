import { buildLexicon, type LexiconEntries } from '../../../src/shared/lexicon/build-lexicon.ts'
import type { Lexicon } from '../../../src/shared/lexicon/lexicon.ts'

/** A lexicon as small as a test wants it. */
export const TINY: LexiconEntries = {
  sources: [{ name: 'Made up', version: '1', licence: 'MIT', url: 'https://example.org' }],
  chinese: [
    { word: '研究', share: 1e-3, glosses: [['research', 1]] },
    {
      word: '研究生',
      share: 1e-4,
      glosses: [
        ['graduat', 2],
        ['student', 1],
      ],
    },
    { word: '生命', share: 1e-3, glosses: [['lif', 1]] },
    {
      word: '命',
      share: 1e-4,
      glosses: [
        ['lif', 1],
        ['fat', 1],
      ],
    },
    { word: '生', share: 1e-4, glosses: [['born', 1]] },
    { word: '起源', share: 1e-4, glosses: [['origin', 1]] },
    {
      word: '生命起源',
      glosses: [
        ['origin', 1],
        ['lif', 1],
      ],
    },
    { word: '卡拉ok', share: 1e-6, glosses: [['karaok', 1]] },
    { word: '𠮷野家', share: 1e-6, glosses: [['yoshinoya', 1]] },
  ],
  english: [
    ['lif', 1e-3],
    ['the', 0.06],
  ],
  forms: [
    ['lives', 'lif'],
    ['men', 'man'],
  ],
  pinyin: [
    ['郑', ['zheng']],
    ['州', ['zhou']],
    ['吕', ['lv']],
    ['长', ['chang', 'zhang']],
    ['伊', ['yi']],
    ['丽', ['li']],
    ['莎', ['sha']],
    ['白', ['bai']],
  ],
  simplified: [
    ['發', '发'],
    ['長', '长'],
  ],
}

/** Glosses of a headword as stems, the weightiest first. */
export function glossesOf(lexicon: Lexicon, word: string): string[] {
  const chinese = lexicon.findChinese(word)
  if (chinese < 0) return []
  const [start, end] = [lexicon.glossStart[chinese], lexicon.glossStart[chinese + 1]]
  return [...lexicon.glossWords.subarray(start, end)].map((english) => lexicon.englishWord(english))
}

export const tinyLexicon = (): Lexicon => buildLexicon(TINY)
