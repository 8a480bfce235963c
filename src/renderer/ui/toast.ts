import { Toast } from '@base-ui/react/toast'

export interface ToastData {
  readonly tone: 'plain' | 'error'
}

/** Carries toasts from anywhere to the one `<Toaster />`. */
export const toastManager = Toast.createToastManager<ToastData>()

export interface ToastAction {
  readonly label: string
  readonly run: () => void
}

export interface ToastMessage {
  readonly title: string
  readonly description?: string
  /** What can be done about it, e.g. Undo. */
  readonly action?: ToastAction
  readonly tone?: 'plain' | 'error'
  /** A toast with the same id replaces the one before. */
  readonly id?: string
}

/**
 * The id of toasts about a step of the history: done, undone, redone. The latest takes the place of the one
 * before, whose Undo would no longer mean what it said.
 */
export const STEP_TOAST = 'step'

const SHORT = 5_000
const LONG = 10_000

/** Tells the user something in passing. Errors and messages with an action stay longer. */
export function showToast({ title, description, action, tone = 'plain', id }: ToastMessage): string {
  return toastManager.add({
    title,
    data: { tone },
    priority: tone === 'error' ? 'high' : 'low',
    timeout: tone === 'error' || action !== undefined ? LONG : SHORT,
    // Given even where undefined: a toast that replaces another must not inherit its action.
    description,
    actionProps: action === undefined ? undefined : { children: action.label, onClick: action.run },
    ...(id === undefined ? {} : { id }),
  })
}

export function closeToast(id: string): void {
  toastManager.close(id)
}
