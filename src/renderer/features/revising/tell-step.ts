import { api } from '../../api/api.ts'
import { reportError } from '../../data/query-client.ts'
import { getT } from '../../i18n/i18n.ts'
import { showToast, STEP_TOAST, type ToastAction } from '../../ui/toast.ts'

/** Says in a toast what has just been done, with a way back. */
export function tellStep(title: string, more?: ToastAction): void {
  showToast({
    id: STEP_TOAST,
    untilNextStep: true,
    title,
    action: { label: getT('shell')('action.undo'), run: () => void api.history.undo({}).catch(reportError) },
    ...(more !== undefined && { more }),
  })
}
