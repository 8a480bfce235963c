import type { ReactNode } from 'react'
import type { SurveyDimension } from '../../../shared/domain/highlight-survey.ts'
import { useT } from '../../i18n/i18n.ts'
import styles from './group-heading.module.css'
import { useKeyWords } from './use-key-words.ts'
import type { Section } from './survey-layout.ts'

export interface GroupHeadingProps {
  readonly section: Section
  readonly by: SurveyDimension | null
  /** From 1. */
  readonly line: number
}

/** Above the rows of a group: what they have in common, and how many they are. */
export function GroupHeading({ section: { group, count }, by, line }: GroupHeadingProps): ReactNode {
  const t = useT('annotations')
  const words = useKeyWords()
  if (group === null || by === null) return null
  return (
    <div role="row" aria-rowindex={line} className={styles['heading']}>
      <span role="gridcell" className={styles['name']}>
        {by === 'color' && (
          <span
            className={styles['dot']}
            style={{ background: `var(--hue-${group.key ?? ''})` }}
            aria-hidden="true"
          />
        )}
        {words(by, group.key, group.label)}
      </span>
      <span role="gridcell" className={styles['count']}>
        {t('list.groupCount', { count })}
      </span>
    </div>
  )
}
