import type { ComponentProps, ReactNode } from 'react'
import type { Chord } from './chord.ts'
import { classNames } from './class-names.ts'
import styles from './icon-button.module.css'
import { Tooltip } from './tooltip.tsx'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'title'> {
  /** Its name, shown as a tooltip too. */
  readonly label: string
  readonly chord?: Chord
  readonly tooltipSide?: 'top' | 'right' | 'bottom' | 'left'
}

export function IconButton({
  label,
  chord,
  tooltipSide = 'bottom',
  className,
  ...rest
}: IconButtonProps): ReactNode {
  return (
    <Tooltip content={label} side={tooltipSide} {...(chord === undefined ? {} : { chord })}>
      <button
        type="button"
        aria-label={label}
        {...rest}
        className={classNames(styles['button'], className)}
      />
    </Tooltip>
  )
}
