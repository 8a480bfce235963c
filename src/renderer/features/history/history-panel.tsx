import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
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
import { isComposing } from '../../ui/keys.ts'
import styles from './history-panel.module.css'
import { scopeTarget } from './scope-target.ts'
import { useTravel } from './use-travel.ts'
import { useUndo } from './use-undo.ts'

const SHOWN = 200
/** All that are kept. */
const MOST = 1000

export interface HistoryPanelProps {
  readonly onClose: () => void
}

/** The steps taken, newest first, each in words; with undo and redo, of one step and of all up to one. */
export function HistoryPanel({ onClose }: HistoryPanelProps): ReactNode {
  const t = useT('history')
  const shell = useT('shell')
  const [limit, setLimit] = useState(SHOWN)
  const steps = useApiQuery('history.list', { limit }).data ?? []
  const { undo, redo } = useUndo()
  const list = useRef<HTMLOListElement>(null)
  const newestFirst = steps.toSorted((a, b) => b.seq - a.seq)
  const current = newestFirst.find(({ state }) => state === 'done')
  const { said, asked, isBusy, goTo, confirm, cancel } = useTravel(steps)
  const isWhole = steps.length < limit || limit === MOST

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
      <p role="status" className={styles['said']}>
        {said}
      </p>
      {newestFirst.length === 0 && <p className={styles['empty']}>{t('empty')}</p>}
      {/* Arrows lead from step to step; each is a button as well. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ol
        ref={list}
        tabIndex={-1}
        aria-label={t('title')}
        aria-busy={isBusy}
        className={styles['steps']}
        onKeyDown={walk}
      >
        {newestFirst.map((step) => (
          <Step key={step.seq} step={step} isCurrent={step === current} onGoTo={goTo} onClose={onClose} />
        ))}
        {isWhole && newestFirst.length > 0 && (
          <li className={styles['step']} aria-current={current === undefined ? 'step' : undefined}>
            <Words
              label={t('beginning')}
              when={current === undefined ? t('current') : ''}
              action={current === undefined ? null : t('backToHere')}
              onPress={() => goTo(null)}
            />
          </li>
        )}
      </ol>
      {!isWhole && (
        <Button small tone="quiet" onClick={() => setLimit(MOST)}>
          {t('earlier')}
        </Button>
      )}
      {asked !== null && (
        <Dialog
          open
          onClose={cancel}
          title={t(asked.direction === 'undo' ? 'askUndo' : 'askRedo', { count: asked.count })}
          closeLabel={shell('action.close')}
          size="small"
          footer={
            <>
              <Button onClick={cancel}>{shell('action.cancel')}</Button>
              <Button tone="primary" onClick={confirm}>
                {t(asked.direction === 'undo' ? 'confirmUndo' : 'confirmRedo', { count: asked.count })}
              </Button>
            </>
          }
        >
          <p>{t(asked.direction === 'undo' ? 'askUndoHint' : 'askRedoHint')}</p>
        </Dialog>
      )}
    </Dialog>
  )
}

interface StepProps {
  readonly step: HistoryEntry
  readonly isCurrent: boolean
  readonly onGoTo: (seq: number) => void
  readonly onClose: () => void
}

function Step({ step, isCurrent, onGoTo, onClose }: StepProps): ReactNode {
  const t = useT('history')
  const target = scopeTarget(step.scope)
  const isUndone = step.state === 'undone'
  const state = isUndone ? t('isUndone') : isCurrent ? t('current') : ''
  return (
    <li
      className={styles['step']}
      data-undone={isUndone || undefined}
      aria-current={isCurrent ? 'step' : undefined}
    >
      <Words
        label={describeStep(step.label)}
        when={[formatMomentAlone(step.at), state].filter((words) => words !== '').join(' · ')}
        action={isCurrent ? null : t(isUndone ? 'redoToHere' : 'backToHere')}
        onPress={() => onGoTo(step.seq)}
      />
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

/** A step in words; a button, but where it leads nowhere. It stays the same element: it may have the focus. */
function Words({
  label,
  when,
  action,
  onPress,
}: {
  readonly label: string
  readonly when: string
  readonly action: string | null
  readonly onPress: () => void
}): ReactNode {
  return (
    <button
      type="button"
      data-step=""
      className={styles['words']}
      aria-disabled={action === null || undefined}
      onClick={action === null ? undefined : onPress}
    >
      <span className={styles['label']} title={label}>
        {label}
      </span>
      <span className={styles['when']}>
        {when}
        {action !== null && (
          <span className={styles['action']}>
            {when !== '' && ' · '}
            {action}
          </span>
        )}
      </span>
    </button>
  )
}

/** Up, down, to the first and the last of the steps. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  if (isComposing(event)) return
  const steps = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-step]')]
  const here = steps.findIndex((step) => step.closest('li')?.contains(document.activeElement))
  const last = steps.length - 1
  const to = { ArrowDown: Math.min(last, here + 1), ArrowUp: Math.max(0, here - 1), Home: 0, End: last }[
    event.key
  ]
  if (to === undefined) return
  event.preventDefault()
  steps[to]?.focus()
}
