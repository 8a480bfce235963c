import type { ReactNode } from 'react'
import { Tooltip } from '../../ui/tooltip.tsx'
import styles from './rail.module.css'

export interface RailButtonProps {
  readonly label: string
  /** What the user's changes of keys know it by. */
  readonly keyId?: string
  readonly current?: boolean
  readonly disabled?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

export function RailButton({
  label,
  keyId,
  current = false,
  disabled = false,
  onClick,
  children,
}: RailButtonProps): ReactNode {
  return (
    <Tooltip content={label} side="right" keyId={keyId}>
      <button
        type="button"
        className={styles['button']}
        aria-label={label}
        aria-current={current ? 'page' : undefined}
        aria-disabled={disabled || undefined}
        onClick={disabled ? undefined : onClick}
      >
        {children}
      </button>
    </Tooltip>
  )
}
