export const ARTICLE_KINDS = ['news', 'speech', 'report', 'essay', 'book', 'other'] as const
export type ArticleKind = (typeof ARTICLE_KINDS)[number]

/**
 * A BCP 47 tag, e.g. `zh-Hans`, `zh-Hant`, `en`. Only `text`, `lexicon` and `align` know what a
 * particular language asks for; everything else passes the tag through.
 */
export type LanguageTag = string

/** What an article says about itself. A date is ISO 8601, cut to what is known: `2025`, `2025-05`, `2025-05-23`. */
export interface ArticleMetadata {
  readonly title: string
  /** True when no title was found and one was made from the first sentence. */
  readonly titleGuessed: boolean
  readonly language: LanguageTag
  readonly kind: ArticleKind
  readonly date: string | null
  readonly source: string | null
  readonly place: string | null
  readonly author: string | null
}

export const PAIR_KINDS = ['parallel', 'comparable'] as const
export type PairKind = (typeof PAIR_KINDS)[number]

export const SIDES = ['left', 'right'] as const
export type Side = (typeof SIDES)[number]
