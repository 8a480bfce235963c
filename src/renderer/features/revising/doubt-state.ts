import type { DoubtfulAnchor } from '../../../shared/contract/schemas/revision.ts'

/** `detached`: taken off the text by a person, who knows; it waits for nobody. */
export type DoubtState = 'moved' | 'lost' | 'detached'

export function doubtState({ state, was }: Pick<DoubtfulAnchor, 'state' | 'was'>): DoubtState {
  if (state !== 'lost') return 'moved'
  return was === null ? 'detached' : 'lost'
}

/** How many wait for a person. */
export function waitingCount(doubts: readonly Pick<DoubtfulAnchor, 'state' | 'was'>[]): number {
  return doubts.filter((doubt) => doubtState(doubt) !== 'detached').length
}

/** Names an anchor: a span of a highlight or an end of a link. */
export function doubtKey(doubt: DoubtfulAnchor): string {
  return doubt.kind === 'highlight' ? `${doubt.id} ${doubt.spanId}` : `${doubt.id} ${doubt.role}`
}

export interface DoubtGroup {
  readonly articleId: DoubtfulAnchor['articleId']
  readonly title: string
  readonly doubts: readonly DoubtfulAnchor[]
}

/** Article by article, in the order of the answer; in each those that nobody need look at last. */
export function doubtGroups(doubts: readonly DoubtfulAnchor[]): DoubtGroup[] {
  const byArticle = new Map<string, DoubtfulAnchor[]>()
  for (const doubt of doubts) {
    const list = byArticle.get(doubt.articleId) ?? []
    list.push(doubt)
    byArticle.set(doubt.articleId, list)
  }
  return [...byArticle.values()].flatMap((list) => {
    const [first] = list
    if (first === undefined) return []
    const isDetached = (doubt: DoubtfulAnchor): boolean => doubtState(doubt) === 'detached'
    return [
      {
        articleId: first.articleId,
        title: first.articleTitle,
        doubts: [...list.filter((doubt) => !isDetached(doubt)), ...list.filter(isDetached)],
      },
    ]
  })
}
