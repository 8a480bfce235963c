import type { NameMatcher } from './name-evidence.ts'
import { splitPinyin } from './pinyin-syllables.ts'

/** UTF-16 code units, half-open. */
interface Range {
  readonly start: number
  readonly end: number
}

/** A name of several words in Latin letters and where a Chinese text has it. */
export interface FullName {
  readonly latin: Range
  /** In the folded and simplified Chinese text. */
  readonly chinese: Range
  /** From 0 to 1. */
  readonly score: number
  /** Its words, each with its own characters, in the order of the Latin text. */
  readonly parts: readonly { readonly latin: Range; readonly chinese: Range }[]
}

interface Token extends Range {
  /** In lower case, without accents. */
  readonly word: string
}

/** More words than this are a title rather than a name. */
const MOST_WORDS = 4
/** Two characters in a row are read alike by chance unless the first is a usual surname. */
const SURNAMES = new Set(
  '李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜路詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺'.split(
    '',
  ),
)
const WORD = /(?<![\p{L}\p{M}])\p{Lu}[\p{Script=Latin}\p{M}]*(?:['’](?!s\b)[\p{Script=Latin}\p{M}]+)*/gu
const BETWEEN_WORDS = /^(?: |[-‐‑]|\. ?)$/u
/** Foreign names, whose parts a dot divides; folding makes all such dots this one. */
const DOTTED = /\p{Script=Han}+(?:·\p{Script=Han}+)+/gu
/** No part of a transcribed name is longer. */
const LONGEST_PART = 8
/** How alike each part must sound at least, and all of them together. */
const LEAST_PART = 0.4
const LEAST_ALIKE = 0.53

/**
 * The full names that both texts write: surname and given name in pinyin, in either order (`Gu Wendi` in 顾闻笛),
 * and foreign names with a dot between their parts (`Aibota Sadykova` in 阿依波塔·萨德科娃).
 *
 * @param chinese folded and simplified
 */
export function findFullNames(latin: string, chinese: string, matcher: NameMatcher): FullName[] {
  const dotted = [...chinese.matchAll(DOTTED)].map((match) => piecesOf(match[0], match.index))
  const found: FullName[] = []
  const usedUpTo = new Map<string, number>()
  for (const run of runsOfWords(latin)) {
    for (let first = 0; first < run.length - 1; first += 1) {
      for (let count = Math.min(MOST_WORDS, run.length - first); count >= 2; count -= 1) {
        const tokens = run.slice(first, first + count)
        const name =
          readName(tokens, chinese, matcher, usedUpTo) ?? hearName(tokens, dotted, chinese, matcher)
        if (name === null) continue
        found.push(name)
        first += count - 1
        break
      }
    }
  }
  return found
}

/** Capitalised words in a row; whether they are names is for the other text to say. */
function runsOfWords(text: string): Token[][] {
  const runs: Token[][] = []
  let end = -1
  for (const match of text.matchAll(WORD)) {
    const start = match.index
    const token = { start, end: start + match[0].length, word: plain(match[0]) }
    const run = runs.at(-1)
    if (run !== undefined && BETWEEN_WORDS.test(text.slice(end, start))) run.push(token)
    else runs.push([token])
    end = token.end
  }
  return runs.filter((run) => run.length > 1)
}

/** By pinyin. The surname, first in Chinese, may stand last in English. */
function readName(
  tokens: readonly Token[],
  chinese: string,
  matcher: NameMatcher,
  usedUpTo: Map<string, number>,
): FullName | null {
  if (tokens.every(({ word }) => matcher.isCommon(word))) return null
  const last = tokens.at(-1)
  const orders = last === undefined ? [] : [tokens, [last, ...tokens.slice(0, -1)]]
  for (const order of orders) {
    for (const ways of combine(order.map(({ word }) => splitPinyin(word)))) {
      const syllables = ways.flat()
      const key = syllables.join(' ')
      // A name that comes again is the next one there.
      let start = findName(syllables, chinese, matcher, usedUpTo.get(key) ?? 0)
      if (start < 0) start = findName(syllables, chinese, matcher, 0)
      if (start < 0) continue
      usedUpTo.set(key, start + syllables.length)
      let at = start
      const parts = order.map((token, index) => {
        const part = { start: at, end: at + (ways[index]?.length ?? 0) }
        at = part.end
        return { latin: rangeOf(token), chinese: part }
      })
      return {
        latin: hull(tokens),
        chinese: { start, end: at },
        score: 1,
        parts: parts.toSorted((one, other) => one.latin.start - other.latin.start),
      }
    }
  }
  return null
}

function findName(syllables: readonly string[], chinese: string, matcher: NameMatcher, from: number): number {
  let start = matcher.findReading(syllables, chinese, from)
  while (start >= 0 && syllables.length < 3 && !SURNAMES.has(chinese.charAt(start))) {
    start = matcher.findReading(syllables, chinese, start + 1)
  }
  return start
}

/** Every way to take one of each. */
function combine(choices: readonly (readonly string[][])[]): string[][][] {
  return choices.reduce<string[][][]>(
    (taken, ways) => taken.flatMap((before) => ways.map((way) => [...before, way])),
    [[]],
  )
}

/** By sound, part for part. What stands before the first part and behind the last is no part of the name. */
function hearName(
  tokens: readonly Token[],
  dotted: readonly Range[][],
  chinese: string,
  matcher: NameMatcher,
): FullName | null {
  let best: FullName | null = null
  // Between two names in a row there is a piece with the end of one and the beginning of the other.
  const windows = dotted.flatMap((pieces) =>
    pieces.flatMap((_, first) =>
      first + tokens.length <= pieces.length ? [pieces.slice(first, first + tokens.length)] : [],
    ),
  )
  for (const pieces of windows) {
    const heard = pieces.map((piece, index) => {
      const { word } = tokens[index] ?? { word: '' }
      const edges = { isFirst: index === 0, isLast: index === pieces.length - 1 }
      return bestPart(word, piece, edges, chinese, matcher)
    })
    const alike = heard.reduce((sum, part) => sum + part.alike, 0) / heard.length
    if (alike < LEAST_ALIKE || heard.some((part) => part.alike < LEAST_PART)) continue
    const score = 0.75 + 0.2 * alike
    if (score <= (best?.score ?? 0)) continue
    const parts = heard.map(({ start, end }, index) => ({
      latin: rangeOf(tokens[index] ?? { start: 0, end: 0 }),
      chinese: { start, end },
    }))
    best = { latin: hull(tokens), chinese: hull(heard), score, parts }
  }
  return best
}

interface Part extends Range {
  readonly alike: number
}

function bestPart(
  word: string,
  piece: Range,
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
  chinese: string,
  matcher: NameMatcher,
): Part {
  let best: Part = { ...piece, alike: 0 }
  let most = 0
  const shortest = Math.min(piece.end - piece.start, 2)
  const starts = isFirst
    ? countFrom(Math.max(piece.start, piece.end - LONGEST_PART), piece.end - shortest)
    : [piece.start]
  for (const start of starts) {
    const ends = isLast ? countFrom(start + shortest, Math.min(piece.end, start + LONGEST_PART)) : [piece.end]
    for (const end of ends) {
      const alike = matcher.soundsAlike(word, chinese.slice(start, end))
      // Of stretches that sound the same, the one that ends where transcribing characters do.
      const isWhole =
        (!isFirst || !matcher.isTranscribing(chinese.charAt(start - 1))) &&
        (!isLast || !matcher.isTranscribing(chinese.charAt(end)))
      const worth = alike + (isWhole ? 0.06 : 0)
      if (worth <= most) continue
      most = worth
      best = { start, end, alike }
    }
  }
  return best
}

function piecesOf(text: string, start: number): Range[] {
  let at = start
  return text.split('·').map((piece) => {
    const range = { start: at, end: at + piece.length }
    at = range.end + 1
    return range
  })
}

const countFrom = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)

const rangeOf = ({ start, end }: Range): Range => ({ start, end })

function hull(ranges: readonly Range[]): Range {
  return {
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
  }
}

function plain(word: string): string {
  return word.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase()
}
