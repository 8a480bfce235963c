import type { ReactNode } from 'react'
import { IconButton } from './icon-button.tsx'
import { DashIcon, PlusIcon } from './icons.tsx'
import styles from './stepper.module.css'

export interface StepperProps {
  readonly label: string
  readonly smallerLabel: string
  readonly largerLabel: string
  readonly value: number
  /** The value in words. */
  readonly text: string
  readonly min: number
  readonly max: number
  readonly step: number
  readonly onChange: (value: number) => void
}

/** A number within bounds: a slider between less and more. */
export function Stepper({
  label,
  smallerLabel,
  largerLabel,
  value,
  text,
  min,
  max,
  step,
  onChange,
}: StepperProps): ReactNode {
  const set = (next: number): void => onChange(Math.max(min, Math.min(max, next)))
  return (
    <span className={styles['stepper']}>
      <IconButton label={smallerLabel} disabled={value <= min} onClick={() => set(value - step)}>
        <DashIcon />
      </IconButton>
      <input
        type="range"
        className={styles['range']}
        aria-label={label}
        aria-valuetext={text}
        min={min}
        max={max}
        step={step}
        value={value}
        onChange={(event) => set(event.currentTarget.valueAsNumber)}
      />
      <IconButton label={largerLabel} disabled={value >= max} onClick={() => set(value + step)}>
        <PlusIcon />
      </IconButton>
      <output className={styles['value']}>{text}</output>
    </span>
  )
}
