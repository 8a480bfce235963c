import type { ReactNode } from 'react'
import type { Annotation } from '../../../shared/contract/schemas/annotation.ts'
import type { DoubtfulAnchor } from '../../../shared/contract/schemas/revision.ts'
import { startAttaching } from '../../data/attaching.ts'
import { currentRoute } from '../../data/route.ts'
import { announce } from '../../features/annotating/announce.tsx'
import { CardDoubts } from '../../features/revising/card-doubts.tsx'
import { adjustDoubt } from '../../features/revising/doubt-actions.ts'
import type { Stage } from './reader-stage.ts'

/** What a highlight's card offers while it is in doubt. */
export function doubtsOnCard(stage: Stage): (annotation: Annotation) => ReactNode {
  const adjust = (anchor: DoubtfulAnchor): void => {
    const { left, right } = stage.source.reading
    const isHere = anchor.articleId === left.id || anchor.articleId === right?.id
    if (isHere) startAttaching({ anchor, back: null })
    else adjustDoubt(anchor, currentRoute())
  }
  return (annotation) =>
    annotation.spans.every(({ state }) => state === 'ok') ? null : (
      <CardDoubts highlightId={annotation.id} onAdjust={adjust} onSay={announce} />
    )
}
