import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode, RefObject } from 'react'
import styles from './popover.module.css'

export interface PopoverProps {
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly trigger?: ReactElement<Record<string, unknown>>
  /** What it points at, where that is not the trigger: an element, or a rectangle (a selection's). */
  readonly anchor?: Element | { getBoundingClientRect: () => DOMRect } | null
  readonly label: string
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  readonly align?: 'start' | 'center' | 'end'
  readonly initialFocus?: RefObject<HTMLElement | null> | false
  readonly children: ReactNode
}

export function Popover({
  open,
  onOpenChange,
  trigger,
  anchor,
  label,
  side = 'bottom',
  align = 'center',
  initialFocus,
  children,
}: PopoverProps): ReactNode {
  return (
    <Base.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange: (next: boolean) => onOpenChange(next) })}
    >
      {trigger !== undefined && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Positioner
          side={side}
          align={align}
          sideOffset={8}
          className={styles['positioner']}
          {...(anchor === undefined ? {} : { anchor })}
        >
          <Base.Popup
            className={styles['popup']}
            aria-label={label}
            {...(initialFocus === undefined ? {} : { initialFocus })}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
