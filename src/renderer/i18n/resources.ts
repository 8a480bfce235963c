import { aligning as aligningEn } from './en/aligning.ts'
import { annotating as annotatingEn } from './en/annotating.ts'
import { annotations as annotationsEn } from './en/annotations.ts'
import { codebook as codebookEn } from './en/codebook.ts'
import { errors as errorsEn } from './en/errors.ts'
import { exporting as exportingEn } from './en/exporting.ts'
import { figures as figuresEn } from './en/figures.ts'
import { history as historyEn } from './en/history.ts'
import { importing as importingEn } from './en/importing.ts'
import { library as libraryEn } from './en/library.ts'
import { noting as notingEn } from './en/noting.ts'
import { reading as readingEn } from './en/reading.ts'
import { revising as revisingEn } from './en/revising.ts'
import { settings as settingsEn } from './en/settings.ts'
import { shell as shellEn } from './en/shell.ts'
import { speaking as speakingEn } from './en/speaking.ts'
import { aligning } from './zh-Hans/aligning.ts'
import { annotating } from './zh-Hans/annotating.ts'
import { annotations } from './zh-Hans/annotations.ts'
import { codebook } from './zh-Hans/codebook.ts'
import { errors } from './zh-Hans/errors.ts'
import { exporting } from './zh-Hans/exporting.ts'
import { figures } from './zh-Hans/figures.ts'
import { history } from './zh-Hans/history.ts'
import { importing } from './zh-Hans/importing.ts'
import { library } from './zh-Hans/library.ts'
import { noting } from './zh-Hans/noting.ts'
import { reading } from './zh-Hans/reading.ts'
import { revising } from './zh-Hans/revising.ts'
import { settings } from './zh-Hans/settings.ts'
import { shell } from './zh-Hans/shell.ts'
import { speaking } from './zh-Hans/speaking.ts'

const zhHans = {
  aligning,
  annotating,
  annotations,
  codebook,
  errors,
  exporting,
  figures,
  history,
  importing,
  library,
  noting,
  reading,
  revising,
  settings,
  shell,
  speaking,
}

/** Every sentence of the interface, by language and room. */
export const resources = {
  'zh-Hans': zhHans,
  en: {
    aligning: aligningEn,
    annotating: annotatingEn,
    annotations: annotationsEn,
    codebook: codebookEn,
    errors: errorsEn,
    exporting: exportingEn,
    figures: figuresEn,
    history: historyEn,
    importing: importingEn,
    library: libraryEn,
    noting: notingEn,
    reading: readingEn,
    revising: revisingEn,
    settings: settingsEn,
    shell: shellEn,
    speaking: speakingEn,
  },
} as const

export type Namespace = keyof typeof zhHans

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell'
    resources: typeof zhHans
  }
}
