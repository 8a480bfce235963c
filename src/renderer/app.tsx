import { CSPProvider } from '@base-ui/react/csp-provider'
import { useEffect, useEffectEvent, type ReactNode } from 'react'
import { onEvent } from './api/api.ts'
import styles from './app.module.css'
import { showOverlay } from './data/overlay.ts'
import { goToLibrary, useRoute } from './data/route.ts'
import { formatRoute, type Route } from './data/route-format.ts'
import { useSettings } from './data/settings.ts'
import { useApiQuery } from './data/use-api-query.ts'
import { useUndo } from './features/history/use-undo.ts'
import { ImportGate } from './features/importing/import-gate.tsx'
import { FaultScreen, StartFault } from './features/shell/fault-screen.tsx'
import { JobTray } from './features/shell/job-tray.tsx'
import { Rail } from './features/shell/rail.tsx'
import { useAppearance } from './features/shell/use-appearance.ts'
import { useT } from './i18n/i18n.ts'
import { CurrentPage } from './pages/current-page.tsx'
import { NoteDialogHost } from './pages/note-dialog-host.tsx'
import { Overlays } from './pages/overlays.tsx'
import { RevisingDialogHost } from './pages/revising-dialog-host.tsx'
import { ErrorBoundary } from './ui/error-boundary.tsx'
import { useKeys } from './ui/keys.ts'
import { closePassingToasts, showToast } from './ui/toast.ts'
import { Toaster } from './ui/toaster.tsx'
import { TooltipProvider } from './ui/tooltip.tsx'

export function App(): ReactNode {
  const t = useT('shell')
  const start = useApiQuery('settings.get', {})
  useAppearance(useSettings())

  return (
    // Base UI would add <style> elements otherwise, which our content security policy refuses.
    <CSPProvider disableStyleElements>
      <TooltipProvider>
        {start.isPending && (
          <p className={styles['waiting']} role="status">
            {t('start.waiting')}
          </p>
        )}
        {start.isError && start.data === undefined && (
          <StartFault error={start.error} onRetry={() => void start.refetch()} />
        )}
        {start.data !== undefined && <Frame />}
        <Toaster label={t('toast.region')} closeLabel={t('toast.close')} />
      </TooltipProvider>
    </CSPProvider>
  )
}

function Frame(): ReactNode {
  const route = useRoute()
  const fallback = (error: unknown, reset: () => void): ReactNode => (
    <FaultScreen error={error} onReset={reset} />
  )
  useGlobalKeys()
  useMenuWithoutPair(route)
  const place = placeOf(route)
  useEffect(() => closePassingToasts(), [place])

  return (
    <ErrorBoundary fallback={fallback}>
      <div className={styles['app']}>
        <Rail />
        <ErrorBoundary key={route.name} fallback={fallback}>
          <CurrentPage route={route} />
        </ErrorBoundary>
      </div>
      <ImportGate takesPaste={route.name === 'library'} />
      <JobTray />
      <NoteDialogHost />
      <RevisingDialogHost />
      <Overlays />
    </ErrorBoundary>
  )
}

/** The window's native menu has the align layer's operations everywhere; only a pair can do them. */
function useMenuWithoutPair(route: Route): void {
  const t = useT('aligning')
  const tell = useEffectEvent((): void => {
    const isPair = route.name === 'reader' && route.target.kind === 'pair'
    if (!isPair) showToast({ id: 'align', title: t('layer.needsPair') })
  })
  useEffect(
    () =>
      onEvent((event) => {
        if (event.name === 'menu') tell()
      }),
    [],
  )
}

/** What page it is, wherever one is in it. */
function placeOf(route: Route): string {
  return formatRoute(route.name === 'reader' ? { ...route, segmentId: null } : route)
}

function useGlobalKeys(): void {
  const t = useT('shell')
  const { undo, redo } = useUndo()
  useKeys(
    t('keys.everywhere'),
    [
      {
        chord: 'Mod+KeyK',
        id: 'everywhere.palette',
        label: t('keys.palette'),
        run: () => showOverlay('palette'),
      },
      { chord: 'Mod+KeyZ', id: 'everywhere.undo', label: t('keys.undo'), inTextFields: false, run: undo },
      {
        chord: ['Mod+Shift+KeyZ', 'Control+KeyY'],
        id: 'everywhere.redo',
        label: t('keys.redo'),
        inTextFields: false,
        run: redo,
      },
      { chord: '?', id: 'everywhere.help', label: t('keys.help'), run: () => showOverlay('keys') },
      {
        chord: 'Mod+Comma',
        id: 'everywhere.settings',
        label: t('keys.settings'),
        run: () => showOverlay('settings'),
      },
      {
        chord: 'Mod+Shift+KeyH',
        id: 'everywhere.history',
        label: t('keys.history'),
        run: () => showOverlay('history'),
      },
      {
        chord: 'Mod+Shift+KeyL',
        id: 'everywhere.library',
        label: t('keys.library'),
        run: () => goToLibrary(),
      },
    ],
    'everywhere',
  )
}
