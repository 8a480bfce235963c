import { useMemo } from 'react'
import type { ExportScope } from '../../../shared/contract/schemas/export.ts'
import { allNames } from '../../../shared/domain/speaker.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { useUiLanguage } from '../../i18n/i18n.ts'

export type ScopeKind = ExportScope['kind']

/** Something that can be exported. */
export interface ScopeChoice {
  readonly key: string
  readonly label: string
  readonly scope: ExportScope
}

export function scopeKey(scope: ExportScope): string {
  switch (scope.kind) {
    case 'article':
      return scope.articleId
    case 'pair':
      return scope.pairId
    case 'tag':
      return scope.tagId
    case 'speaker':
      return scope.speakerId
    case 'library':
    case 'highlights':
      return ''
  }
}

/** All there is of a kind. */
export function useScopeChoices(kind: ScopeKind): readonly ScopeChoice[] {
  const articles = useApiQuery('articles.list', { removed: false }, { enabled: kind === 'article' }).data
  const pairs = useApiQuery('pairs.list', { removed: false }, { enabled: kind === 'pair' }).data
  const tags = useApiQuery('tags.list', {}, { enabled: kind === 'tag' }).data
  const speakers = useApiQuery('speakers.list', {}, { enabled: kind === 'speaker' }).data
  const language = useUiLanguage()
  return useMemo(() => {
    switch (kind) {
      case 'library':
      case 'highlights':
        return []
      case 'article':
        return (articles ?? []).map(({ id, title }) => ({
          key: id,
          label: title,
          scope: { kind, articleId: id },
        }))
      case 'pair':
        return (pairs ?? []).map(({ id, left, right }) => ({
          key: id,
          label: `${left.title} ⇄ ${right.title}`,
          scope: { kind, pairId: id },
        }))
      case 'tag':
        return (tags ?? []).map(({ id, path }) => ({ key: id, label: path, scope: { kind, tagId: id } }))
      case 'speaker':
        return (speakers ?? []).map((speaker) => ({
          key: speaker.id,
          label: allNames(speaker, language),
          scope: { kind, speakerId: speaker.id },
        }))
    }
  }, [kind, articles, pairs, tags, speakers, language])
}
