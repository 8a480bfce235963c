import { useState, type ReactNode } from 'react'
import { partialDate } from '../../../shared/contract/schemas/article.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './facet-menu.module.css'

export interface DateMenuProps {
  readonly from: string | null
  readonly to: string | null
  readonly onChange: (from: string | null, to: string | null) => void
}

/** From when to when, as far as each is known: a year, a month or a day. */
export function DateMenu({ from, to, onChange }: DateMenuProps): ReactNode {
  const t = useT('annotations')
  const isSet = from !== null || to !== null
  return (
    <Popover
      label={t('filter.date')}
      align="start"
      trigger={
        <Button small tone="quiet" data-chosen={isSet || undefined} className={styles['trigger']}>
          {t('filter.date')}
        </Button>
      }
    >
      <div className={styles['menu']}>
        <DateField label={t('filter.dateFrom')} value={from} onChange={(next) => onChange(next, to)} />
        <DateField label={t('filter.dateTo')} value={to} onChange={(next) => onChange(from, next)} />
      </div>
    </Popover>
  )
}

function DateField({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}): ReactNode {
  const t = useT('annotations')
  const [typed, setTyped] = useState(value ?? '')
  const wanted = typed.trim()
  const isWrong = wanted !== '' && !partialDate.safeParse(wanted).success
  return (
    <TextField
      label={label}
      value={typed}
      placeholder="2024-05"
      problem={isWrong ? t('filter.dateWrong') : undefined}
      onChange={(next) => {
        setTyped(next)
        if (next.trim() === '') onChange(null)
        else if (partialDate.safeParse(next.trim()).success) onChange(next.trim())
      }}
    />
  )
}
