import { useState, type ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { formatCount } from '../../i18n/format.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Popover } from '../../ui/popover.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './facet-menu.module.css'

export interface Facet {
  readonly value: string
  readonly label: string
  readonly count?: number
  /** A CSS color. */
  readonly dot?: string
}

export interface FacetMenuProps {
  readonly label: string
  readonly options: readonly Facet[]
  readonly chosen: readonly string[]
  /** The chosen values; the one chosen last stands last. */
  readonly onChange: (chosen: readonly string[]) => void
  readonly onOpen?: () => void
  /** Above the options. */
  readonly children?: ReactNode
}

const MANY = 10
const MOST = 200

/** A small menu to choose any of some. */
export function FacetMenu({ label, options, chosen, onChange, onOpen, children }: FacetMenuProps): ReactNode {
  const t = useT('annotations')
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const shown = options.filter((option) => option.label.toLowerCase().includes(wanted)).slice(0, MOST)
  return (
    <Popover
      label={label}
      align="start"
      onOpenChange={(open) => {
        if (open) onOpen?.()
      }}
      trigger={
        <Button small tone="quiet" data-chosen={chosen.length > 0 || undefined} className={styles['trigger']}>
          {chosen.length === 0 ? label : t('filter.chosen', { label, count: chosen.length })}
        </Button>
      }
    >
      <div className={styles['menu']}>
        {options.length > MANY && (
          <TextField
            label={t('filter.find', { label })}
            labelUnseen
            type="search"
            placeholder={t('filter.find', { label })}
            value={text}
            onChange={setText}
          />
        )}
        {children}
        <ul className={styles['options']} aria-label={label}>
          {shown.map((option) => (
            <li key={option.value} className={styles['option']}>
              <Checkbox
                label={option.label}
                checked={chosen.includes(option.value)}
                onChange={(on) =>
                  onChange(on ? [...chosen, option.value] : chosen.filter((value) => value !== option.value))
                }
              />
              {option.dot !== undefined && (
                <span className={styles['dot']} style={{ background: option.dot }} aria-hidden="true" />
              )}
              {option.count !== undefined && (
                <span className={styles['count']}>{formatCount(option.count)}</span>
              )}
            </li>
          ))}
        </ul>
        {shown.length === 0 && <p className={styles['count']}>{t('filter.noOption')}</p>}
      </div>
    </Popover>
  )
}
