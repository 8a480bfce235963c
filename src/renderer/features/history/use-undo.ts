import { useMemo } from 'react'
import { useCommand } from '../../data/use-command.ts'
import { describeStep } from '../../i18n/describe-step.ts'
import { getT } from '../../i18n/i18n.ts'
import { goToStep, isElsewhere } from './step-place.ts'
import { showToast, STEP_TOAST } from '../../ui/toast.ts'

export interface UndoActions {
  readonly undo: () => void
  readonly redo: () => void
}

/** Undo and redo over the whole library, each told in words. */
export function useUndo(): UndoActions {
  const { mutate: sendUndo } = useCommand('history.undo')
  const { mutate: sendRedo } = useCommand('history.redo')

  return useMemo(() => {
    const redo = (): void =>
      sendRedo(
        {},
        {
          onSuccess: ({ redone }) => {
            const t = getT('history')
            const title =
              redone === null ? t('nothingToRedo') : t('redone', { step: describeStep(redone.label) })
            showToast({ id: STEP_TOAST, title })
          },
        },
      )
    const undo = (): void =>
      sendUndo(
        {},
        {
          onSuccess: ({ undone, segmentId }) => {
            const t = getT('history')
            if (undone === null) {
              showToast({ id: STEP_TOAST, title: t('nothingToUndo') })
              return
            }
            showToast({
              id: STEP_TOAST,
              untilNextStep: true,
              title: t('undone', { step: describeStep(undone.label) }),
              action: { label: getT('shell')('action.redo'), run: redo },
              ...(isElsewhere(undone.scope, segmentId) && {
                more: { label: t('goThere'), run: () => void goToStep(undone.scope, segmentId) },
              }),
            })
          },
        },
      )
    return { undo, redo }
  }, [sendUndo, sendRedo])
}
