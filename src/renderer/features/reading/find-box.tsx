import { useEffect, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { formatCount } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { ChevronDownIcon, ChevronUpIcon } from './find-icons.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { isComposing } from '../../ui/keys.ts'
import styles from './find-box.module.css'
import type { Find } from './use-find.ts'

const PAUSE = 150

export interface FindBoxProps {
  readonly find: Find
  readonly bilingual: boolean
  readonly input: RefObject<HTMLInputElement | null>
  readonly onStep: (step: 1 | -1) => void
  /** Leaves the box: back to the text. */
  readonly onLeave: () => void
}

/** Finds in the open text: Enter and Shift+Enter step, Esc leads back. */
export function FindBox({ find, bilingual, input, onStep, onLeave }: FindBoxProps): ReactNode {
  const t = useT('reading')
  const [typed, setTyped] = useState(find.query)
  const [composing, setComposing] = useState(false)
  const { setQuery, query } = find

  useEffect(() => {
    // Half a syllable of an input method is nothing to look for.
    if (composing || typed === query) return
    const timer = setTimeout(() => setQuery(typed), PAUSE)
    return () => clearTimeout(timer)
  }, [typed, composing, query, setQuery])

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Enter') {
      if (typed === query) onStep(event.shiftKey ? -1 : 1)
      else setQuery(typed)
    } else if (event.key === 'Escape') {
      setTyped('')
      setQuery('')
      onLeave()
    } else {
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  const label = t(bilingual ? 'find.placeholder' : 'find.placeholderSingle')
  return (
    <search className={styles['box']} aria-label={t('find.label')}>
      <input
        ref={input}
        className={styles['input']}
        aria-label={t('find.label')}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={onKeyDown}
      />
      <span role="status" className={styles['count']}>
        {countOf(find, t)}
      </span>
      {query.trim() === '' ? (
        <Kbd keyId="reading.find" />
      ) : (
        <>
          <IconButton label={t('find.previous')} chord="Shift+Enter" onClick={() => onStep(-1)}>
            <ChevronUpIcon />
          </IconButton>
          <IconButton label={t('find.next')} chord="Enter" onClick={() => onStep(1)}>
            <ChevronDownIcon />
          </IconButton>
        </>
      )}
    </search>
  )
}

function countOf(find: Find, t: ReturnType<typeof useT<'reading'>>): string {
  if (find.query.trim() === '') return ''
  if (find.hits.length === 0) return find.isAsking ? '' : t('find.none')
  const at = find.current < 0 ? '–' : formatCount(find.current + 1)
  return t('find.count', { at, total: formatCount(find.total) })
}
