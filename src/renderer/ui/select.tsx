import { Select as Base } from '@base-ui/react/select'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { CheckIcon, ChevronDownIcon } from './icons.tsx'
import styles from './select.module.css'

export interface SelectOption<Value extends string> {
  readonly value: Value
  readonly label: string
  /** Options that follow each other with the same group stand under its name. */
  readonly group?: string
}

export interface SelectProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly SelectOption<Value>[]
  readonly onChange: (value: Value) => void
  readonly quiet?: boolean
  readonly disabled?: boolean
  readonly className?: string
}

/** One of a few. `label` names it for screen readers; draw a visible label beside it where it needs one. */
export function Select<Value extends string>({
  label,
  value,
  options,
  onChange,
  quiet = false,
  disabled = false,
  className,
}: SelectProps<Value>): ReactNode {
  return (
    <Base.Root
      items={options}
      value={value}
      disabled={disabled}
      onValueChange={(next) => {
        if (next !== null) onChange(next)
      }}
    >
      <Base.Trigger
        aria-label={label}
        className={classNames(styles['trigger'], quiet && styles['quiet'], className)}
      >
        <Base.Value className={styles['value']} />
        <Base.Icon className={styles['icon']}>
          <ChevronDownIcon size={14} />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner
          sideOffset={4}
          alignItemWithTrigger={false}
          className={styles['positioner']}
          data-own-keys=""
        >
          <Base.Popup className={styles['popup']}>
            {groupsOf(options).map(({ name, items }) =>
              name === null ? (
                items.map((option) => <Item key={option.value} option={option} />)
              ) : (
                <Base.Group key={name}>
                  <Base.GroupLabel className={styles['group']}>{name}</Base.GroupLabel>
                  {items.map((option) => (
                    <Item key={option.value} option={option} />
                  ))}
                </Base.Group>
              ),
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

function Item<Value extends string>({ option }: { readonly option: SelectOption<Value> }): ReactNode {
  return (
    <Base.Item value={option.value} className={styles['item']}>
      <Base.ItemIndicator keepMounted className={styles['indicator']}>
        <CheckIcon size={14} />
      </Base.ItemIndicator>
      <Base.ItemText>{option.label}</Base.ItemText>
    </Base.Item>
  )
}

interface OptionGroup<Value extends string> {
  readonly name: string | null
  readonly items: SelectOption<Value>[]
}

function groupsOf<Value extends string>(options: readonly SelectOption<Value>[]): OptionGroup<Value>[] {
  const groups: OptionGroup<Value>[] = []
  for (const option of options) {
    const name = option.group ?? null
    const last = groups.at(-1)
    if (last !== undefined && last.name === name) last.items.push(option)
    else groups.push({ name, items: [option] })
  }
  return groups
}
