import type { Lexicon } from './lexicon.ts'
import { splitPinyin } from './pinyin-syllables.ts'
import { compareSkeletons, englishSkeleton, pinyinSkeleton } from './sound-skeleton.ts'

/** A stretch of Chinese text that may be an English name. Offsets in UTF-16 code units, half-open. */
export interface NameMatch {
  readonly start: number
  readonly end: number
  /** From 0 to 1. Pinyin of two syllables or more is 1; what only sounds alike stays at .9 or below. */
  readonly score: number
  readonly by: 'pinyin' | 'sound'
}

/** Characters that foreign names are written with; most stand in little else. */
const TRANSCRIBING = new Set(
  '阿埃艾爱安昂敖奥巴白柏班邦保鲍贝本比彼毕宾波玻伯勃博卜布采策查察昌达大戴丹当道得德登邓狄迪底地蒂丁东都杜敦顿多厄恩尔耳法凡范方菲费芬丰冯佛夫弗伏福富盖甘冈刚高戈哥格葛根贡古瓜圭郭果哈海罕汉杭豪赫黑亨洪侯胡华怀惠霍基吉及季加伽贾嘉简杰捷金津京居卡凯坎康考科柯可克肯孔库夸奎昆拉喇莱赖兰朗劳勒雷蕾莉黎李里理利历立丽莲廉连良列林琳龄柳隆卢鲁路露伦罗洛吕马玛迈麦曼芒毛梅美门蒙孟弥米密棉苗敏明莫默墨姆木慕穆娜纳那乃奈南内嫩尼妮年涅宁纽农努诺欧帕派潘庞培佩彭皮匹平珀普浦奇齐契恰钱乔切钦琴丘茹冉让热仁日荣儒瑞若撒萨塞赛桑瑟森莎沙珊山尚绍舍申圣盛什施士石史舒斯丝司思松苏索塔台太泰坦汤唐陶特腾提蒂田铁廷通图土托脱瓦外万旺威韦维卫魏温文翁沃乌吾伍武西希锡席夏香萧谢辛欣兴修许雪逊雅亚延扬杨耶叶伊依宜易因英永尤于雨约泽曾扎翟詹章张赵哲珍真治朱茱卓兹子宗祖佐庄倩娃艾孜'.split(
    '',
  ),
)
/** A word as common as this, of either language, is a name only by chance. */
const COMMON = 5e-6
const LEAST_SOUNDS = 3
const LEAST_ALIKE = 0.8
/** A name of fewer consonants must have this many letters and sound this much alike as a whole. */
const LEAST_LETTERS = 5
const LEAST_SHORT = 0.85
/** What a common word of two characters inside the stretch takes off: 高兴 is seldom a name. */
const ORDINARY = 0.15

/**
 * Finds English names in Chinese text: by pinyin (`Zhengzhou` in 郑州) or by sound (`Elizabeth` in 伊丽莎白).
 * Rather blind than wrong. Keep one for as long as the lexicon is used: it remembers words and characters.
 */
