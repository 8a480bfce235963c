import { aligning as aligningEn } from './en/aligning.ts'
import { annotating as annotatingEn } from './en/annotating.ts'
import { errors as errorsEn } from './en/errors.ts'
import { exporting as exportingEn } from './en/exporting.ts'
import { history as historyEn } from './en/history.ts'
import { importing as importingEn } from './en/importing.ts'
import { library as libraryEn } from './en/library.ts'
import { reading as readingEn } from './en/reading.ts'
import { settings as settingsEn } from './en/settings.ts'
import { shell as shellEn } from './en/shell.ts'
import { aligning } from './zh-Hans/aligning.ts'
import { annotating } from './zh-Hans/annotating.ts'
import { errors } from './zh-Hans/errors.ts'
import { exporting } from './zh-Hans/exporting.ts'
import { history } from './zh-Hans/history.ts'
import { importing } from './zh-Hans/importing.ts'
import { library } from './zh-Hans/library.ts'
import { reading } from './zh-Hans/reading.ts'
import { settings } from './zh-Hans/settings.ts'
import { shell } from './zh-Hans/shell.ts'

const zhHans = {
  aligning,
  annotating,
  errors,
  exporting,
  history,
  importing,
  library,
  reading,
  settings,
  shell,
}

/** Every sentence of the interface, by language and room. */
export const resources = {
  'zh-Hans': zhHans,
  en: {
    aligning: aligningEn,
    annotating: annotatingEn,
    errors: errorsEn,
    exporting: exportingEn,
    history: historyEn,
    importing: importingEn,
    library: libraryEn,
    reading: readingEn,
    settings: settingsEn,
    shell: shellEn,
  },
} as const

export type Namespace = keyof typeof zhHans

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell'
    resources: typeof zhHans
  }
}
