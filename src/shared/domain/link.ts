/** `accepted`: it stands. `dismissed`: a suggestion that was turned down and shall not come again. */
export const LINK_STATUSES = ['accepted', 'dismissed'] as const
export type LinkStatus = (typeof LINK_STATUSES)[number]

/** Why two passages are thought to say the same thing. */
export const LINK_REASON_KINDS = ['name', 'number', 'date', 'term', 'word', 'latin', 'quote'] as const
export type LinkReasonKind = (typeof LINK_REASON_KINDS)[number]

/** One piece of shared evidence, as it stands in each of the two texts. */
export interface LinkReason {
  readonly kind: LinkReasonKind
  readonly from: string
  readonly to: string
}

/** What the align layer marks inside a segment. */
export const EVIDENCE_KINDS = ['number', 'date', 'name', 'term', 'latin'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]
