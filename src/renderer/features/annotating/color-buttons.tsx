import type { CSSProperties, ReactNode } from 'react'
import { COLORS, type Color } from '../../../shared/domain/highlight.ts'
import { Tooltip } from '../../ui/tooltip.tsx'
import styles from './color-buttons.module.css'
import { useDesk } from './desk.ts'

/** Sets the hue a style sheet's rule draws with. */
export function hue(color: Color): CSSProperties {
  const style: CSSProperties & Record<'--hue', string> = { '--hue': `var(--hue-${color})` }
  return style
}

/** The eight colors; each bears its key, so that it is not told by hue alone. */
export function ColorButtons({
  label,
  chosen,
  onChoose,
}: {
  readonly label: string
  readonly chosen: Color | null
  readonly onChoose: (color: Color) => void
}): ReactNode {
  const { colorName } = useDesk()
  return (
    <div role="group" aria-label={label} className={styles['colors']}>
      {COLORS.map((color) => (
        <Tooltip key={color} content={colorName(color)} keyId={`annotating.color${color}`}>
          <button
            type="button"
            className={styles['color']}
            style={hue(color)}
            aria-label={colorName(color)}
            aria-pressed={chosen === color}
            onClick={() => onChoose(color)}
          >
            <span data-sign={color} />
          </button>
        </Tooltip>
      ))}
    </div>
  )
}
