import type { LanguageTag } from '../domain/article.ts'
import { findChineseNumbers } from '../lexicon/chinese-numbers.ts'
import { findEnglishNumbers } from '../lexicon/english-numbers.ts'
import { EnglishReader } from '../lexicon/english-words.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import type { NumberMention } from '../lexicon/number-mention.ts'
import { ChineseSegmenter } from '../lexicon/segment-chinese.ts'
import { foldText } from '../text/fold.ts'
import type { TextRange } from '../text/graphemes.ts'

/** A term of the library: forms that say the same thing, each in its language. */
export interface KnownTerm {
  readonly forms: readonly { readonly language: LanguageTag; readonly form: string }[]
}

/** `han`: a Chinese word. `word`: a word in Latin letters. `number`, `date`: what is written in figures or words. */
export type UnitKind = 'han' | 'word' | 'number' | 'date' | 'term'

/** Something in a text that can have its like in the other language. Offsets are UTF-16 code units of the text. */
export interface Unit extends TextRange {
  readonly kind: UnitKind
  /** The same for what counts as the same, among units of its kind. */
  readonly key: string
  /** The lexicon's number of the headword (`han`) or stem (`word`), the term's index (`term`); otherwise -1. */
  readonly id: number
  /** Share of running words, from general counts. */
  readonly share: number
  /** Says little by itself: a small number in words. */
  readonly isWeak: boolean
  /** A word with a capital that is not owed to its place: most likely a name. */
  readonly isName: boolean
}

/** A text with its units, and its Chinese in the form names are looked for. */
export interface Passage {
  readonly text: string
  readonly units: readonly Unit[]
  /** Folded and simplified; null where there is no Chinese. */
  readonly chinese: string | null
  /** Where a range of `chinese` is in the text. */
  readonly toSource: (range: TextRange) => TextRange
}

/** Particles and marks of aspect: everywhere, and rendered by nothing. */
const PARTICLES = new Set('的了着地得之吗呢吧啊呀嘛')
const HAN = /\p{Script=Han}/u
const HAS_LATIN = /\p{Script=Latin}/u
const DATE_KINDS = new Set<NumberMention['kind']>(['year', 'month', 'day', 'weekday', 'century', 'decade'])

/** Shares of numbers by how many figures they have: small ones are everywhere. Set by eye from news. */
const NUMBER_SHARES = [2e-3, 1e-3, 4e-4, 2e-4] as const
/** A number that is weak is no rarer than a common word. */
const WEAK_SHARE = 5e-3
const TERM_SHARE = 2e-5

/** `zh` of `zh-Hans`. */
export function primaryLanguage(language: LanguageTag): string {
  return (language.split('-', 1)[0] ?? language).toLowerCase()
}

/** Reads texts as units against one lexicon and the library's terms. Keep one while both stay the same. */
export class PassageReader {
  readonly lexicon: Lexicon
  readonly #segmenter: ChineseSegmenter
  readonly #english: EnglishReader
  readonly #terms: readonly { readonly language: string; readonly form: string; readonly id: number }[]

