import { useMemo } from 'react'
import { showOverlay } from '../../data/overlay.ts'
import { goToAnnotations, goToLibrary, navigate, useRoute } from '../../data/route.ts'
import { LIBRARY_VIEWS } from '../../data/route-format.ts'
import { updateSettings } from '../../data/settings.ts'
import { useT } from '../../i18n/i18n.ts'
import type { PaletteEntry } from './find-entries.ts'

/** What one may look for who wants an export. */
const FORMATS = 'export markdown md tmx xliff xlf tsv csv excel xlsx word docx html json ladder hunalign'
const THEMES = ['system', 'light', 'sepia', 'dark'] as const

/** Commands that have no key. */
export function useOwnCommands(): readonly PaletteEntry[] {
  const t = useT('shell')
  const library = useT('library')
  const settings = useT('settings')
  const noting = useT('noting')
  const route = useRoute()
  const here = route.name === 'reader' ? route.target : null
  return useMemo(() => {
    const command = (
      id: string,
      label: string,
      detail: string,
      run: () => void,
      keywords = '',
    ): PaletteEntry => ({
      keywords,
      kind: 'command',
      id,
      label,
      detail,
      chord: null,
      run,
    })
    return [
      ...LIBRARY_VIEWS.map((view) =>
        command(`view-${view}`, `${library('title')} › ${library(`views.${view}`)}`, '', () =>
          goToLibrary(view),
        ),
      ),
      command('new-note', noting('action.new'), noting('title'), () => goToAnnotations('notes', 'new=1')),
      ...(here === null
        ? []
        : [
            command(
              'export-here',
              t('commands.exportHere'),
              '',
              () => navigate({ name: 'export', scope: here }),
              FORMATS,
            ),
          ]),
      command(
        'export-library',
        library('exportAll'),
        library('title'),
        () => navigate({ name: 'export', scope: { kind: 'library' } }),
        FORMATS,
      ),
      ...THEMES.map((theme) =>
        command(
          `theme-${theme}`,
          `${settings('theme')} › ${settings(`themes.${theme}`)}`,
          '',
          () => void updateSettings({ theme }),
        ),
      ),
      command('about', t('about.title'), '', () => showOverlay('about')),
    ]
  }, [t, library, settings, noting, here])
}
