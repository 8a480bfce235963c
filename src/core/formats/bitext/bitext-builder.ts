import type { ArticleMetadata, LanguageTag } from '../../../shared/domain/article.ts'
import type { BeadStatus } from '../../../shared/domain/bead.ts'
import type {
  BitextWarning,
  ImportedBitext,
  ImportedBitextFormat,
  ImportedSegment,
  ImportedUnit,
  ImportedVersion,
  SkipReason,
} from '../../../shared/domain/imported-bitext.ts'
import { regionCode } from '../../../shared/text/region-code.ts'
import { bitextError } from './bitext-error.ts'
import { articleLanguage, canonicalTag, UNKNOWN } from './language-tags.ts'

/** One text of a unit, as a reader hands it over. */
export interface UnitText {
  /** Which of the file's texts it belongs to: a language tag, or a side where the file names sides. */
  readonly key: string
  readonly language: LanguageTag
  readonly segments: readonly ImportedSegment[]
}

/** What a file says of a unit beyond its texts; '' and undefined stand for nothing. */
export interface UnitFacts {
  readonly confidence?: string | undefined
  readonly status?: string | undefined
  readonly unmatched?: string | undefined
  readonly review?: string | undefined
  readonly note?: string | undefined
}

/** What a file says of the pair and its texts: `title`, `left-title`, `right-author`, … (docs/formats.md). */
export type HeadFacts = ReadonlyMap<string, string>

interface OpenVersion {
  readonly key: string
  readonly language: LanguageTag
  count: number
  sample: string
}

/** Characters of a text that are looked at to tell its language. */
const SAMPLE = 20_000

/** Puts together what the readers of all formats find, unit by unit. */
export class BitextBuilder {
  readonly #versions: OpenVersion[] = []
  readonly #units: ImportedUnit[] = []
  readonly #skipped = new Map<SkipReason, number>()
  readonly #warnings = new Map<BitextWarning['code'], string>()

  get unitCount(): number {
    return this.#units.length
  }

  skip(reason: SkipReason, count = 1): void {
    this.#skipped.set(reason, (this.#skipped.get(reason) ?? 0) + count)
  }

  warn(code: BitextWarning['code'], detail: string): void {
    this.#warnings.set(code, detail)
  }

  /** Makes sure a version exists, so that the first to be named comes first. */
  version(key: string, language: LanguageTag): number {
    const known = this.#versions.findIndex((version) => version.key === key)
    if (known !== -1) return known
    this.#versions.push({ key, language, count: 0, sample: '' })
    return this.#versions.length - 1
  }

  /** Adds a unit; one without any text is skipped, a second text in the same language too. */
  add(texts: readonly UnitText[], facts: UnitFacts): void {
    const byVersion: (readonly ImportedSegment[] | null)[] = []
    let isEmpty = true
    for (const { key, language, segments } of texts) {
      if (segments.length === 0) continue
      const index = this.version(key, language)
      if ((byVersion[index] ?? null) !== null) {
        this.skip('language-twice')
        continue
      }
      while (byVersion.length < index) byVersion.push(null)
      byVersion[index] = segments
      isEmpty = false
      const version = this.#versions[index]
      if (version === undefined) continue
      version.count += 1
      if (version.sample.length < SAMPLE) version.sample += segments.map(({ text }) => text).join('')
    }
    if (isEmpty) this.skip('empty')
    else this.#units.push({ texts: byVersion, ...factsOf(facts) })
  }

