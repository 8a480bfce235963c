import type { LanguageTag } from '../../../shared/domain/article.ts'
import { detectLanguage } from '../../../shared/text/detect-language.ts'

/** A language that no tag and no text told. */
export const UNKNOWN: LanguageTag = 'und'

/** A tag in its usual form (`EN_us` is `en-US`); `und` for what is none. */
export function canonicalTag(raw: string): LanguageTag {
  const known = canonical.get(raw)
  if (known !== undefined) return known
  const tag = findCanonical(raw)
  if (canonical.size < MOST_KNOWN) canonical.set(raw, tag)
  return tag
}

/** Asking Intl for each text of a large file would take longer than parsing it. */
const canonical = new Map<string, LanguageTag>()
const MOST_KNOWN = 1000

function findCanonical(raw: string): LanguageTag {
  try {
    const tag = Intl.getCanonicalLocales(raw.trim().replaceAll('_', '-'))[0] ?? UNKNOWN
    // What the library takes; private-use and grandfathered tags are neither.
    return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u.test(tag) ? tag : UNKNOWN
  } catch {
    return UNKNOWN
  }
}

/**
 * The language an article gets for a file's tag: Chinese by its script, which is told by the region or, for a
 * bare `zh`, by the text; others as they are. Unknown tags give what the text looks like.
 *
 * @param sample some of the text
 */
export function articleLanguage(tag: LanguageTag, sample: string): LanguageTag {
  if (tag === UNKNOWN) return detectLanguage(sample).language
  const { language, script, region } = new Intl.Locale(tag)
  if (language !== 'zh') return tag
  if (script === undefined && region === undefined) {
    const detected = detectLanguage(sample).language
    if (detected.startsWith('zh-')) return detected
  }
  return new Intl.Locale(tag).maximize().script === 'Hant' ? 'zh-Hant' : 'zh-Hans'
}
