import type { ReactNode } from 'react'
import styles from './stepper.module.css'

/** A number with a button on either side. */
export function Stepper({
  label,
  value,
  less,
  more,
  onStep,
}: {
  readonly label: string
  readonly value: string
  readonly less: { readonly label: string; readonly disabled: boolean; readonly sign: string }
  readonly more: { readonly label: string; readonly disabled: boolean; readonly sign: string }
  readonly onStep: (direction: 1 | -1) => void
}): ReactNode {
  return (
    <div role="group" aria-label={label} className={styles['stepper']}>
      <button type="button" aria-label={less.label} disabled={less.disabled} onClick={() => onStep(-1)}>
        <span data-sign={less.sign} />
      </button>
      <output>{value}</output>
      <button type="button" aria-label={more.label} disabled={more.disabled} onClick={() => onStep(1)}>
        <span data-sign={more.sign} />
      </button>
    </div>
  )
}
