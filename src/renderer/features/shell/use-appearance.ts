import { useEffect, useSyncExternalStore } from 'react'
import type { Settings } from '../../../shared/contract/schemas/settings.ts'
import { resolveLanguage, setUiLanguage } from '../../i18n/i18n.ts'
import { setSingleKeys } from '../../ui/keys.ts'
import { setUserKeys } from '../../ui/user-keys.ts'

const THEME_KEY = 'duizhao.theme'
const LANGUAGE_KEY = 'duizhao.language'
const darkMedia = window.matchMedia('(prefers-color-scheme: dark)')

type ThemeWish = Settings['theme']

function resolveTheme(wish: ThemeWish, dark: boolean): Exclude<ThemeWish, 'system'> {
  if (wish !== 'system') return wish
  return dark ? 'dark' : 'light'
}

/** Before the settings have come: as it was the last time, so that nothing flashes. */
export function recallAppearance(): { readonly language: 'system' | 'en' | 'zh-Hans' } {
  const theme = localStorage.getItem(THEME_KEY)
  const wish = theme === 'light' || theme === 'sepia' || theme === 'dark' ? theme : 'system'
  document.documentElement.dataset['theme'] = resolveTheme(wish, darkMedia.matches)
  const language = localStorage.getItem(LANGUAGE_KEY)
  return { language: language === 'en' || language === 'zh-Hans' ? language : 'system' }
}

/** Lets theme, language, type size and keys follow the settings. */
export function useAppearance({
  theme,
  uiLanguage,
  fontSize,
  measure,
  sidebarWidth,
  singleKeys,
  keys,
}: Settings): void {
  const dark = useSyncExternalStore(
    (changed) => {
      darkMedia.addEventListener('change', changed)
      return () => darkMedia.removeEventListener('change', changed)
    },
    () => darkMedia.matches,
  )

  useEffect(() => {
    document.documentElement.dataset['theme'] = resolveTheme(theme, dark)
    localStorage.setItem(THEME_KEY, theme)
  }, [theme, dark])

  useEffect(() => {
    setUiLanguage(resolveLanguage(uiLanguage))
    localStorage.setItem(LANGUAGE_KEY, uiLanguage)
  }, [uiLanguage])

  useEffect(() => {
    const { style } = document.documentElement
    style.setProperty('--text-size', `${fontSize}px`)
    style.setProperty('--measure', `${measure}px`)
    style.setProperty('--sidebar-width', `${sidebarWidth}px`)
  }, [fontSize, measure, sidebarWidth])

  useEffect(() => setSingleKeys(singleKeys), [singleKeys])
  useEffect(() => setUserKeys(keys), [keys])
}
