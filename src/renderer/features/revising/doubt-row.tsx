import type { ReactNode } from 'react'
import type { DoubtfulAnchor } from '../../../shared/contract/schemas/revision.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { doubtState } from './doubt-state.ts'
import { QuoteBefore, QuoteNow } from './doubt-text.tsx'
import styles from './review-room.module.css'

export interface DoubtRowProps {
  readonly doubt: DoubtfulAnchor
  readonly language: string | undefined
  readonly domId: string
  readonly isCurrent: boolean
  readonly isSelected: boolean
  readonly onFocus: () => void
  readonly onToggle: () => void
  readonly onAccept: () => void
  readonly onAdjust: () => void
  readonly onDetach: () => void
}

/** One highlight or end of a link: the text it was made on, what is there now, and what can be done. */
export function DoubtRow(props: DoubtRowProps): ReactNode {
  const { doubt, language, domId, isCurrent, isSelected } = props
  const t = useT('revising')
  const state = doubtState(doubt)
  const quote = (doubt.was ?? doubt.exact).slice(0, 60)
  return (
    <div
      id={domId}
      role="row"
      tabIndex={isCurrent ? 0 : -1}
      aria-selected={isSelected}
      data-current={isCurrent || undefined}
      className={styles['row']}
      onFocus={props.onFocus}
    >
      <span role="gridcell" className={styles['state']} data-state={state}>
        <Checkbox
          label={t('review.selectOne', { quote })}
          labelUnseen
          focusable={false}
          checked={isSelected}
          onChange={props.onToggle}
        />
        <span>
          {t(`doubt.${state}`)}
          {doubt.kind === 'link' && <span className={styles['kind']}>{t('doubt.link')}</span>}
        </span>
      </span>
      <span role="gridcell" className={styles['before']} lang={language}>
        <QuoteBefore doubt={doubt} />
      </span>
      <span role="gridcell" className={styles['now']} lang={state === 'moved' ? language : undefined}>
        <QuoteNow doubt={doubt} />
      </span>
      <span role="gridcell" className={styles['actions']}>
        {state === 'moved' && (
          <Button small aria-label={t('review.acceptOne', { quote })} onClick={props.onAccept}>
            {t('review.accept')}
          </Button>
        )}
        <Button
          small
          aria-label={t(state === 'moved' ? 'review.adjustOne' : 'review.attachOne', { quote })}
          onClick={props.onAdjust}
        >
          {t(state === 'moved' ? 'review.adjustShort' : 'review.attachShort')}
        </Button>
        {state === 'moved' && (
          <Button small tone="quiet" aria-label={t('review.detachOne', { quote })} onClick={props.onDetach}>
            {t('review.detach')}
          </Button>
        )}
      </span>
    </div>
  )
}
