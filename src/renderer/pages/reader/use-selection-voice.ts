import { useEffect } from 'react'
import { alignStore } from '../../features/aligning/align-store.ts'
import { announce } from '../../features/annotating/announce.tsx'
import { describeHighlight } from '../../features/annotating/describe-highlight.ts'
import { partsOf, tidyParts } from '../../features/reading/selected-text.ts'
import { getT } from '../../i18n/i18n.ts'
import type { Workbench } from './highlight-commands.ts'
import { caretPlace, inRow } from './overlap-commands.ts'

/** Keys that are held down are heard once. */
const PAUSE = 120
/** Of a longer selection its end is said: that is what moves. */
const LONGEST = 120

/** Says what is selected, which highlights the caret has come to, and how many a row has: none of it is otherwise heard. */
export function useSelectionVoice(bench: Workbench): void {
  useEffect(() => {
    const { stage, annotations, selection } = bench
    let timer: ReturnType<typeof setTimeout> | undefined
    const sayLater = (words: () => string): void => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const said = words()
        if (said !== '') announce(said)
      }, PAUSE)
    }
    const stopSelection = selection.store.subscribe(({ range, settled }) => {
      clearTimeout(timer)
      if (range !== null && settled) sayLater(() => selectionInWords(bench))
    })
    const stopRows = stage.pointer.subscribe(({ rowIndex, shown }, before) => {
      if (!shown || (rowIndex === before.rowIndex && before.shown)) return
      // The align layer says more of a row; a highlight that is at hand, and a selection, say themselves.
      const { active } = annotations.store.getState()
      if (alignStore.getState().on || active !== null || selection.currentRange() !== null) return
      sayLater(() => {
        const count = inRow(stage, annotations).length
        return count === 0 || selection.currentRange() !== null
          ? ''
          : getT('annotating')('said.inRow', { count })
      })
    })
    return () => {
      clearTimeout(timer)
      stopSelection()
      stopRows()
    }
  }, [bench])
}

function selectionInWords(bench: Workbench): string {
  const { stage, annotations, selection } = bench
  const range = selection.currentRange()
  const parts = range === null ? null : partsOf(stage.source, range)
  if (parts === null) return ''
  const text = tidyParts(parts)
    .map((part) => part.text.slice(part.start, part.end))
    .join('')
  const t = getT('annotating')
  const words = text.length > LONGEST ? `…${text.slice(-LONGEST)}` : text
  const place = caretPlace(bench)
  // The character that the caret has just passed: the last one selected, backwards the first.
  const isAtStart = place?.segmentId === range?.start.segmentId && place?.offset === range?.start.offset
  const from = isAtStart ? (place?.offset ?? 0) : Math.max(0, (place?.offset ?? 0) - 1)
  const here = place === null ? [] : annotations.book.touching(place.segmentId, from, from + 1)
  return [
    t('said.selected', { text: words }),
    ...here.flatMap((id) => {
      const annotation = annotations.book.get(id)
      return annotation === null
        ? []
        : [t('said.here', { about: describeHighlight(annotation, annotations.tagPaths) })]
    }),
  ].join(t('said.join'))
}
