import { Toast } from '@base-ui/react/toast'

export interface ToastData {
  readonly tone: 'plain' | 'error'
  /** A second thing that can be done, beside the action. */
  readonly more?: ToastAction
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
  /** Something else that can be done, e.g. Open. */
  readonly more?: ToastAction
  /** Its action is about the newest step of the history, and means something else after the next one. */
  readonly untilNextStep?: boolean
  readonly tone?: 'plain' | 'error'
  /** A toast with the same id replaces the one before. */
  readonly id?: string
}

/**
 * The id of toasts about a step of the history: done, undone, redone. The latest takes the place of the one
 * before, whose Undo would no longer mean what it said.
 */
export const STEP_TOAST = 'step'

const stepListeners = new Set<(untilNextStep: boolean) => void>()

/** Calls the listener when a toast about a step is shown. */
export function onStepToast(listener: (untilNextStep: boolean) => void): () => void {
  stepListeners.add(listener)
  return () => stepListeners.delete(listener)
}

const SHORT = 5_000
const LONG = 8_000
/** What was said as late as this before leaving a page is about where it led. */
const FRESH = 700

/** Plain messages without an action, and when each was shown. */
const passing = new Map<string, number>()

/** Tells the user something in passing. What offers an action stays longer, an error until it is closed. */
export function showToast({
  title,
  description,
  action,
  more,
  untilNextStep = false,
  tone = 'plain',
  id,
}: ToastMessage): string {
  const isError = tone === 'error'
  const shown: string = toastManager.add({
    title,
    data: { tone, ...(more !== undefined && { more }) },
    priority: isError ? 'high' : 'low',
    // 0: until it is closed.
    timeout: isError ? 0 : action === undefined && more === undefined ? SHORT : LONG,
    // Given even where undefined: a toast that replaces another must not inherit its action.
    description,
    actionProps: action === undefined ? undefined : { children: action.label, onClick: action.run },
    onRemove: () => passing.delete(shown),
    // The same error again takes the place of the first.
    ...(id === undefined ? (isError ? { id: `error: ${title}` } : {}) : { id }),
  })
  if (shown === STEP_TOAST) for (const listener of stepListeners) listener(untilNextStep)
  if (isError || action !== undefined || more !== undefined) passing.delete(shown)
  else passing.set(shown, Date.now())
  return shown
}

/** Takes away what was said about a page that is left; what offers an action, and errors, stay. */
export function closePassingToasts(): void {
  for (const [id, at] of passing) if (Date.now() - at > FRESH) toastManager.close(id)
}

export function closeToast(id: string): void {
  toastManager.close(id)
}
