import { Progress as Base } from '@base-ui/react/progress'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './progress.module.css'

export interface ProgressProps {
  readonly label: string
  readonly value: number
  /** 0: how much there is to do is not known yet. */
  readonly max: number
  readonly className?: string
}

export function Progress({ label, value, max, className }: ProgressProps): ReactNode {
  return (
    <Base.Root
      aria-label={label}
      value={max > 0 ? Math.min(value, max) : null}
      max={max > 0 ? max : 1}
      className={classNames(styles['root'], className)}
    >
      <Base.Track className={styles['track']}>
        <Base.Indicator className={styles['indicator']} />
      </Base.Track>
    </Base.Root>
  )
}
