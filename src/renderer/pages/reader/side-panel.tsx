import {
  useEffect,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react'
import { updateSettings, useSettings } from '../../data/settings.ts'
import { useT } from '../../i18n/i18n.ts'
import { isComposing, useKeys } from '../../ui/keys.ts'
import { keepFocusIn, takeFocus } from './drawer-focus.ts'
import styles from './side-panel.module.css'

const NARROWEST = 240
const WIDEST = 560
const KEY_STEP = 20

/**
 * The panel at the right: as wide as the user likes, or a drawer over the text where there is no room. A drawer takes
 * the focus, keeps Tab inside, and goes with Escape once nothing in it wants that key.
 */
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
  const panel = useRef<HTMLDivElement>(null)
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const width = dragged ?? sidebarWidth
  const style: CSSProperties = { width: `${width}px` }

  useEffect(() => {
    if (drawer && panel.current !== null) takeFocus(panel.current)
  }, [drawer])
  // Without a label: the key map has Escape already, as leading out one level.
  useKeys(t('keys.group'), drawer ? [{ chord: 'Escape', run: onClose }] : [])

  function onDrawerKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.defaultPrevented || isComposing(event)) return
    if (event.key === 'Tab') {
      if (keepFocusIn(event.currentTarget, event.shiftKey)) event.preventDefault()
    } else if (event.key === 'Escape' && !isClearing(event.target)) {
      event.preventDefault()
      onClose()
    }
  }

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
      {/* The keys are those of what stands in it; the drawer hears what is left. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div
        ref={panel}
        className={styles['panel']}
        data-drawer={drawer || undefined}
        style={style}
        {...(drawer && { tabIndex: -1, onKeyDown: onDrawerKeyDown })}
      >
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

/** A search field that is not empty: Escape empties it first. */
function isClearing(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type === 'search' && target.value !== ''
}

function clamp(width: number): number {
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)))
}
