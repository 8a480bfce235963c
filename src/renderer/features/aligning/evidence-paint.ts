import type { EvidenceMark } from '../../../shared/contract/schemas/alignment.ts'

/** Names of the style sheet's highlights for evidence: one per kind, and one for what the other side lacks. */
export type EvidencePaint =
  | 'evidence-number'
  | 'evidence-date'
  | 'evidence-name'
  | 'evidence-term'
  | 'evidence-latin'
  | 'evidence-unmatched'

/**
 * How a mark is painted. A figure that the other side lacks is flagged; not so in a one-sided bead, which says
 * already that the other side has nothing, nor a name or term, for which there are too many ways to say it.
 */
export function paintOf(
  { kind, matched }: Pick<EvidenceMark, 'kind' | 'matched'>,
  oneSided: boolean,
): EvidencePaint {
  const isFigure = kind === 'number' || kind === 'date'
  return isFigure && !matched && !oneSided ? 'evidence-unmatched' : `evidence-${kind}`
}
