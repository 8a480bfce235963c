import type { ReactNode } from 'react'
import { showOverlay, useOverlay } from '../data/overlay.ts'
import { Palette } from '../features/commands/palette.tsx'
import { AboutDialog } from '../features/help/about-dialog.tsx'
import { KeyMap } from '../features/help/key-map.tsx'
import { HistoryPanel } from '../features/history/history-panel.tsx'
import { SettingsDialog } from '../features/settings/settings-dialog.tsx'

/** What lies over the page just now, if anything does. */
export function Overlays(): ReactNode {
  const overlay = useOverlay()
  const close = (): void => showOverlay(null)
  switch (overlay) {
    case 'palette':
      return <Palette onClose={close} />
    case 'settings':
      return <SettingsDialog onClose={close} />
    case 'history':
      return <HistoryPanel onClose={close} />
    case 'keys':
      return <KeyMap onClose={close} />
    case 'about':
      return <AboutDialog onClose={close} />
    case null:
      return null
  }
}
