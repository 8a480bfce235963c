import { fileURLToPath } from 'node:url'
import { loadLexicon } from '../../../src/core/lexicon/load-lexicon.ts'
import { buildLexicon } from '../../../src/shared/lexicon/build-lexicon.ts'
import type { Lexicon } from '../../../src/shared/lexicon/lexicon.ts'

let bundled: Lexicon | null = null
let small: Lexicon | null = null

/** The lexicon the app comes with. */
export function bundledLexicon(): Lexicon {
  const path = fileURLToPath(new URL('../../../resources/lexicon/zh-en.bin.br', import.meta.url))
  return (bundled ??= loadLexicon(path))
}

/** A few words, for what has to hold whatever the words are. */
export function smallLexicon(): Lexicon {
  small ??= buildLexicon({
    chinese: [
      { word: '桥', share: 1e-4, glosses: [['bridg', 1]] },
      { word: '镜子', share: 5e-5, glosses: [['mirror', 1]] },
      {
        word: '媒体',
        share: 1e-4,
        glosses: [
          ['media', 2],
          ['medium', 1],
        ],
      },
      { word: '文明', share: 1e-4, glosses: [['civiliz', 1]] },
    ],
    english: [
      ['bridg', 7e-5],
      ['mirror', 5e-5],
      ['media', 1e-4],
      ['civiliz', 5e-5],
    ],
    pinyin: [
      ['郑', ['zheng']],
      ['州', ['zhou']],
    ],
  })
  return small
}
