import { api, onEvent } from '../../api/api.ts'
import { closeToast, onStepToast, STEP_TOAST } from '../../ui/toast.ts'

/** Takes a toast that offers Undo or Redo away with the next step, after which it would no longer mean what it says. */
export function followStepToast(): void {
  let shown = 0
  let newest: string | null = null
  onStepToast((untilNextStep) => {
    shown += 1
    newest = null
    if (!untilNextStep) return
    const turn = shown
    void newestStep().then((step) => {
      if (turn === shown) newest = step
    })
  })
  onEvent((event) => {
    if (newest === null || event.name !== 'changed' || !event.entities.includes('history')) return
    const turn = shown
    void newestStep().then((step) => {
      if (turn !== shown || newest === null || step === null || step === newest) return
      newest = null
      closeToast(STEP_TOAST)
    })
  })
}

async function newestStep(): Promise<string | null> {
  try {
    const [step] = await api.history.list({ limit: 1 })
    return JSON.stringify([step?.seq, step?.state, step?.at])
  } catch {
    // Then it goes by itself, a little later.
    return null
  }
}
