import { ARTICLE_KINDS, type ArticleKind } from '../../shared/domain/article.ts'
import { formatLanguage } from './format.ts'
import { useT } from './i18n.ts'

const LANGUAGES = ['zh-Hans', 'zh-Hant', 'en']

export interface MetadataWords {
  readonly title: string
  readonly language: string
  readonly kind: string
  readonly date: string
  readonly dateHint: string
  readonly place: string
  readonly source: string
  readonly author: string
  readonly titleMissing: string
  readonly dateInvalid: string
  readonly kinds: readonly { readonly value: ArticleKind; readonly label: string }[]
  readonly languages: readonly { readonly value: string; readonly label: string }[]
}

/** The words of a form about an article; `language` is offered even where it is not one of ours. */
export function useMetadataWords(language: string): MetadataWords {
  const t = useT('shell')
  const tags = LANGUAGES.includes(language) ? LANGUAGES : [...LANGUAGES, language]
  return {
    title: t('field.title'),
    language: t('field.language'),
    kind: t('field.kind'),
    date: t('field.date'),
    dateHint: t('field.dateHint'),
    place: t('field.place'),
    source: t('field.source'),
    author: t('field.author'),
    titleMissing: t('field.titleMissing'),
    dateInvalid: t('field.dateInvalid'),
    kinds: ARTICLE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
    languages: tags.map((value) => ({ value, label: formatLanguage(value) })),
  }
}
