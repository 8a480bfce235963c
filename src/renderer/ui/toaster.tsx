import { Toast } from '@base-ui/react/toast'
import type { ReactNode } from 'react'
import { CloseIcon } from './icons.tsx'
import { toastManager, type ToastData } from './toast.ts'
import styles from './toaster.module.css'

export interface ToasterProps {
  readonly label: string
  readonly closeLabel: string
}

/** Where toasts appear. Once in the app. */
export function Toaster({ label, closeLabel }: ToasterProps): ReactNode {
  return (
    <Toast.Provider toastManager={toastManager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className={styles['viewport']} aria-label={label}>
          <ToastList closeLabel={closeLabel} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function ToastList({ closeLabel }: { readonly closeLabel: string }): ReactNode {
  const { toasts, close } = Toast.useToastManager<ToastData>()
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={styles['toast']} data-tone={toast.data?.tone}>
      <Toast.Content className={styles['content']}>
        <div className={styles['words']}>
          <Toast.Title className={styles['title']} />
          <Toast.Description className={styles['description']} />
        </div>
        {toast.data?.more !== undefined && (
          <button
            type="button"
            className={styles['action']}
            onClick={() => {
              close(toast.id)
              toast.data?.more?.run()
            }}
          >
            {toast.data.more.label}
          </button>
        )}
        {toast.actionProps !== undefined && (
          // It takes the action's own properties, onClick among them, by itself.
          <Toast.Action className={styles['action']} onClick={() => close(toast.id)} />
        )}
        <Toast.Close className={styles['close']} aria-label={closeLabel}>
          <CloseIcon size={14} />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}
