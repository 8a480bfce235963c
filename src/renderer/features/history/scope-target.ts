import type { ReadingTarget } from '../../../shared/contract/schemas/reader.ts'
import type { Id } from '../../../shared/domain/ids.ts'

/** What a step was about, as something to open: `article:ID`, `pair:ID`; null for the library at large. */
export function scopeTarget(scope: string): ReadingTarget | null {
  const [kind, id] = scope.split(':')
  if (id === undefined || id === '') return null
  if (kind === 'pair') return { kind, pairId: id as Id<'pair'> }
  if (kind === 'article') return { kind, articleId: id as Id<'article'> }
  return null
}
