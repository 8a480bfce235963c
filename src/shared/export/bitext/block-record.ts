import type { BitextSide } from './bitext-model.ts'

/**
 * What the blocks are that begin in the segments `[from, to)` of a side, in order, as JSON: a form, or null for a
 * plain paragraph. Null where all of them are plain, which most are.
 */
export function blockRecord(
  side: BitextSide,
  [from, to]: readonly [from: number, to: number],
): string | null {
  const forms = side.segments
    .slice(from, to)
    .flatMap(({ opensBlock, block }) => (opensBlock ? [block ?? null] : []))
  return forms.every((form) => form === null) ? null : JSON.stringify(forms)
}
