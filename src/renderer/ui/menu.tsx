import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { KbdOf, type MayHaveKey } from './kbd.tsx'
import { CheckIcon } from './icons.tsx'
import styles from './menu.module.css'

export interface MenuProps {
  /** The button that opens it. Without one it is opened by `open`, beside its anchor. */
  readonly trigger?: ReactElement<Record<string, unknown>>
  /** What it stands beside, where that is not the button. */
  readonly anchor?: () => Element | null
  readonly align?: 'start' | 'center' | 'end'
  readonly side?: 'top' | 'right' | 'bottom' | 'left'
  /** Set both where something else may open it too (a right click, a key). */
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly children: ReactNode
}

export function Menu({
  trigger,
  anchor,
  align = 'start',
  side = 'bottom',
  open,
  onOpenChange,
  children,
}: MenuProps): ReactNode {
  return (
    <Base.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange: (next: boolean) => onOpenChange(next) })}
    >
      {trigger !== undefined && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Positioner
          align={align}
          side={side}
          sideOffset={4}
          className={styles['positioner']}
          {...(anchor !== undefined && { anchor })}
        >
          <Base.Popup className={styles['popup']}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

export interface MenuItemProps extends MayHaveKey {
  readonly onSelect: () => void
  readonly danger?: boolean
  readonly disabled?: boolean
  readonly children: ReactNode
}

export function MenuItem({
  onSelect,
  chord,
  keyId,
  danger = false,
  disabled = false,
  children,
}: MenuItemProps): ReactNode {
  return (
    <Base.Item
      onClick={onSelect}
      disabled={disabled}
      className={classNames(styles['item'], danger && styles['danger'])}
    >
      <span className={styles['label']}>{children}</span>
      <KbdOf chord={chord} keyId={keyId} />
    </Base.Item>
  )
}

export function MenuSeparator(): ReactNode {
  return <Base.Separator className={styles['separator']} />
}

export interface MenuSwatch {
  readonly value: string
  readonly label: string
  /** A CSS color; none draws an empty ring. */
  readonly color?: string
}

export interface MenuSwatchesProps {
  readonly label: string
  readonly value: string
  readonly swatches: readonly MenuSwatch[]
  readonly onChange: (value: string) => void
}

/** One of a few colors, in a row. */
export function MenuSwatches({ label, value, swatches, onChange }: MenuSwatchesProps): ReactNode {
  return (
    <Base.Group>
      <Base.GroupLabel className={styles['groupLabel']}>{label}</Base.GroupLabel>
      <Base.RadioGroup
        value={value}
        onValueChange={(next: string) => onChange(next)}
        className={styles['swatches']}
      >
        {swatches.map((swatch) => (
          <Base.RadioItem
            key={swatch.value}
            value={swatch.value}
            closeOnClick
            label={swatch.label}
            aria-label={swatch.label}
            title={swatch.label}
            className={styles['swatch']}
          >
            <span style={{ background: swatch.color }} />
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  )
}

export interface MenuChoicesProps {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (value: string) => void
}

/** One of several, each on a line; the one that holds is marked. */
export function MenuChoices({ label, value, options, onChange }: MenuChoicesProps): ReactNode {
  return (
    <Base.Group>
      <Base.GroupLabel className={styles['groupLabel']}>{label}</Base.GroupLabel>
      <Base.RadioGroup value={value} onValueChange={(next: string) => onChange(next)}>
        {options.map((option) => (
          <Base.RadioItem key={option.value} value={option.value} closeOnClick className={styles['item']}>
            <span className={styles['label']}>{option.label}</span>
            <Base.RadioItemIndicator>
              <CheckIcon size={13} />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  )
}

export interface MenuGroupProps {
  readonly label: string
  readonly children: ReactNode
}

export function MenuGroup({ label, children }: MenuGroupProps): ReactNode {
  return (
    <Base.Group>
      <Base.GroupLabel className={styles['groupLabel']}>{label}</Base.GroupLabel>
      {children}
    </Base.Group>
  )
}
