import type { ComponentProps, ReactNode } from 'react'
import styles from './button.module.css'
import { classNames } from './class-names.ts'

export type ButtonTone = 'primary' | 'plain' | 'quiet' | 'danger'

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary`: ink on paper reversed, once a screen. `plain`: a hairline. `quiet`: text alone. `danger`: seal. */
  readonly tone?: ButtonTone
  readonly small?: boolean
}

export function Button({ tone = 'plain', small = false, className, ...rest }: ButtonProps): ReactNode {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(styles['button'], styles[tone], small && styles['small'], className)}
    />
  )
}
