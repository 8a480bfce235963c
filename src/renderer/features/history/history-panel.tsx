import { useRef, type ReactNode } from 'react'
import type { HistoryEntry } from '../../../shared/contract/schemas/history.ts'
import { openReading } from '../../data/route.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { describeStep } from '../../i18n/describe-step.ts'
import { formatMomentAlone } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ChevronRightIcon, RedoIcon, UndoIcon } from '../../ui/icons.tsx'
import styles from './history-panel.module.css'
import { scopeTarget } from './scope-target.ts'
import { useUndo } from './use-undo.ts'

const SHOWN = 200

export interface HistoryPanelProps {
  readonly onClose: () => void
}

/** The steps taken, newest first, each in words; with undo and redo. */
export function HistoryPanel({ onClose }: HistoryPanelProps): ReactNode {
  const t = useT('history')
  const shell = useT('shell')
  const steps = useApiQuery('history.list', { limit: SHOWN }).data ?? []
  const { undo, redo } = useUndo()
  const list = useRef<HTMLOListElement>(null)
  const newestFirst = steps.toSorted((a, b) => b.seq - a.seq)
  const current = newestFirst.find(({ state }) => state === 'done')

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('title')}
      closeLabel={shell('action.close')}
      size="small"
      place="end"
      initialFocus={list}
    >
      <div className={styles['buttons']}>
        <Button onClick={undo} disabled={current === undefined}>
          <UndoIcon />
          {shell('action.undo')}
        </Button>
        <Button onClick={redo} disabled={newestFirst[0] === current}>
          <RedoIcon />
          {shell('action.redo')}
        </Button>
      </div>
      {newestFirst.length === 0 && <p className={styles['empty']}>{t('empty')}</p>}
      <ol ref={list} tabIndex={-1} aria-label={t('title')} className={styles['steps']}>
        {newestFirst.map((step) => (
          <Step key={step.seq} step={step} isCurrent={step === current} onClose={onClose} />
        ))}
      </ol>
    </Dialog>
  )
}

interface StepProps {
  readonly step: HistoryEntry
  readonly isCurrent: boolean
  readonly onClose: () => void
}

function Step({ step, isCurrent, onClose }: StepProps): ReactNode {
  const t = useT('history')
  const target = scopeTarget(step.scope)
  return (
    <li
      className={styles['step']}
      data-undone={step.state === 'undone' || undefined}
      aria-current={isCurrent ? 'step' : undefined}
    >
      <span className={styles['words']}>
        <span className={styles['label']}>{describeStep(step.label)}</span>
        <span className={styles['when']}>
          {formatMomentAlone(step.at)}
          {step.state === 'undone' && ` · ${t('isUndone')}`}
          {isCurrent && ` · ${t('current')}`}
        </span>
      </span>
      {target !== null && (
        <IconButton
          label={t('goTo')}
          onClick={() => {
            onClose()
            openReading(target)
          }}
        >
          <ChevronRightIcon />
        </IconButton>
      )}
    </li>
  )
}
