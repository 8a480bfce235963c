import type { ReactNode } from 'react'
import { COLORS } from '../../../shared/domain/highlight.ts'
import { useSettings } from '../../data/settings.ts'
import { useT } from '../../i18n/i18n.ts'
import { useColorNames } from '../../i18n/use-color-names.ts'
import { Button } from '../../ui/button.tsx'
import styles from './survey-bar.module.css'
import { clearSelection, countSelected, selectAll, useSurveySelection } from './survey-selection.ts'
import type { TagWish } from './tag-dialog.tsx'
import type { SurveyActions, Target } from './use-survey-actions.ts'

export interface SurveyBarProps {
  readonly total: number
  readonly actions: SurveyActions
  readonly onTag: (wish: TagWish) => void
}

/** What can be done with the selected highlights. */
export function SurveyBar({ total, actions, onTag }: SurveyBarProps): ReactNode {
  const t = useT('annotations')
  const colorNames = useColorNames(useSettings().colorNames)
  const selected = useSurveySelection((state) => state.selected)
  const count = countSelected(selected, total)
  if (count === 0) return null
  const act = (work: (target: Target) => void) => () => {
    const target = actions.target(null)
    if (target !== null) work(target)
  }
  return (
    <div className={styles['bar']} role="toolbar" aria-label={t('selection.label')}>
      <strong className={styles['count']} role="status">
        {t('selection.count', { count })}
      </strong>
      {count < total && (
        <Button small tone="quiet" onClick={selectAll}>
          {t('selection.all', { count: total })}
        </Button>
      )}
      <Button small onClick={act((target) => onTag({ kind: 'tag', target }))}>
        {t('selection.tag')}
      </Button>
      <Button small onClick={act((target) => onTag({ kind: 'untag', target }))}>
        {t('selection.untag')}
      </Button>
      <span role="group" aria-label={t('selection.colors')} className={styles['colors']}>
        {COLORS.map((color) => (
          <button
            key={color}
            type="button"
            className={styles['color']}
            aria-label={t('selection.color', { color: colorNames[color] })}
            title={colorNames[color]}
            onClick={act((target) => actions.recolor(target, color))}
          >
            <span data-sign={color} style={{ background: `var(--hue-${color})` }} />
          </button>
        ))}
      </span>
      <Button small onClick={act(actions.exportThem)}>
        {t('selection.export')}
      </Button>
      <Button small tone="danger" onClick={act(actions.remove)}>
        {t('selection.remove')}
      </Button>
      <Button small tone="quiet" onClick={clearSelection}>
        {t('selection.clear')}
      </Button>
    </div>
  )
}
