import type { ReactNode } from 'react'
import type { DoubtfulAnchor } from '../../../shared/contract/schemas/revision.ts'
import { useT } from '../../i18n/i18n.ts'
import styles from './doubt-text.module.css'
import { doubtState } from './doubt-state.ts'

const SHOWN = 400

/** The quote as it was; of a lost one with what stood around it. */
export function QuoteBefore({ doubt }: { readonly doubt: DoubtfulAnchor }): ReactNode {
  const { was, exact, prefix, suffix, state } = doubt
  return (
    <span className={styles['text']} data-face="text">
      {state === 'lost' && <Around text={prefix} side="before" />}
      <mark className={styles['quote']} data-state={state}>
        {short(was ?? exact)}
      </mark>
      {state === 'lost' && <Around text={suffix} side="after" />}
    </span>
  )
}

/** What stands there now, in its context; of a lost one that it is gone. */
export function QuoteNow({ doubt }: { readonly doubt: DoubtfulAnchor }): ReactNode {
  const t = useT('revising')
  const { exact, prefix, suffix } = doubt
  const state = doubtState(doubt)
  if (state !== 'moved') return <span className={styles['gone']}>{t(`doubt.now.${state}`)}</span>
  return (
    <span className={styles['text']} data-face="text">
      <Around text={prefix} side="before" />
      <mark className={styles['quote']}>{short(exact)}</mark>
      <Around text={suffix} side="after" />
    </span>
  )
}

function Around({ text, side }: { readonly text: string; readonly side: 'before' | 'after' }): ReactNode {
  if (text === '') return null
  return <span className={styles['around']}>{side === 'before' ? `…${text}` : `${text}…`}</span>
}

function short(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}
