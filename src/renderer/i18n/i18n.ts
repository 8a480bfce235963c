import i18next, { type FormatterModule, type TFunction } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { resources, type Namespace } from './resources.ts'

const numberFormats = new Map<string, Intl.NumberFormat>()

/** Made once per language: making one costs more than all that a page formats with it. */
function numberFormatOf(language = 'en'): Intl.NumberFormat {
  const known = numberFormats.get(language) ?? new Intl.NumberFormat(language)
  numberFormats.set(language, known)
  return known
}

export type UiLanguage = 'zh-Hans' | 'en'

/** The language for a wish of the settings; `system` follows the browser or the operating system. */
export function resolveLanguage(
  wish: 'system' | UiLanguage,
  system: string = navigator.language,
): UiLanguage {
  if (wish !== 'system') return wish
  return system.toLowerCase().startsWith('zh') ? 'zh-Hans' : 'en'
}

/** Numbers in sentences are written the way the language writes them. */
const numberFormat: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  format: (value: unknown, _format, language) =>
    typeof value === 'number' ? numberFormatOf(language).format(value) : String(value),
  add: () => undefined,
  addCached: () => undefined,
}

/** Readies the catalogues. All are bundled, so this ends before the first render. */
export function initI18n(language: UiLanguage): void {
  void i18next
    .use(initReactI18next)
    .use(numberFormat)
    .init({
      lng: language,
      fallbackLng: false,
      supportedLngs: ['zh-Hans', 'en'],
      ns: Object.keys(resources['zh-Hans']),
      defaultNS: 'shell',
      resources,
      initAsync: false,
      returnNull: false,
      // React escapes.
      interpolation: { escapeValue: false, alwaysFormat: true },
    })
  document.documentElement.lang = language
}

export function setUiLanguage(language: UiLanguage): void {
  document.documentElement.lang = language
  if (i18next.language !== language) void i18next.changeLanguage(language)
}

export function currentLanguage(): UiLanguage {
  return i18next.language === 'en' ? 'en' : 'zh-Hans'
}

/** The sentences of one room, in a component. */
export function useT<N extends Namespace>(namespace: N): TFunction<N> {
  return useTranslation(namespace).t as unknown as TFunction<N>
}

/** The language the interface is in, in a component. */
export function useUiLanguage(): UiLanguage {
  return useTranslation().i18n.language === 'en' ? 'en' : 'zh-Hans'
}

/** The sentences of one room, outside of a component. */
export function getT<N extends Namespace>(namespace: N): TFunction<N> {
  return i18next.getFixedT(null, namespace)
}
