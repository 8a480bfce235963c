import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { loadLexicon } from '../../../src/core/lexicon/load-lexicon.ts'
import { DuizhaoError } from '../../../src/shared/domain/error.ts'
import type { Lexicon } from '../../../src/shared/lexicon/lexicon.ts'
import { ChineseSegmenter } from '../../../src/shared/lexicon/segment-chinese.ts'
import { findFullNames } from '../../../src/shared/lexicon/full-names.ts'
import { NameMatcher } from '../../../src/shared/lexicon/name-evidence.ts'
import { glossesOf } from './tiny-lexicon.ts'

const file = join(import.meta.dirname, '../../../resources/lexicon/zh-en.bin.br')
const lexicon = loadLexicon(file)

describe('the lexicon that ships', () => {
  test('names its sources, in itself and beside itself', () => {
    const notice = readFileSync(join(file, '../README.md'), 'utf8')
    expect(lexicon.sources.map(({ name }) => name)).toEqual(['CC-CEDICT', 'ECDICT', 'jieba'])
    for (const { name, version, licence, url } of lexicon.sources) {
      for (const part of [name, version, licence, url]) expect(notice).toContain(part)
    }
  })

  test('is as large as it should be', () => {
    expect(statSync(file).size).toBeLessThan(6 << 20)
    expect(lexicon.chineseCount).toBeGreaterThan(150_000)
    expect(lexicon.glossWords.length).toBeGreaterThan(600_000)
    expect(lexicon.englishCount).toBeGreaterThan(50_000)
  })

  test.each([
    ['发展', 'development'],
    ['治理', 'governance'],
    ['尊重', 'respected'],
    ['多样', 'diversity'],
    ['文明', 'civilizations'],
    ['文明', 'civilisation'],
    ['合作', 'cooperation'],
    ['国家', 'countries'],
    ['经济', 'economy'],
    ['经济', 'economic'],
    ['银行', 'bank'],
    ['孩子', 'children'],
    ['妻子', 'wife'],
    ['笑', 'laughed'],
    ['说', 'said'],
    ['郑州', 'zhengzhou'],
    ['巴基斯坦', 'pakistan'],
    ['伊丽莎白', 'elizabeth'],
    ['人工智能', 'artificial'],
    ['可持续', 'sustainable'],
    ['颜色', 'colour'],
    ['颜色', 'color'],
    ['雪', 'snow'],
    ['图书馆', 'library'],
    ['昨天', 'yesterday'],
  ])('knows that %s is %s', (chinese, english) => {
    expect(glossesOf(lexicon, chinese)).toContain(lexicon.stemEnglish(english))
  })

  test('holds headwords folded, so that traditional text finds them', () => {
    expect(lexicon.findChinese(lexicon.simplify('發展'))).toBe(lexicon.findChinese('发展'))
    expect(lexicon.findChinese(lexicon.simplify('乾坤'))).toBeGreaterThanOrEqual(0)
    expect(lexicon.findChinese(lexicon.simplify('著名'))).toBeGreaterThanOrEqual(0)
  })

  test('knows which words are common', () => {
    const share = (english: string): number =>
      lexicon.englishFrequency[lexicon.findEnglish(lexicon.stemEnglish(english))] ?? 0
    expect(share('the')).toBeGreaterThan(share('develop'))
    expect(share('develop')).toBeGreaterThan(share('karaoke'))
    for (const shares of [lexicon.englishFrequency, lexicon.chineseFrequency]) {
      const sum = shares.reduce((total, one) => total + one, 0)
      expect(sum).toBeGreaterThan(0.5)
      expect(sum).toBeLessThan(1.2)
    }
  })

  test('reads characters, the common reading first', () => {
    expect(lexicon.pinyin('吕')).toEqual(['lv'])
    expect(lexicon.pinyin('行')[0]).toBe('xing')
    expect(lexicon.pinyin('行')).toContain('hang')
  })

  test.each([
    ['他来到北京清华大学读书。', '他 来到 北京 清华大学 读书 。'],
    ['昨天的图书馆里没有人😀', '昨天 的 图书馆 里 没有人 😀'],
    ['结婚的和尚未结婚的', '结婚 的 和 尚未 结婚 的'],
  ])('cuts %s', (text, words) => expect(wordsOf(lexicon, text)).toBe(words))

  test.each([
    ['zhengzhou', '我在郑州住过', '郑州'],
    ['jinping', '习近平', '近平'],
    ['chongqing', '他去了重庆', '重庆'],
    ['elizabeth', '那天伊丽莎白没有来', '伊丽莎白'],
    ['linton', '他问林顿先生好', '林顿'],
    ['heathcliff', '希思克利夫推开了门', '希思克利夫'],
    ['aibota', '阿依波塔说', '阿依波塔'],
    ['sadykova', '那天萨德科娃来了', '萨德科娃'],
  ])('hears %s in %s', (name, text, heard) => {
    const match = new NameMatcher(lexicon).find(name, text)
    expect(match === null ? null : text.slice(match.start, match.end)).toBe(heard)
  })

  test.each([
    ['Gu Wendi met Shen Bozhou.', '顾闻笛遇见沈柏舟。', 'Gu Wendi=顾闻笛 Shen Bozhou=沈柏舟'],
    ['Wendi Gu did.', '是顾闻笛。', 'Wendi Gu=顾闻笛'],
    ['Li Wei came.', '这里为了李伟。', 'Li Wei=李伟'],
    ['Then Aibota Sadykova asked.', '记者阿依波塔·萨德科娃问。', 'Aibota Sadykova=阿依波塔·萨德科娃'],
    ['Donald Trump.', '奥巴马和唐纳德·特朗普。', 'Donald Trump=唐纳德·特朗普'],
    ['Sunny New York', '杨先生·顾闻笛😀', ''],
  ])('hears the full names of %s in %s', (latin, chinese, heard) => {
    const names = findFullNames(latin, chinese, new NameMatcher(lexicon)).map(
      (name) =>
        `${latin.slice(name.latin.start, name.latin.end)}=${chinese.slice(name.chinese.start, name.chinese.end)}`,
    )
    expect(names.join(' ')).toBe(heard)
  })

  test.each(['heathcliff', 'elizabeth', 'martin', 'china', 'change'])(
    'does not hear %s where it is not',
    (name) => {
      const text = '这是关于现代化建设的重要会议，马上开始，大家里里外外都在思索，特别高兴。'
      expect(new NameMatcher(lexicon).find(name, text)).toBeNull()
    },
  )
})

describe('loadLexicon', () => {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-lexicon-test-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  test('says when the file is missing or damaged', () => {
    const damaged = join(folder, 'damaged')
    writeFileSync(damaged, readFileSync(file).subarray(0, 1000))
    const codeOf = (path: string): string => {
      try {
        loadLexicon(path)
      } catch (error) {
        if (error instanceof DuizhaoError) return error.code
      }
      return 'none'
    }
    expect(codeOf(join(folder, 'missing'))).toBe('not_found')
    expect(codeOf(damaged)).toBe('corrupt_file')
  })
})

function wordsOf(known: Lexicon, text: string): string {
  const { count, starts, ends } = new ChineseSegmenter(known).segment(text)
  return Array.from({ length: count }, (_, index) => text.slice(starts[index], ends[index])).join(' ')
}
