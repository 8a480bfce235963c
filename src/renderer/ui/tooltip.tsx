import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'
import { KbdOf, type MayHaveKey } from './kbd.tsx'
import styles from './tooltip.module.css'

/** The key is the one that does the same. */
export interface TooltipProps extends MayHaveKey {
  readonly content: ReactNode
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  /** The element it explains; it needs a name of its own. */
  readonly children: ReactElement<Record<string, unknown>>
}

export function Tooltip({ content, chord, keyId, side = 'bottom', children }: TooltipProps): ReactNode {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className={styles['positioner']}>
          <Base.Popup className={styles['popup']}>
            {content}
            <KbdOf chord={chord} keyId={keyId} />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

/** Shared waiting time of the tooltips within. */
export function TooltipProvider({ children }: { readonly children: ReactNode }): ReactNode {
  return <Base.Provider delay={500}>{children}</Base.Provider>
}
