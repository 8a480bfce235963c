import {
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react'
import { updateSettings, useSettings } from '../../data/settings.ts'
import { useT } from '../../i18n/i18n.ts'
import styles from './side-panel.module.css'

const NARROWEST = 240
const WIDEST = 560
const KEY_STEP = 20

/** The panel at the right: as wide as the user likes, or a drawer over the text where there is no room. */
export function SidePanel({
  drawer,
  onClose,
  children,
}: {
  readonly drawer: boolean
  readonly onClose: () => void
  readonly children: ReactNode
}): ReactNode {
  const t = useT('annotating')
  const { sidebarWidth } = useSettings()
  const [dragged, setDragged] = useState<number | null>(null)
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const width = dragged ?? sidebarWidth
  const style: CSSProperties = { width: `${width}px` }

  function onPointerDown(event: PointerEvent<HTMLDivElement>): void {
    start.current = { x: event.clientX, width }
    event.currentTarget.setPointerCapture(event.pointerId)
    event.preventDefault()
  }

  function onPointerMove(event: PointerEvent): void {
    if (start.current !== null) setDragged(clamp(start.current.width + start.current.x - event.clientX))
  }

  function onPointerUp(): void {
    start.current = null
    if (dragged !== null) void updateSettings({ sidebarWidth: dragged }).then(() => setDragged(null))
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step = { ArrowLeft: KEY_STEP, ArrowRight: -KEY_STEP }[event.key]
    if (step === undefined) return
    event.preventDefault()
    void updateSettings({ sidebarWidth: clamp(width + step) })
  }

  return (
    <aside aria-label={t('sidebar.title')} className={styles['side']}>
      {drawer && (
        <button type="button" className={styles['veil']} aria-label={t('sidebar.hide')} onClick={onClose} />
      )}
      <div className={styles['panel']} data-drawer={drawer || undefined} style={style}>
        {!drawer && (
          // A separator that can be moved is a control, with a value and keys.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <div
            className={styles['edge']}
            role="separator"
            aria-label={t('sidebar.resize')}
            aria-orientation="vertical"
            aria-valuenow={width}
            aria-valuemin={NARROWEST}
            aria-valuemax={WIDEST}
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
            onPointerDown={onPointerDown}
            onPointerMove={onPointerMove}
            onPointerUp={onPointerUp}
            onKeyDown={onKeyDown}
          />
        )}
        {children}
      </div>
    </aside>
  )
}

function clamp(width: number): number {
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)))
}