  constructor(lexicon: Lexicon, terms: readonly KnownTerm[]) {
    this.lexicon = lexicon
    const readers = readersOf(lexicon)
    this.#segmenter = readers.segmenter
    this.#english = readers.english
    this.#terms = terms.flatMap(({ forms }, id) =>
      forms.map(({ language, form }) => ({
        language: primaryLanguage(language),
        form: lexicon.simplify(foldText(form).text).trim(),
        id,
      })),
    )
  }

  /** The units of a text in the order they begin. Stopwords, particles and punctuation are none. */
  read(text: string, language: LanguageTag): Passage {
    const primary = primaryLanguage(language)
    const isChinese = HAN.test(text)
    const numbers = isChinese || primary === 'zh' ? findChineseNumbers(text) : findEnglishNumbers(text)
    const taken = new RangeSet(numbers)
    const folded = isChinese || this.#hasTerms(primary) ? foldText(text) : null
    const simple = folded === null ? '' : this.lexicon.simplify(folded.text)
    const toSource = (range: TextRange): TextRange =>
      folded === null
        ? range
        : { start: folded.toSource(range.start, 'start'), end: folded.toSource(range.end, 'end') }
    const units = [
      ...numbers.map(numberUnit),
      ...(isChinese ? this.#han(simple, toSource, taken) : []),
      ...this.#words(text, taken),
      ...this.#termUnits(simple, toSource, primary),
    ]
    units.sort((one, other) => one.start - other.start || one.end - other.end)
    return { text, units, chinese: isChinese ? simple : null, toSource }
  }

  #han(simple: string, toSource: Passage['toSource'], taken: RangeSet): Unit[] {
    const words = this.#segmenter.segment(simple)
    const units: Unit[] = []
    for (let index = 0; index < words.count; index += 1) {
      const [from, to] = [words.starts[index] ?? 0, words.ends[index] ?? 0]
      const key = simple.slice(from, to)
      if (!HAN.test(key) || PARTICLES.has(key)) continue
      const { start, end } = toSource({ start: from, end: to })
      if (taken.overlaps(start, end)) continue
      const id = words.ids[index] ?? -1
      const share = id < 0 ? 0 : (this.lexicon.chineseFrequency[id] ?? 0)
      units.push({ kind: 'han', key, id, share, start, end, isWeak: false, isName: false })
    }
    return units
  }

  #words(text: string, taken: RangeSet): Unit[] {
    if (!HAS_LATIN.test(text)) return []
    const units: Unit[] = []
    for (const word of this.#english.words(text)) {
      const { start, end, id, stem } = word
      // A lone letter is an initial or a label. `US` and `IT` are no `us` and `it`.
      if (end - start < 2 || (word.isStopword && !word.isAllCapitals) || taken.overlaps(start, end)) continue
      const share = id < 0 ? 0 : (this.lexicon.englishFrequency[id] ?? 0)
      const isName = word.isAllCapitals || (word.isCapitalised && !word.opensSentence)
      units.push({ kind: 'word', key: stem, id, share, start, end, isWeak: word.isStopword, isName })
    }
    return units
  }

  #hasTerms(language: string): boolean {
    return this.#terms.some((term) => term.language === language)
  }

  #termUnits(simple: string, toSource: Passage['toSource'], language: string): Unit[] {
    const units: Unit[] = []
    for (const { language: of, form, id } of this.#terms) {
      if (of !== language || form === '') continue
      for (let at = simple.indexOf(form); at >= 0; at = simple.indexOf(form, at + form.length)) {
        if (cutsWord(simple, at) || cutsWord(simple, at + form.length)) continue
        const range = toSource({ start: at, end: at + form.length })
        units.push({
          kind: 'term',
          key: `${id}`,
          id,
          share: TERM_SHARE,
          ...range,
          isWeak: false,
          isName: false,
        })
      }
    }
    return units
  }
}

/** They are costly to make and remember what they have seen, so a lexicon has one of each. */
const readers = new WeakMap<Lexicon, { segmenter: ChineseSegmenter; english: EnglishReader }>()

function readersOf(lexicon: Lexicon): { segmenter: ChineseSegmenter; english: EnglishReader } {
  let known = readers.get(lexicon)
  if (known === undefined) {
    known = { segmenter: new ChineseSegmenter(lexicon), english: new EnglishReader(lexicon) }
    readers.set(lexicon, known)
  }
  return known
}

function numberUnit({ kind, key, start, end, isWeak }: NumberMention): Unit {
  const figures = Math.min(key.replaceAll(/\D/gu, '').length, NUMBER_SHARES.length)
  const share = isWeak ? WEAK_SHARE : (NUMBER_SHARES[figures - 1] ?? NUMBER_SHARES[0])
  return {
    kind: DATE_KINDS.has(kind) ? 'date' : 'number',
    key,
    id: -1,
    share,
    start,
    end,
    isWeak,
    isName: false,
  }
}

/** Whether a letter stands on both sides of the offset, as inside a Latin word. */
function cutsWord(text: string, at: number): boolean {
  return (
    /^[\p{Script=Latin}\d]{2}$/u.test(text.slice(Math.max(0, at - 1), at + 1)) && at > 0 && at < text.length
  )
}

/** Ranges in ascending order that do not overlap, asked about in ascending order too. */
class RangeSet {
  readonly #ranges: readonly TextRange[]
  #at = 0

  constructor(ranges: readonly TextRange[]) {
    this.#ranges = ranges
  }

  overlaps(start: number, end: number): boolean {
    if (this.#at > 0 && (this.#ranges[this.#at - 1]?.end ?? 0) > start) this.#at = 0
    while ((this.#ranges[this.#at]?.end ?? Infinity) <= start) this.#at += 1
    return (this.#ranges[this.#at]?.start ?? Infinity) < end
  }
}
