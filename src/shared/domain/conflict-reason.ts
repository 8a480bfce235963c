/**
 * Why beads or sentences could not be changed, as `details.reason` of a `conflict`:
 * `locked`: its side is locked · `verified`: a verified bead lies between · `edge`: the text or the paragraph ends
 * here · `nothing`: there is nothing here to do it to · `changed`: the text is no longer what was shown.
 */
export const CONFLICT_REASONS = ['locked', 'verified', 'edge', 'nothing', 'changed'] as const
export type ConflictReason = (typeof CONFLICT_REASONS)[number]

/** The reason that a failed call gives; null where it gives none. */
export function conflictReason(details: Readonly<Record<string, unknown>>): ConflictReason | null {
  return CONFLICT_REASONS.find((reason) => reason === details['reason']) ?? null
}
