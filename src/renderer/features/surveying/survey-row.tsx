import type { MouseEvent, ReactNode } from 'react'
import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import type { SurveyRow } from '../../../shared/contract/schemas/survey.ts'
import type { TagId } from '../../../shared/domain/ids.ts'
import { useSettings } from '../../data/settings.ts'
import { useT } from '../../i18n/i18n.ts'
import { useColorNames } from '../../i18n/use-color-names.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import styles from './survey-row.module.css'

export interface SurveyRowProps {
  /** Null while it is on its way. */
  readonly row: SurveyRow | null
  readonly domId: string
  /** Its place among the lines of the list, from 1. */
  readonly line: number
  readonly isCurrent: boolean
  readonly isSelected: boolean
  readonly tagById: ReadonlyMap<TagId, Tag>
  readonly onPress: (row: SurveyRow, event: MouseEvent) => void
  readonly onToggle: (row: SurveyRow) => void
}

/** A highlight: its quote and what stands on the other side, where it is from, what hangs on it. */
export function SurveyRowView({
  row,
  domId,
  line,
  isCurrent,
  isSelected,
  tagById,
  onPress,
  onToggle,
}: SurveyRowProps): ReactNode {
  const t = useT('annotations')
  const colorNames = useColorNames(useSettings().colorNames)
  if (row === null) {
    return (
      <div id={domId} role="row" aria-rowindex={line} aria-busy="true" className={styles['row']}>
        <div role="gridcell" aria-label={t('list.loading')} />
      </div>
    )
  }
  const tags = row.tagIds.flatMap((id) => tagById.get(id) ?? [])
  const from = [row.articleTitle, row.date, row.speaker].filter((part) => part !== null)
  return (
    // The grid itself has the keyboard (aria-activedescendant); the row answers the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={domId}
      role="row"
      aria-rowindex={line}
      aria-selected={isSelected}
      data-current={isCurrent || undefined}
      className={styles['row']}
      onClick={(event) => onPress(row, event)}
    >
      <div role="gridcell" className={styles['check']} {...DEAF}>
        <Checkbox
          label={t('list.select', { quote: row.quote.text.slice(0, 40) })}
          labelUnseen
          focusable={false}
          checked={isSelected}
          onChange={() => onToggle(row)}
        />
      </div>
      <div role="gridcell" className={styles['quote']} data-face="text" lang={row.language}>
        <span
          className={styles['color']}
          style={{ background: `var(--hue-${row.color})` }}
          title={colorNames[row.color]}
        >
          <span data-unseen="">{colorNames[row.color]}</span>
        </span>
        <span className={styles['clamp']}>{shown(row.quote)}</span>
      </div>
      {row.counterpart === null ? (
        <div role="gridcell" className={styles['facing']} aria-label={t('list.noCounterpart')} />
      ) : (
        <div
          role="gridcell"
          className={styles['facing']}
          data-face="text"
          data-kind={row.counterpart.kind}
          lang={row.counterpart.language}
          title={t(`list.${row.counterpart.kind}`)}
        >
          <span className={styles['clamp']}>{shown(row.counterpart.quote)}</span>
        </div>
      )}
      <div role="gridcell" className={styles['about']}>
        <span className={styles['from']}>{from.join(' · ')}</span>
        {row.state !== 'ok' && <span className={styles['state']}>{t(`states.${row.state}`)}</span>}
        {tags.map((tag) => (
          <span key={tag.id} className={styles['tag']}>
            {tag.color !== null && (
              <span
                className={styles['dot']}
                style={{ background: `var(--hue-${tag.color})` }}
                aria-hidden="true"
              />
            )}
            {tag.path}
          </span>
        ))}
        {row.note !== null && <span className={styles['note']}>{shown(row.note)}</span>}
      </div>
    </div>
  )
}

function shown({ text, isCut }: SurveyRow['quote']): string {
  return isCut ? `${text}…` : text
}

// A press on the box must not open the row.
const DEAF = {
  onClick: (event: MouseEvent) => event.stopPropagation(),
}
