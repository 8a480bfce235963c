import { useMemo } from 'react'
import type { ExportScope } from '../../../shared/contract/schemas/export.ts'
import type { PairSummary } from '../../../shared/contract/schemas/pair.ts'
import {
  sourceToRemember,
  usualSource,
  type SourceChoice,
} from '../../../shared/export/bitext/source-side.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { useSettings } from '../../data/settings.ts'
import { formatLanguage } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'

/** For the pairs of a library: each as it would be if nothing was chosen. */
export const AS_USUAL = 'usual'

/** What may be the source, and what is unless something else is chosen. */
export interface Sources {
  readonly options: readonly { readonly value: SourceChoice; readonly label: string }[]
  readonly usual: SourceChoice
}

/** The sides of a pair, or the languages of all pairs; null until they are known, and for what has no beads. */
export function useSources(scope: ExportScope): Sources | null {
  const t = useT('exporting')
  const enabled = scope.kind === 'pair' || scope.kind === 'library'
  const { data } = useApiQuery('pairs.list', { removed: false }, { enabled })
  const { exportSource } = useSettings()
  return useMemo(() => {
    if (data === undefined) return null
    if (scope.kind === 'library') return sourcesOfAll(data, t('source.usual'))
    const pair = scope.kind === 'pair' ? data.find(({ id }) => id === scope.pairId) : undefined
    return pair === undefined ? null : sourcesOf(pair, exportSource)
  }, [data, scope, exportSource, t])
}

function sourcesOf(pair: PairSummary, last: SourceChoice): Sources {
  const option = (side: 'left' | 'right'): Sources['options'][number] => ({
    value: sourceToRemember(pair, side),
    label: `${formatLanguage(pair[side].language)} · ${pair[side].title}`,
  })
  return {
    options: [option('left'), option('right')],
    usual: sourceToRemember(pair, usualSource(pair, last)),
  }
}

function sourcesOfAll(pairs: readonly PairSummary[], usual: string): Sources {
  const languages = new Set(pairs.flatMap(({ left, right }) => [left.language, right.language]))
  const options = [...languages].toSorted().map((value) => ({ value, label: formatLanguage(value) }))
  return { options: [{ value: AS_USUAL, label: usual }, ...options], usual: AS_USUAL }
}
