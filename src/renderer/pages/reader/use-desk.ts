import { useEffect, useMemo } from 'react'
import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import type { Reading } from '../../../shared/contract/schemas/reader.ts'
import { useSettings } from '../../data/settings.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { primarySpan } from '../../features/annotating/annotation-order.ts'
import { Annotations } from '../../features/annotating/annotation-store.ts'
import type { Desk } from '../../features/annotating/desk.ts'
import { facingText } from '../../features/reading/counterparts.ts'
import { useT } from '../../i18n/i18n.ts'
import { doubtsOnCard } from './doubts-on-card.tsx'
import { goToHighlight } from './highlight-commands.ts'
import type { Stage } from './reader-stage.ts'

const NO_TAGS: readonly Tag[] = []

/** Readies annotating for what is open. The highlights outlive changes of mode and alignment. */
export function useDesk(
  opened: Reading,
  stage: Stage,
  backToText: () => void,
): { readonly desk: Desk; readonly annotations: Annotations } {
  const t = useT('annotating')
  const { colorNames } = useSettings()
  const tags = useApiQuery('tags.list', {}).data ?? NO_TAGS
  const { left, right } = opened
  const leftId = left.id
  const rightId = right?.id ?? null
  const leftCount = left.blockCount
  const rightCount = right?.blockCount ?? 0
  const annotations = useMemo(
    () => new Annotations({ [leftId]: leftCount, ...(rightId === null ? {} : { [rightId]: rightCount }) }),
    [leftId, leftCount, rightId, rightCount],
  )
  useEffect(() => annotations.start(), [annotations])

  // The same desk until something on it changes: every card works at it.
  const desk = useMemo((): Desk => {
    const bench = { stage, annotations }
    return {
      annotations,
      tags,
      articles: [left, ...(right === null ? [] : [right])],
      colorName: (color) => colorNames[color - 1] || t(`colors.c${color}`),
      goTo: (id) => void goToHighlight(bench, id),
      openTags: (id) => void goToHighlight(bench, id).then(() => annotations.activate(id, 'tags')),
      counterpart(annotation) {
        const mirror = annotation.spans.find((span) => span.role === 'mirror')
        const span = primarySpan(annotation)
        const other = span?.articleId === left.id ? right : left
        if (span === null || other === null || right === null) return null
        const text =
          mirror?.exact ??
          facingText(
            stage.source,
            span.parts.map((part) => part.segmentId),
          )
        return text === '' ? null : { text, language: other.language }
      },
      onText: (listener) => stage.source.subscribe(listener),
      cardDetail: doubtsOnCard(stage),
      backToText,
    }
  }, [annotations, tags, left, right, colorNames, t, stage, backToText])
  return { desk, annotations }
}
