import { Checkbox as Base } from '@base-ui/react/checkbox'
import type { ReactNode } from 'react'
import styles from './checkbox.module.css'
import { CheckIcon, DashIcon } from './icons.tsx'

export interface CheckboxProps {
  readonly label: string
  readonly labelUnseen?: boolean
  readonly hint?: string
  readonly checked: boolean
  /** Some of what it stands for is checked. */
  readonly mixed?: boolean
  readonly disabled?: boolean
  /** False inside a grid, which has the keyboard to itself. */
  readonly focusable?: boolean
  readonly onChange: (checked: boolean) => void
}

export function Checkbox({
  label,
  labelUnseen = false,
  hint,
  checked,
  mixed = false,
  disabled = false,
  focusable = true,
  onChange,
}: CheckboxProps): ReactNode {
  const box = (
    <Base.Root
      checked={checked}
      indeterminate={mixed}
      disabled={disabled}
      onCheckedChange={(next) => onChange(next)}
      className={styles['box']}
      {...(focusable ? {} : { tabIndex: -1 })}
      {...(labelUnseen ? { 'aria-label': label } : {})}
    >
      <Base.Indicator className={styles['indicator']}>
        {mixed ? <DashIcon size={12} /> : <CheckIcon size={12} />}
      </Base.Indicator>
    </Base.Root>
  )
  if (labelUnseen) return box
  return (
    // The label wraps its control.
    <label className={styles['row']}>
      {box}
      <span>
        {label}
        {hint !== undefined && <span className={styles['hint']}>{hint}</span>}
      </span>
    </label>
  )
}
