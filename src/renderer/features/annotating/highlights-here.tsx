import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { Annotation } from '../../../shared/contract/schemas/annotation.ts'
import type { HighlightId } from '../../../shared/domain/ids.ts'
import { useT } from '../../i18n/i18n.ts'
import { primarySpan } from './annotation-order.ts'
import { hue } from './color-buttons.tsx'
import { tagsOf, useDesk } from './desk.ts'
import styles from './highlights-here.module.css'

export interface HighlightsHereProps {
  /** Smallest first. */
  readonly here: readonly Annotation[]
  readonly active: HighlightId
  readonly onChoose: (id: HighlightId) => void
  /** Makes one of the active highlight and this one. */
  readonly onMerge: (id: HighlightId) => void
}

/** All highlights that lie over one another here, each to be reached: arrows and Enter, or a press. */
export function HighlightsHere({ here, active, onChoose, onMerge }: HighlightsHereProps): ReactNode {
  const t = useT('annotating')
  const { tags, articles, colorName } = useDesk()
  const list = useRef<HTMLUListElement>(null)

  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus()
  }, [])

  function onKeyDown(event: KeyboardEvent<HTMLUListElement>): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    const lines = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-line]')]
    const at = lines.findIndex((line) => line.parentElement?.contains(document.activeElement))
    lines[(at + step + lines.length) % lines.length]?.focus()
    event.preventDefault()
    event.stopPropagation()
  }

  const kept = here.find(({ id }) => id === active)
  const articleId = kept === undefined ? undefined : primarySpan(kept)?.articleId
  return (
    // The buttons inside have the focus; arrows go from one to the next.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul ref={list} className={styles['list']} aria-label={t('here.label')} onKeyDown={onKeyDown}>
      {here.map((annotation) => {
        const span = primarySpan(annotation)
        const applied = tagsOf(tags, annotation.tagIds)
        const isActive = annotation.id === active
        return (
          <li key={annotation.id} className={styles['item']} style={hue(annotation.color)}>
            <button
              type="button"
              data-line=""
              className={styles['line']}
              aria-current={isActive}
              onClick={() => onChoose(annotation.id)}
            >
              <span
                className={styles['quote']}
                data-face="text"
                lang={articles.find(({ id }) => id === span?.articleId)?.language}
              >
                {span?.exact}
              </span>
              <span className={styles['about']}>
                {[colorName(annotation.color), ...applied.map(({ path }) => path)].join(' · ')}
              </span>
            </button>
            {!isActive && span?.articleId === articleId && (
              <button type="button" className={styles['merge']} onClick={() => onMerge(annotation.id)}>
                {t('here.merge')}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
