import { useState } from 'react'
import type { HistoryEntry } from '../../../shared/contract/schemas/history.ts'
import { useCommand } from '../../data/use-command.ts'
import { describeStep } from '../../i18n/describe-step.ts'
import { useT } from '../../i18n/i18n.ts'
import { pathTo, type Path } from './path-to.ts'

/** Longer ways are asked about first. */
export const ASKED_OVER = 20

export interface Travel {
  /** What happened, in words. */
  readonly said: string
  /** A long way that waits to be confirmed. */
  readonly asked: Path | null
  readonly isBusy: boolean
  /** Undoes or redoes up to a step; null: everything. */
  readonly goTo: (seq: number | null) => void
  readonly confirm: () => void
  readonly cancel: () => void
}

/** Undoes or redoes several steps, up to one. */
export function useTravel(steps: readonly HistoryEntry[]): Travel {
  const t = useT('history')
  const [said, setSaid] = useState('')
  const [asked, setAsked] = useState<Path | null>(null)
  const { mutate: send, isPending } = useCommand('history.goTo')

  function travel({ seq }: Path): void {
    setAsked(null)
    send(
      { seq },
      {
        onSuccess: ({ undone, redone, stoppedAt }) => {
          const taken =
            undone > 0 || redone === 0
              ? t('undoneMany', { count: undone })
              : t('redoneMany', { count: redone })
          setSaid(stoppedAt === null ? taken : t('stopped', { taken, step: describeStep(stoppedAt.label) }))
        },
      },
    )
  }

  return {
    said,
    asked,
    isBusy: isPending,
    goTo: (seq) => {
      const path = pathTo(steps, seq)
      if (path.count === 0 || isPending) return
      setSaid('')
      if (path.count > ASKED_OVER) setAsked(path)
      else travel(path)
    },
    confirm: () => {
      if (asked !== null) travel(asked)
    },
    cancel: () => setAsked(null),
  }
}
