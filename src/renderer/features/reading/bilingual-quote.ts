import type { ArticleSummary } from '../../../shared/contract/schemas/article.ts'
import { isWideScript } from './estimate-height.ts'

/** Words of one article, to be cited. */
export interface QuotedText {
  readonly text: string
  readonly article: ArticleSummary
}

/** A quote with its source, and what faces it in the other language with its source. */
export function formatQuote(quoted: QuotedText, facing: QuotedText | null): string {
  return [quoted, ...(facing === null ? [] : [facing])].map(formatOne).join('\n\n')
}

function formatOne({ text, article }: QuotedText): string {
  const wide = isWideScript(article.language)
  const title = wide ? `《${article.title}》` : article.title
  const source = [article.author, title, article.source, article.date].filter((part) => part !== null)
  const trimmed = text.trim()
  return wide ? `“${trimmed}”（${source.join('，')}）` : `“${trimmed}” (${source.join(', ')})`
}
