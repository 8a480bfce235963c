import type { Anchor } from '../domain/anchor.ts'
import type { SegmentId } from '../domain/ids.ts'
import type { AnchorText } from './anchor-text.ts'

/** An anchor without a place, in no article. */
export const NOWHERE: Anchor = {
  articleId: '' as Anchor['articleId'],
  parts: [],
  exact: '',
  prefix: '',
  suffix: '',
}

/** The texts of an article's segments. */
export function textsOf({ segments }: AnchorText): string[] {
  return segments.map(({ text }) => text)
}

/** Lines that go by their numbers. */
export function asLines(texts: readonly string[]): AnchorText {
  return {
    articleId: NOWHERE.articleId,
    segments: texts.map((text, number) => ({ id: `${number}` as SegmentId, text })),
  }
}
