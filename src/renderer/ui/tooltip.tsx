import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactElement, ReactNode } from 'react'
import type { Chord } from './chord.ts'
import { Kbd } from './kbd.tsx'
import styles from './tooltip.module.css'

export interface TooltipProps {
  readonly content: ReactNode
  /** The key that does the same. */
  readonly chord?: Chord
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  /** The element it explains; it needs a name of its own. */
  readonly children: ReactElement<Record<string, unknown>>
}

export function Tooltip({ content, chord, side = 'bottom', children }: TooltipProps): ReactNode {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} className={styles['positioner']}>
          <Base.Popup className={styles['popup']}>
            {content}
            {chord !== undefined && <Kbd chord={chord} />}
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
