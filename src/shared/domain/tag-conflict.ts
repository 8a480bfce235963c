/**
 * Why a tag could not be renamed, moved or merged, as `details.reason` of a `conflict`:
 * `twin`: a sibling has that name; `details.tagId` is its id, and the two can be merged · `below`: a tag can't go
 * under or into what is under itself · `root`: there is no tag above it · `same`: a tag can't be merged with itself.
 */
export const TAG_CONFLICTS = ['twin', 'below', 'root', 'same'] as const
export type TagConflict = (typeof TAG_CONFLICTS)[number]

/** The reason that a failed call gives; null where it gives none. */
export function tagConflict(details: Readonly<Record<string, unknown>>): TagConflict | null {
  return TAG_CONFLICTS.find((reason) => reason === details['reason']) ?? null
}
