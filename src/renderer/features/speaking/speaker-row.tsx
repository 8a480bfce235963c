import type { ReactNode } from 'react'
import type { SpeakerSummary } from '../../../shared/contract/schemas/speaker.ts'
import { nearestName, speakerName } from '../../../shared/domain/speaker.ts'
import { formatCount } from '../../i18n/format.ts'
import { useT, useUiLanguage } from '../../i18n/i18n.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { MoreIcon } from '../../ui/icons.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import styles from './speakers-view.module.css'

export interface SpeakerRowProps {
  readonly id: string
  readonly speaker: SpeakerSummary
  readonly isCurrent: boolean
  readonly onCurrent: () => void
  readonly onEdit: () => void
  readonly onMerge: () => void
  readonly onRemove: () => void
  readonly onHighlights: () => void
  readonly onExport: () => void
}

/** One speaker: names in both languages, the role, and how much is theirs. */
export function SpeakerRow({ id, speaker, isCurrent, onCurrent, ...does }: SpeakerRowProps): ReactNode {
  const t = useT('speaking')
  const language = useUiLanguage()
  const first = nearestName(speaker, language)
  const others = speaker.names.filter((each) => each !== first)
  const ordered = [...(first === null ? [] : [first]), ...others]
  const roles = ordered.filter(({ role }) => role !== null)
  return (
    // The grid has the keys; a press makes the row the current one.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="row"
      aria-selected={isCurrent}
      className={styles['row']}
      onClick={onCurrent}
      onDoubleClick={does.onEdit}
    >
      <span role="gridcell" className={styles['names']}>
        {ordered.map((each) => (
          <span key={each.language} lang={each.language}>
            {each.name}
          </span>
        ))}
      </span>
      <span role="gridcell" className={styles['roles']}>
        {roles.map((each) => (
          <span key={each.language} lang={each.language}>
            {each.role}
          </span>
        ))}
      </span>
      <span role="gridcell" className={styles['figure']}>
        {formatCount(speaker.blockCount)}
      </span>
      <span role="gridcell" className={styles['figure']}>
        {formatCount(speaker.articleCount)}
      </span>
      <span role="gridcell" className={styles['figure']}>
        {speaker.highlightCount === 0 ? (
          '0'
        ) : (
          <button
            type="button"
            tabIndex={-1}
            className={styles['link']}
            aria-label={t('list.openHighlights', { count: speaker.highlightCount })}
            onClick={does.onHighlights}
          >
            {formatCount(speaker.highlightCount)}
          </button>
        )}
        <span className={styles['menu']}>
          <Menu
            align="end"
            trigger={
              <IconButton
                label={t('list.menu', { name: speakerName(speaker, language) ?? '' })}
                tabIndex={isCurrent ? 0 : -1}
              >
                <MoreIcon />
              </IconButton>
            }
          >
            <MenuItem keyId="speakers.edit" onSelect={does.onEdit}>
              {t('action.edit')}
            </MenuItem>
            <MenuItem keyId="speakers.merge" onSelect={does.onMerge}>
              {t('action.merge')}
            </MenuItem>
            <MenuItem keyId="speakers.highlights" onSelect={does.onHighlights}>
              {t('action.highlights')}
            </MenuItem>
            <MenuItem keyId="speakers.export" onSelect={does.onExport}>
              {t('action.export')}
            </MenuItem>
            <MenuSeparator />
            <MenuItem danger keyId="speakers.remove" onSelect={does.onRemove}>
              {t('action.remove')}
            </MenuItem>
          </Menu>
        </span>
      </span>
    </div>
  )
}
