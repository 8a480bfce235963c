import type { LanguageTag } from '../../shared/domain/article.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type {
  ImportedBitext,
  ImportedSegment,
  ImportedUnit,
  ImportedVersion,
  Skipped,
} from '../../shared/domain/imported-bitext.ts'

/** Which languages are wanted; those that the file proposes where not given. */
export interface SidesChoice {
  readonly leftLanguage?: LanguageTag | undefined
  readonly rightLanguage?: LanguageTag | undefined
}

/** The two versions of a file that are to become a pair. */
export interface Sides {
  readonly left: ImportedVersion
  readonly right: ImportedVersion
}

/** A bead to be. One of its sides may be empty, not both. */
export interface ChosenUnit {
  readonly left: readonly ImportedSegment[]
  readonly right: readonly ImportedSegment[]
  readonly unit: ImportedUnit
}

export interface ChosenSides {
  readonly units: readonly ChosenUnit[]
  /** What the reader skipped, the units in neither language, and of the others the texts that are on neither side. */
  readonly skipped: readonly Skipped[]
  /** How many texts stand in for one that their unit has not: the same language from another region or in another script. */
  readonly standInCount: number
}

/**
 * The versions for a choice of languages. A tag is looked for exactly, then as the language of an article
 * (`zh-Hans` finds `zh-CN`), then whatever the region. Throws `invalid_input`, naming the languages there are.
 */
export function findSides(bitext: ImportedBitext, { leftLanguage, rightLanguage }: SidesChoice): Sides {
  const { versions } = bitext
  const [first, second] = [versions[bitext.left], versions[bitext.right]]
  if (first === undefined || second === undefined) throw new Error('a bitext has two versions')
  const left = leftLanguage === undefined ? null : findVersion(versions, leftLanguage, null)
  const right = rightLanguage === undefined ? null : findVersion(versions, rightLanguage, left)
  if (left !== null && right !== null) return { left, right }
  if (left !== null) return { left, right: left === second ? first : second }
  if (right !== null) return { left: right === first ? second : first, right }
  return { left: first, right: second }
}

function findVersion(
  versions: readonly ImportedVersion[],
  wanted: LanguageTag,
  not: ImportedVersion | null,
): ImportedVersion {
  const others = versions.filter((version) => version !== not)
  const found =
    others.find(({ language }) => language.toLowerCase() === wanted.toLowerCase()) ??
    others.find(({ metadata }) => metadata.language === wanted) ??
    others.find(({ metadata }) => writing(metadata.language) === writing(wanted)) ??
    others.find(({ metadata }) => primary(metadata.language) === primary(wanted))
  if (found !== undefined) return found
  const known = versions.map(({ language }) => language).join(', ')
  throw new DuizhaoError(
    'invalid_input',
    `The file has no ${not === null ? '' : 'other '}text in ${wanted}; it has ${known}. Choose two of these.`,
  )
}

/**
 * The units as beads of two versions, in order. Where a unit has no text in a version, one in the same language
 * and script from another region stands in, then one in the same language in another script (TMX 1.4b leaves that
 * to the reader). Units in neither are left out. What stands in and what is left out is counted: a file's text
 * never goes without a word.
 */
export function chooseSides(bitext: ImportedBitext, sides: Sides): ChosenSides {
  const left = likeVersions(bitext.versions, sides.left, sides.right)
  const right = likeVersions(bitext.versions, sides.right, sides.left)
  const units = bitext.units.flatMap((unit): ChosenUnit[] => {
    const chosen = { left: firstText(unit, left), right: firstText(unit, right), unit }
    return chosen.left.length + chosen.right.length === 0 ? [] : [chosen]
  })
  const others = bitext.units.length - units.length
  const textsBeside = units.map(({ left: ours, right: theirs, unit }) => {
    const present = unit.texts.filter((text) => text !== undefined && text !== null).length
    return present - (ours.length > 0 ? 1 : 0) - (theirs.length > 0 ? 1 : 0)
  })
  const beside = textsBeside.reduce((sum, count) => sum + count, 0)
  const skipped: readonly Skipped[] = [
    ...bitext.skipped,
    ...(others === 0 ? [] : [{ reason: 'other-languages', count: others } as const]),
    ...(beside === 0 ? [] : [{ reason: 'other-versions', count: beside } as const]),
  ]
  const standsIn = (text: readonly ImportedSegment[], unit: ImportedUnit, indices: readonly number[]) =>
    text.length > 0 && text !== unit.texts[indices[0] ?? -1]
  const standInCount = units.reduce(
    (sum, chosen) =>
      sum +
      (standsIn(chosen.left, chosen.unit, left) ? 1 : 0) +
      (standsIn(chosen.right, chosen.unit, right) ? 1 : 0),
    0,
  )
  return { units, skipped, standInCount }
}

/** How many beads there are of which kind. */
export function countBeads({ units, standInCount }: ChosenSides): {
  beadCount: number
  verifiedCount: number
  oneSidedCount: number
  standInCount: number
} {
  return {
    beadCount: units.length,
    verifiedCount: units.filter(({ unit }) => unit.status === 'verified').length,
    oneSidedCount: units.filter(({ left, right }) => left.length === 0 || right.length === 0).length,
    standInCount,
  }
}

/** The version by index, then those that may stand in for it: written the same first, of these most text first. */
function likeVersions(
  versions: readonly ImportedVersion[],
  version: ImportedVersion,
  other: ImportedVersion,
): number[] {
  const [own, others] = [version.metadata.language, other.metadata.language]
  // Where both sides are in one language, nobody can say which of them another version is like.
  const isLike = (tag: LanguageTag, by: (tag: LanguageTag) => string): boolean =>
    by(tag) === by(own) && by(own) !== by(others)
  const rank = ({ metadata }: ImportedVersion): number =>
    isLike(metadata.language, writing) ? 2 : isLike(metadata.language, primary) ? 1 : 0
  const like = versions
    .filter((one) => one !== version && one !== other && rank(one) > 0)
    .toSorted((a, b) => rank(b) - rank(a) || b.count - a.count)
  return [version, ...like].map((one) => versions.indexOf(one))
}

function firstText(unit: ImportedUnit, indices: readonly number[]): readonly ImportedSegment[] {
  for (const index of indices) {
    const text = unit.texts[index]
    if (text !== undefined && text !== null) return text
  }
  return []
}

const primary = (tag: LanguageTag): string => tag.split('-')[0] ?? tag

/** Language and script: `zh-TW` and `zh-HK` are written alike, `zh-CN` is not. */
function writing(tag: LanguageTag): string {
  // Else nothing known would be taken for English.
  if (primary(tag) === 'und') return 'und'
  const { language, script } = new Intl.Locale(tag).maximize()
  return `${language}-${script ?? ''}`
}
