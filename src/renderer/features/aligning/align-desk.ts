import { createContext, use } from 'react'
import type { Row } from '../../../shared/contract/schemas/reader.ts'
import type { BeadFilter } from '../../../shared/domain/bead.ts'
import type { Side } from '../../../shared/domain/article.ts'
import type { PairId } from '../../../shared/domain/ids.ts'
import type { AlignActionId } from '../../../shared/domain/align-action.ts'

/** The table the align layer's parts work at; the page sets it. It stays the same object while the pair is open. */
export interface AlignDesk {
  readonly pairId: PairId
  readonly languages: Readonly<Record<Side, string>>
  /** Does something at the caret, after what is under way. */
  readonly run: (id: AlignActionId) => void
  /** Makes a row the current one. */
  readonly choose: (row: Row) => void
  readonly setFilter: (filter: BeadFilter) => void
  readonly lock: (side: Side | null) => void
  readonly setOn: (on: boolean) => void
  /** Starts aligning; what is verified stays as it is. */
  readonly align: () => void
  readonly showSuggestions: () => void
  readonly backToText: () => void
}

const AlignDeskContext = createContext<AlignDesk | null>(null)

export const AlignDeskProvider = AlignDeskContext.Provider

export function useAlignDesk(): AlignDesk {
  const desk = use(AlignDeskContext)
  if (desk === null) throw new Error('aligning needs a desk')
  return desk
}
