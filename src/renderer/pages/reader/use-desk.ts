import { useEffect, useMemo } from 'react'
import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import type { Reading } from '../../../shared/contract/schemas/reader.ts'
import type { ArticleId } from '../../../shared/domain/ids.ts'
import { useSettings } from '../../data/settings.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { primarySpan } from '../../features/annotating/annotation-order.ts'
import { Annotations } from '../../features/annotating/annotation-store.ts'
import type { Desk } from '../../features/annotating/desk.ts'
import { facingText } from '../../features/reading/counterparts.ts'
import { useT, useUiLanguage } from '../../i18n/i18n.ts'
import { speakerName } from '../../../shared/domain/speaker.ts'
import { doubtsOnCard } from './doubts-on-card.tsx'
import { goToHighlight } from './highlight-commands.ts'
import type { Stage } from './reader-stage.ts'
import { useSpeakersOf } from './use-speakers-of.ts'

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
  const { left, right, speakers } = opened
  const language = useUiLanguage()
  const leftId = left.id
  const rightId = right?.id ?? null
  const leftCount = left.blockCount
  const rightCount = right?.blockCount ?? 0
  const annotations = useMemo(
    () => new Annotations({ [leftId]: leftCount, ...(rightId === null ? {} : { [rightId]: rightCount }) }),
    [leftId, leftCount, rightId, rightCount],
  )
  useEffect(() => annotations.start(), [annotations])
  useEffect(() => {
    annotations.setTagPaths(new Map(tags.map(({ id, path }) => [id, path])))
  }, [annotations, tags])

  const speakersOf = useSpeakersOf(opened)

  // The same desk until something on it changes: every card works at it.
  const desk = useMemo((): Desk => {
    const bench = { stage, annotations }
    return {
      annotations,
      tags,
      speakers: speakers.map((speaker) => ({ id: speaker.id, name: speakerName(speaker, language) ?? '' })),
      speakersOf,
      articles: [left, ...(right === null ? [] : [right])],
      colorName: (color) => colorNames[color - 1] || t(`colors.c${color}`),
      goTo: (id) => void goToHighlight(bench, id),
      openTags: (id) => void goToHighlight(bench, id).then(() => annotations.activate(id, 'tags')),
      counterpart(annotation) {
        const span = primarySpan(annotation)
        const mirror = annotation.spans.find(({ role }) => role === 'mirror')
        const languageOf = (articleId: ArticleId): string | undefined =>
          [left, right].find((article) => article?.id === articleId)?.language
        if (mirror !== undefined)
          return { kind: 'mirror', text: mirror.exact, language: languageOf(mirror.articleId) }
        const other = span?.articleId === left.id ? right : left
        if (span === null || other === null || right === null) return null
        const text = facingText(
          stage.source,
          span.parts.map((part) => part.segmentId),
        )
        return text === '' ? null : { kind: 'row', text, language: other.language }
      },
      onText: (listener) => stage.source.subscribe(listener),
      cardDetail: doubtsOnCard(stage),
      backToText,
    }
  }, [annotations, tags, speakers, speakersOf, language, left, right, colorNames, t, stage, backToText])
  return { desk, annotations }
}
