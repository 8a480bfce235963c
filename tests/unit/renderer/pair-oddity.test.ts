import { expect, it } from 'vitest'
import { oddityOf } from '../../../src/renderer/features/aligning/pair-oddity.ts'

const ZH = '天还没亮，渡口已经有人了。火光照着水面，船上有学生，有菜农。'
const EN =
  'It was not yet light, and there were people at the ferry. The fire shone on the water of the river.'

it('finds nothing odd about Chinese on the left and English on the right', () => {
  expect(oddityOf({ language: 'zh-Hans', sample: ZH }, { language: 'en', sample: EN }, 'left')).toBeNull()
})

it('finds out languages that are said the wrong way round', () => {
  expect(oddityOf({ language: 'en', sample: ZH }, { language: 'zh-Hans', sample: EN }, 'left')).toEqual({
    kind: 'languages-swapped',
    left: 'zh-Hans',
    right: 'en',
  })
})

it('finds two texts of one language, also where one is simplified and one traditional', () => {
  expect(oddityOf({ language: 'zh-Hans', sample: ZH }, { language: 'zh-Hant', sample: ZH }, 'left')).toEqual({
    kind: 'same-language',
    language: 'zh-Hans',
  })
})

it('finds Chinese on the right, unless the sides are shown swapped', () => {
  const [left, right] = [
    { language: 'en', sample: EN },
    { language: 'zh-Hans', sample: ZH },
  ]
  expect(oddityOf(left, right, 'left')).toEqual({ kind: 'chinese-right' })
  expect(oddityOf(left, right, 'right')).toBeNull()
})

it('says nothing of languages that it has no text to tell by', () => {
  expect(oddityOf({ language: 'zh-Hans', sample: '' }, { language: 'en', sample: '' }, 'left')).toBeNull()
})