  /**
   * The whole. `leftKey` is the version that belongs on the left where the file tells; the right one is the most
   * frequent of the others.
   *
   * @throws DuizhaoError `corrupt_file` for a file without units or with one language only
   */
  finish(file: {
    readonly name: string
    readonly format: ImportedBitextFormat
    readonly encoding: string
    readonly head: HeadFacts
    readonly leftKey: string | null
  }): ImportedBitext {
    if (this.#units.length === 0) {
      throw bitextError('no-units', 'The file holds no translation unit with text in it.')
    }
    const used = this.#versions.filter(({ count }) => count > 0)
    if (used.length < 2) {
      const language = used[0]?.language ?? UNKNOWN
      throw bitextError(
        'one-language',
        `The file holds text in one language only (${language}); a pair asks for two. Export both languages.`,
        { language },
      )
    }
    const order = orderOf(this.#versions, file.leftKey)
    const versions = order.map((index) => describe(this.#versions[index], file.head, file.name))
    const units = isPlain(order)
      ? this.#units
      : this.#units.map((unit) => ({ ...unit, texts: order.map((index) => unit.texts[index] ?? null) }))
    this.#warnAboutLanguages(versions)
    return {
      format: file.format,
      encoding: file.encoding,
      versions,
      left: 0,
      right: 1,
      units,
      skipped: Array.from(this.#skipped, ([reason, count]) => ({ reason, count })),
      warnings: Array.from(this.#warnings, ([code, detail]) => ({ code, detail })),
    }
  }

  #warnAboutLanguages([left, right]: readonly ImportedVersion[]): void {
    const unknown = [left, right].find((version) => version?.metadata.language === UNKNOWN)
    if (unknown !== undefined) this.warn('language-uncertain', unknown.language)
    const primary = (version: ImportedVersion | undefined): string | undefined =>
      version?.metadata.language.split('-')[0]
    if (unknown === undefined && primary(left) === primary(right)) {
      this.warn('same-language', left?.metadata.language ?? '')
    }
  }
}

function isPlain(order: readonly number[]): boolean {
  return order.every((index, at) => index === at)
}

/** The versions with text: left first, then by how much there is of them; Chinese and English win a tie. */
function orderOf(versions: readonly OpenVersion[], leftKey: string | null): number[] {
  const indices = versions.flatMap(({ count }, index) => (count === 0 ? [] : [index]))
  const left = indices.find((index) => versions[index]?.key === leftKey) ?? indices[0] ?? 0
  const weight = (index: number): number => {
    const version = versions[index]
    return version === undefined ? 0 : version.count + (/^(?:zh|en)\b/u.test(version.language) ? 0.5 : 0)
  }
  const others = indices.filter((index) => index !== left)
  return [left, ...others.toSorted((a, b) => weight(b) - weight(a))]
}

function describe(version: OpenVersion | undefined, head: HeadFacts, name: string): ImportedVersion {
  const { key, language, count, sample } = version ?? { key: '', language: UNKNOWN, count: 0, sample: '' }
  const fact = (field: string): string | null => line(head.get(`${key}-${field}`) ?? '')
  const title = fact('title')
  const date = fact('date')
  // A language that Duizhao wrote down is the article's own; the text may be marked with its code by region.
  const told = head.has(`${key}-language`) ? canonicalTag(head.get(`${key}-language`) ?? '') : null
  const own = told !== null && (told === language || regionCode(told) === language) ? told : null
  const metadata: ArticleMetadata = {
    title:
      title ??
      line(head.get('title') ?? '') ??
      line(name.replace(/(?:\.ladder)?\.[a-z0-9]{1,12}$/iu, '')) ??
      name,
    titleGuessed: title === null,
    language: own ?? articleLanguage(language, sample),
    kind: 'other',
    date: date !== null && /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/u.test(date) ? date : null,
    source: fact('source'),
    place: null,
    author: fact('author'),
  }
  return { language, count, metadata }
}

/** As the library holds such a field: on one line, not endless; null for nothing. */
function line(text: string): string | null {
  const folded = text.trim().replace(/\s+/gu, ' ').slice(0, 500)
  return folded === '' ? null : folded
}

function factsOf({ confidence, status, unmatched, review, note }: UnitFacts): Omit<ImportedUnit, 'texts'> {
  const number = confidence === undefined || confidence.trim() === '' ? Number.NaN : Number(confidence)
  const verified: BeadStatus = status?.trim().toLowerCase() === 'verified' ? 'verified' : 'auto'
  return {
    confidence: number >= 0 && number <= 1 ? number : null,
    status: verified,
    unmatched: unmatched === 'yes',
    review: review === 'yes',
    note: note === undefined || note === '' ? null : note,
  }
}