export class NameMatcher {
  readonly #lexicon: Lexicon
  readonly #ways = new Map<string, string[][]>()
  readonly #skeletons = new Map<string, string>()

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon
  }

  /**
   * The best stretch for a capitalised English word, given in lower case without accents (`EnglishWord.word`),
   * in a folded and simplified Chinese text; null where nothing speaks for one.
   */
  find(word: string, chinese: string): NameMatch | null {
    return this.findPinyin(word, chinese) ?? this.findSound(word, chinese)
  }

  /** The first stretch whose characters can all be read as the syllables of the word. */
  findPinyin(word: string, chinese: string): NameMatch | null {
    let best: NameMatch | null = null
    for (const syllables of this.#waysOf(word)) {
      const score = this.#worthOf(word, syllables.length)
      if (score === 0 || score <= (best?.score ?? 0)) continue
      const start = this.findReading(syllables, chinese)
      if (start >= 0) best = { start, end: start + syllables.length, score, by: 'pinyin' }
    }
    return best
  }

  /** The stretch of transcribing characters that sounds most like the word, by consonants. */
  findSound(word: string, chinese: string): NameMatch | null {
    const sounds = this.#remember(`en ${word}`, () => englishSkeleton(word))
    if (sounds.length < LEAST_SOUNDS) return this.#findShort(word, chinese)
    const vowels = (word.match(/[aeiouy]+/gu) ?? []).length
    const fewest = Math.max(2, vowels - 1)
    const most = sounds.length + 2
    let best: NameMatch | null = null
    for (const [runStart, runEnd] of transcribingRuns(chinese)) {
      for (let start = runStart; start + fewest <= runEnd; start += 1) {
        for (let end = start + fewest; end <= Math.min(runEnd, start + most); end += 1) {
          const run = chinese.slice(start, end)
          let alike = compareSkeletons(sounds, this.#skeletonOf(run))
          if (alike < LEAST_ALIKE) continue
          alike -= this.#ordinary(run)
          // A part of a run is less likely to be a whole name than the run is.
          const score = 0.9 * alike - (start === runStart && end === runEnd ? 0 : 0.05)
          if (alike >= LEAST_ALIKE && score > (best?.score ?? 0)) best = { start, end, score, by: 'sound' }
        }
      }
    }
    return best
  }

  /** A name of few consonants (`Aibota` in 阿依波塔): its vowels have to fit too, and all of the run. */
  #findShort(word: string, chinese: string): NameMatch | null {
    if (word.length < LEAST_LETTERS) return null
    for (const [start, end] of transcribingRuns(chinese)) {
      const run = chinese.slice(start, end)
      if (run.length < 3 || this.#ordinary(run) > 0 || this.soundsAlike(word, run) < LEAST_SHORT) continue
      return { start, end, score: 0.8, by: 'sound' }
    }
    return null
  }

  /** How alike a word and a row of characters sound, from 0 to 1: half by consonants, half by all letters. */
  soundsAlike(word: string, run: string): number {
    const sounds = this.#remember(`en ${word}`, () => englishSkeleton(word))
    const spelt = this.#remember(`py ${run}`, () =>
      [...run].map((character) => this.#lexicon.pinyin(character)[0] ?? '').join(''),
    )
    const letters = 1 - distance(word, spelt) / Math.max(1, word.length, spelt.length)
    return (compareSkeletons(sounds, this.#skeletonOf(run)) + letters) / 2
  }

  /** Whether foreign names are written with the character. */
  isTranscribing(character: string): boolean {
    return TRANSCRIBING.has(character)
  }

  #ordinary(run: string): number {
    for (let at = 0; at + 2 <= run.length; at += 1) {
      const chinese = this.#lexicon.findChinese(run.slice(at, at + 2))
      if (chinese >= 0 && (this.#lexicon.chineseFrequency[chinese] ?? 0) > COMMON) return ORDINARY
    }
    return 0
  }

  #waysOf(word: string): string[][] {
    let ways = this.#ways.get(word)
    if (ways === undefined) this.#ways.set(word, (ways = splitPinyin(word)))
    return ways
  }

  #worthOf(word: string, syllables: number): number {
    const isCommon = this.isCommon(word)
    if (syllables === 1) return isCommon || word.length < 2 ? 0 : 0.4
    return isCommon ? 0.5 : 1
  }

  /** Whether a lower-case English word is in general use, so that it is a name only by chance. */
  isCommon(word: string): boolean {
    const english = this.#lexicon.findEnglish(this.#lexicon.stemEnglish(word))
    return english >= 0 && (this.#lexicon.englishFrequency[english] ?? 0) > COMMON
  }

  /** Where characters in a row, from an offset on, can be read as these syllables; -1 for nowhere. */
  findReading(syllables: readonly string[], chinese: string, from = 0): number {
    for (let start = from; start + syllables.length <= chinese.length; start += 1) {
      if (syllables.every((syllable, index) => this.#canBeRead(chinese.charAt(start + index), syllable))) {
        return start
      }
    }
    return -1
  }

  #canBeRead(character: string, syllable: string): boolean {
    const readings = this.#lexicon.pinyin(character)
    return (
      readings.includes(syllable) || (syllable.includes('u') && readings.includes(syllable.replace('u', 'v')))
    )
  }

  #skeletonOf(run: string): string {
    return this.#remember(run, () =>
      [...run].map((character) => pinyinSkeleton(this.#lexicon.pinyin(character)[0] ?? '')).join(''),
    )
  }

  #remember(key: string, make: () => string): string {
    let known = this.#skeletons.get(key)
    if (known === undefined) {
      if (this.#skeletons.size > 100_000) this.#skeletons.clear()
      this.#skeletons.set(key, (known = make()))
    }
    return known
  }
}

/** Two transcribing characters or more in a row, as offsets. */
function transcribingRuns(text: string): [start: number, end: number][] {
  const runs: [number, number][] = []
  for (let at = 0; at < text.length; at += 1) {
    const start = at
    while (at < text.length && TRANSCRIBING.has(text.charAt(at))) at += 1
    if (at - start >= 2) runs.push([start, at])
  }
  return runs
}

/** How many letters have to be changed, added or left out (Levenshtein 1966). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1]
    for (let at = 0; at < other.length; at += 1) {
      next.push(
        Math.min(
          (row[at] ?? 0) + (letter === other.charAt(at) ? 0 : 1),
          (row[at + 1] ?? 0) + 1,
          (next[at] ?? 0) + 1,
        ),
      )
    }
    row = next
  }
  return row.at(-1) ?? 0
}
