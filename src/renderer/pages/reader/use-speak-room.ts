import { useCallback, useMemo, useRef, type RefObject } from 'react'
import type { Run } from '../../../shared/contract/schemas/reader.ts'
import type { Side } from '../../../shared/domain/article.ts'
import { announce } from '../../features/annotating/announce.tsx'
import { askWhoSpeaks } from '../../features/speaking/assign-store.ts'
import { otherSide } from '../../features/reading/reading-layout.ts'
import { articleOf } from '../../features/reading/selected-text.ts'
import { useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../ui/keys.ts'
import type { Workbench } from './highlight-commands.ts'
import type { Turn } from './turn.ts'

export interface SpeakRoom {
  /** The button that confirms a recognised speech. */
  readonly offerButton: RefObject<HTMLButtonElement | null>
  /** Asks who says a run. */
  readonly ask: (side: Side, run: Run) => void
}

/** Who speaks: the keys, and the way from the text to the question. */
export function useSpeakRoom({ stage, selection }: Workbench, turn: Turn): SpeakRoom {
  const t = useT('speaking')
  const offerButton = useRef<HTMLButtonElement>(null)
  const ask = useCallback(
    (side: Side, { blockId }: Run): void =>
      askWhoSpeaks({ articleId: articleOf(stage.source, side), fromBlockId: blockId, toBlockId: blockId }),
    [stage],
  )

  /** The paragraphs of the selection, or that of the current row. */
  async function askHere(): Promise<void> {
    const { source, pointer } = stage
    const range = selection.currentRange()
    if (range !== null) {
      const first = source.home(range.start.segmentId)
      const last = source.home(range.end.segmentId) ?? first
      if (first === null || last === null) return
      askWhoSpeaks({
        articleId: articleOf(source, range.side),
        fromBlockId: first.run.blockId,
        toBlockId: last.run.blockId,
      })
      return
    }
    const { rowIndex, side } = pointer.getState()
    await source.load(source.chunkOf(rowIndex))
    const row = source.row(rowIndex)
    const chosen = row?.[side][0] === undefined ? otherSide(side) : side
    const run = row?.[chosen][0]
    if (run !== undefined) ask(chosen, run)
  }

  useKeys(t('keys.group'), [
    { chord: 'KeyB', id: 'speaking.assign', label: t('keys.assign'), run: () => void turn.take(askHere) },
    {
      chord: 'Shift+KeyB',
      id: 'speaking.offer',
      label: t('keys.offer'),
      run: () => {
        if (offerButton.current === null) announce(t('said.nothing'))
        else offerButton.current.focus()
      },
    },
  ])
  return useMemo(() => ({ offerButton, ask }), [ask])
}
