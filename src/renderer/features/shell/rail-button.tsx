import type { ReactNode } from 'react'
import type { Chord } from '../../ui/chord.ts'
import { Tooltip } from '../../ui/tooltip.tsx'
import styles from './rail.module.css'

export interface RailButtonProps {
  readonly label: string
  readonly chord?: Chord
  readonly current?: boolean
  readonly disabled?: boolean
  readonly onClick: () => void
  readonly children: ReactNode
}

export function RailButton({
  label,
  chord,
  current = false,
  disabled = false,
  onClick,
  children,
}: RailButtonProps): ReactNode {
  return (
    <Tooltip content={label} side="right" {...(chord === undefined ? {} : { chord })}>
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
