import { create } from 'zustand'
import type { ArticleId, BlockId } from '../../../shared/domain/ids.ts'

/** Blocks of an article, from one to another, both included. */
export interface BlockRange {
  readonly articleId: ArticleId
  readonly fromBlockId: BlockId
  readonly toBlockId: BlockId
}

interface AssignStore {
  /** Whose words are being asked for. */
  readonly range: BlockRange | null
  /** Suggestions that were put aside, by their keys; until the app is closed. */
  readonly dismissed: ReadonlySet<string>
}

export const useAssignStore = create<AssignStore>(() => ({ range: null, dismissed: new Set() }))

/** Asks who speaks in some blocks; null closes the question. */
export function askWhoSpeaks(range: BlockRange | null): void {
  useAssignStore.setState({ range })
}

export function dismissOffers(keys: readonly string[]): void {
  useAssignStore.setState(({ dismissed }) => ({ dismissed: new Set([...dismissed, ...keys]) }))
}
