import { useMemo } from 'react'
import type { Reading, Run } from '../../../shared/contract/schemas/reader.ts'
import type { Side } from '../../../shared/domain/article.ts'
import type { Annotations } from '../../features/annotating/annotation-store.ts'
import { SpeakerMark } from '../../features/reading/speaker-mark.tsx'
import { otherSide } from '../../features/reading/reading-layout.ts'
import type { RowLook } from '../../features/reading/row-view.tsx'
import type { Stage } from './reader-stage.ts'
import { beadGutterOf, gutterOf } from './row-gutter.tsx'

export interface RowLookOptions {
  readonly reading: Reading
  readonly opened: Reading
  readonly stage: Stage
  readonly annotations: Annotations
  readonly layout: RowLook['layout']
  readonly firstSide: Side
  readonly align: { readonly on: boolean; readonly layer: RowLook['layer'] }
  readonly editing: RowLook['editing']
  readonly onSpeaker: (side: Side, run: Run) => void
}

/** How rows are drawn: made anew only when it changes, so that rows are not drawn again for nothing. */
export function useRowLook({
  reading,
  opened,
  stage,
  annotations,
  layout,
  firstSide,
  align: { on, layer },
  editing,
  onSpeaker,
}: RowLookOptions): RowLook {
  const leftLanguage = reading.left.language
  const rightLanguage = reading.right?.language ?? leftLanguage
  const isPaired = reading.right !== null
  const { speakers } = opened
  return useMemo((): RowLook => {
    const bars = on ? beadGutterOf(annotations) : gutterOf(annotations)
    const place = on ? 'below' : 'beside'
    const gutter: RowLook['gutter'] = (row) => (
      <SpeakerMark row={row} source={stage.source} speakers={speakers} onOpen={onSpeaker} place={place}>
        {bars(row)}
      </SpeakerMark>
    )
    const sides: readonly Side[] = isPaired ? [firstSide, otherSide(firstSide)] : ['left']
    return {
      layout,
      sides,
      languages: { left: leftLanguage, right: rightLanguage },
      pointer: stage.pointer,
      gutter,
      layer,
      editing,
    }
  }, [
    layout,
    isPaired,
    firstSide,
    leftLanguage,
    rightLanguage,
    stage,
    annotations,
    on,
    layer,
    editing,
    speakers,
    onSpeaker,
  ])
}
