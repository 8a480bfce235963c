import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode, RefObject } from 'react'
import { classNames } from './class-names.ts'
import styles from './dialog.module.css'
import { CloseIcon } from './icons.tsx'
import { useModal } from './modal-stack.ts'

export interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  /** Read out, not shown. */
  readonly titleUnseen?: boolean
  readonly description?: ReactNode
  /** Name of the closing cross; none is drawn without it. */
  readonly closeLabel?: string
  readonly size?: 'small' | 'medium' | 'large'
  /** `top`: near the top (palettes). `end`: a panel along the right edge. */
  readonly place?: 'middle' | 'top' | 'end'
  readonly initialFocus?: RefObject<HTMLElement | null>
  /** Buttons, the one to press last. */
  readonly footer?: ReactNode
  readonly children: ReactNode
}

export function Dialog({
  open,
  onClose,
  title,
  titleUnseen = false,
  description,
  closeLabel,
  size = 'medium',
  place = 'middle',
  initialFocus,
  footer,
  children,
}: DialogProps): ReactNode {
  useModal(open)
  return (
    <Base.Root open={open} onOpenChange={(next) => (next ? undefined : onClose())}>
      <Base.Portal>
        <Base.Backdrop className={styles['backdrop']} />
        <Base.Viewport className={classNames(styles['viewport'], styles[place])}>
          <Base.Popup
            className={classNames(styles['popup'], styles[size], place === 'end' && styles['panel'])}
            {...(initialFocus === undefined ? {} : { initialFocus })}
          >
            {titleUnseen ? (
              <Base.Title data-unseen="">{title}</Base.Title>
            ) : (
              <header className={styles['header']}>
                <Base.Title className={styles['title']}>{title}</Base.Title>
              </header>
            )}
            {description !== undefined && (
              <Base.Description className={styles['description']}>{description}</Base.Description>
            )}
            <div className={classNames(styles['body'], titleUnseen && styles['bare'])}>{children}</div>
            {footer !== undefined && <footer className={styles['footer']}>{footer}</footer>}
            {/* Last, so that the focus begins at what the dialog is for. */}
            {closeLabel !== undefined && !titleUnseen && (
              <Base.Close className={styles['close']} aria-label={closeLabel}>
                <CloseIcon />
              </Base.Close>
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
