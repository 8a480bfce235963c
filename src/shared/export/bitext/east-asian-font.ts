import type { LanguageTag } from '../../domain/article.ts'

/** What an office file says about a text in an East Asian language. */
export interface EastAsianFont {
  /** Comes with Windows and Office for Mac; elsewhere it is the name that is substituted for. */
  readonly name: string
  /** The tag office programs know the language by. */
  readonly language: string
}

/** Null for a language that is not written with East Asian characters. */
export function eastAsianFont(language: LanguageTag): EastAsianFont | null {
  const [primary = '', ...rest] = language.toLowerCase().split('-')
  const isTraditional = ['hant', 'tw', 'hk', 'mo'].some((subtag) => rest.includes(subtag))
  switch (primary) {
    case 'zh':
      return isTraditional && !rest.includes('hans')
        ? { name: 'PMingLiU', language: 'zh-TW' }
        : { name: 'SimSun', language: 'zh-CN' }
    case 'ja':
      return { name: 'MS Mincho', language: 'ja-JP' }
    case 'ko':
      return { name: 'Batang', language: 'ko-KR' }
    default:
      return null
  }
}
