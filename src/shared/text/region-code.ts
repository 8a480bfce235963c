import type { LanguageTag } from '../domain/article.ts'

/**
 * A tag of Chinese as programs for translators expect it, by region instead of script: `zh-CN` for `zh-Hans`,
 * `zh-TW` for `zh-Hant`, `zh-HK` for `zh-Hant-HK`. Where the region alone would tell another script (`zh-Hans-TW`),
 * and for all other tags, the tag as it is.
 */
export function regionCode(tag: LanguageTag): LanguageTag {
  const [, script, region] = /^zh-(Hans|Hant)(?:-([A-Z]{2}))?$/u.exec(tag) ?? []
  if (script === undefined) return tag
  const code = `zh-${region ?? (script === 'Hans' ? 'CN' : 'TW')}`
  return new Intl.Locale(code).maximize().script === script ? code : tag
}
