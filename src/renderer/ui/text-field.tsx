import { useId, type ComponentProps, type ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './text-field.module.css'

export interface TextFieldProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value'> {
  readonly label: string
  /** The label is read out, not drawn. */
  readonly labelUnseen?: boolean
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string | undefined
  /** What is wrong with the value; empty or undefined when nothing is. */
  readonly problem?: string | undefined
  /** Drawn within the field, after the text. */
  readonly trailing?: ReactNode
}

export function TextField({
  label,
  labelUnseen = false,
  value,
  onChange,
  hint,
  problem,
  trailing,
  className,
  ...rest
}: TextFieldProps): ReactNode {
  const id = useId()
  const isWrong = problem !== undefined && problem !== ''
  const remark = isWrong ? problem : hint
  return (
    <div className={classNames(styles['field'], className)}>
      <label htmlFor={id} className={styles['label']} {...(labelUnseen ? { 'data-unseen': '' } : {})}>
        {label}
      </label>
      <div className={styles['box']} data-wrong={isWrong || undefined}>
        <input
          autoComplete="off"
          spellCheck={false}
          {...rest}
          id={id}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          className={styles['input']}
          aria-invalid={isWrong || undefined}
          aria-describedby={remark === undefined ? undefined : `${id}-remark`}
        />
        {trailing}
      </div>
      {remark !== undefined && (
        <p id={`${id}-remark`} className={classNames(styles['remark'], isWrong && styles['wrong'])}>
          {remark}
        </p>
      )}
    </div>
  )
}
