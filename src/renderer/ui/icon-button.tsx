import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './icon-button.module.css'
import type { MayHaveKey } from './kbd.tsx'
import { Tooltip } from './tooltip.tsx'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label' | 'title'>, MayHaveKey {
  /** Its name, shown as a tooltip too. */
  readonly label: string
  readonly tooltipSide?: 'top' | 'right' | 'bottom' | 'left'
}

export function IconButton({
  label,
  chord,
  keyId,
  tooltipSide = 'bottom',
  className,
  ...rest
}: IconButtonProps): ReactNode {
  return (
    <Tooltip content={label} side={tooltipSide} chord={chord} keyId={keyId}>
      <button
        type="button"
        aria-label={label}
        {...rest}
        className={classNames(styles['button'], className)}
      />
    </Tooltip>
  )
}
