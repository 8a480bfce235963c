import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import type { ReactNode } from 'react'
import { COLORS, type Color } from '../../../shared/domain/highlight.ts'
import styles from './swatches.module.css'

export interface SwatchesProps {
  readonly label: string
  readonly value: Color | null
  /** What no color is called. */
  readonly none: string
  readonly swatches: readonly { readonly color: Color; readonly label: string }[]
  readonly onChange: (color: Color | null) => void
}

/** One of the colors, or none, in a row. */
export function Swatches({ label, value, none, swatches, onChange }: SwatchesProps): ReactNode {
  return (
    <div>
      <span className={styles['label']}>{label}</span>
      <RadioGroup
        aria-label={label}
        value={value === null ? 'none' : String(value)}
        onValueChange={(next: string) => onChange(COLORS.find((color) => String(color) === next) ?? null)}
        className={styles['row']}
      >
        <Radio.Root value="none" aria-label={none} title={none} className={styles['swatch']}>
          <span className={styles['none']} />
        </Radio.Root>
        {swatches.map(({ color, label: name }) => (
          <Radio.Root
            key={color}
            value={String(color)}
            aria-label={name}
            title={name}
            className={styles['swatch']}
          >
            <span style={{ background: `var(--hue-${color})` }} />
          </Radio.Root>
        ))}
      </RadioGroup>
    </div>
  )
}
