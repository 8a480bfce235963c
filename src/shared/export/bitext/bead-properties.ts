import type { BitextBead, BitextModel, BitextSide } from './bitext-model.ts'
import { blockRecord } from './block-record.ts'
import type { MemoryOptions } from './memory-options.ts'

/** A fact that a format has no place of its own for, by the name that docs/formats.md gives it. */
export type Property = readonly [name: string, value: string]

/** What a bead is beyond its texts. */
export function beadProperties({ confidence, status, unmatched, review }: BitextBead): Property[] {
  return [
    ...(confidence === null ? [] : [['confidence', String(confidence)] as const]),
    ['status', status],
    ...(unmatched ? [['unmatched', 'yes'] as const] : []),
    ...(review ? [['review', 'yes'] as const] : []),
  ]
}

/** How each side's text is made up, where a format keeps both among the bead's properties. */
export function sidesProperties(
  model: BitextModel,
  { left, right }: BitextBead,
  records: { readonly left: string | null; readonly right: string | null },
): Property[] {
  const facts: readonly (readonly [string, string | null])[] = [
    ['left-segments', records.left],
    ['left-blocks', blockRecord(model.left, left)],
    ['right-segments', records.right],
    ['right-blocks', blockRecord(model.right, right)],
  ]
  return facts.flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]))
}

/**
 * What the pair and its two texts are, for a file's head. Which side is the source is told where it is the right one.
 */
export function headProperties(model: BitextModel, { source }: MemoryOptions): Property[] {
  return [
    ['title', model.title],
    ...(source === 'right' ? [['source-side', source] as const] : []),
    ...sideProperties('left', model.left),
    ...sideProperties('right', model.right),
  ]
}

function sideProperties(name: string, side: BitextSide): Property[] {
  const facts: readonly (readonly [string, string | null])[] = [
    ['language', side.language],
    ['title', side.title],
    ['source', side.source],
    ['author', side.author],
    ['date', side.date],
  ]
  return facts.flatMap(([fact, value]) => (value === null ? [] : [[`${name}-${fact}`, value] as const]))
}
