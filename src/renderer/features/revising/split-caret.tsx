import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { useT } from '../../i18n/i18n.ts'
import styles from './split-caret.module.css'
import { textStore, type SplitCaret } from './text-store.ts'

export interface SplitCaretMarkProps {
  /** Where a caret stands, as a rectangle of the screen; null while its text is not on the page. */
  readonly locate: (caret: SplitCaret) => DOMRect | null
  /** Calls the listener when the text has moved within the page. */
  readonly follow: (listener: () => void) => () => void
}

/** The caret between two characters, where Enter would split. Lies over the text, positioned within it. */
export function SplitCaretMark({ locate, follow }: SplitCaretMarkProps): ReactNode {
  const t = useT('revising')
  const caret = useStore(textStore, (state) => state.caret)
  const mark = useRef<HTMLSpanElement>(null)

  useLayoutEffect(() => {
    const element = mark.current
    if (element === null || caret === null) return
    const place = (): void => {
      const rect = locate(caret)
      const origin = element.offsetParent?.getBoundingClientRect()
      if (rect === null || origin === undefined) {
        element.style.visibility = 'hidden'
        return
      }
      Object.assign(element.style, {
        visibility: 'visible',
        left: `${rect.left - origin.left - 1}px`,
        top: `${rect.top - origin.top}px`,
        height: `${rect.height}px`,
      })
    }
    place()
    return follow(place)
  }, [caret, locate, follow])

  if (caret === null) return null
  return (
    <span ref={mark} className={styles['caret']} data-moving={caret.isMoving || undefined} aria-hidden="true">
      {caret.isMoving && <span className={styles['hint']}>{t(`caret.hint.${caret.purpose}`)}</span>}
    </span>
  )
}
