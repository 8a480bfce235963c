import { DuizhaoError, type ErrorCode } from '../shared/domain/error.ts'

export type UiLanguage = 'en' | 'zh-Hans'

export interface OpeningFailure {
  readonly title: string
  /** What happened. */
  readonly message: string
  /** That nothing was lost, and what to do. */
  readonly advice: string
}

type OpeningCode = Extract<ErrorCode, `store_${string}`>

const TITLES: Readonly<Record<UiLanguage, string>> = {
  en: 'The library could not be opened',
  'zh-Hans': '无法打开文库',
}

const ADVICE: Readonly<Record<UiLanguage, Readonly<Record<OpeningCode | 'other', string>>>> = {
  en: {
    store_in_use:
      'Close the other Duizhao window, or wait for the command that is using the library, and start again.',
    store_from_future: 'The library was left as it is. Update Duizhao, then open it again.',
    store_corrupt: 'The library was left as it is. Its backups are in the folder “backups” inside it.',
    store_full: 'What was saved before is safe. Free some space on the disk, then start again.',
    store_unavailable:
      'The library was left as it is. Check that its folder exists, that its disk is connected and that you may write to it.',
    other: 'The library was left as it is. Start again; if this happens a second time, please report it.',
  },
  'zh-Hans': {
    store_in_use: '请关闭另一个对照窗口，或等正在使用文库的命令结束，然后重新启动。',
    store_from_future: '文库未作任何改动。请更新对照后再打开。',
    store_corrupt: '文库未作任何改动。备份在文库内的“backups”文件夹中。',
    store_full: '此前保存的内容都完好。请腾出一些磁盘空间，然后重新启动。',
    store_unavailable: '文库未作任何改动。请检查文库所在的文件夹是否存在、磁盘是否已连接、是否有写入权限。',
    other: '文库未作任何改动。请重新启动；若再次发生，请告诉我们。',
  },
}

/** What to tell a user whose library did not open: what happened, that nothing was lost, what to do. */
export function openingFailure(error: unknown, language: UiLanguage, libraryPath: string): OpeningFailure {
  const advice = ADVICE[language]
  const message = error instanceof Error ? error.message : String(error)
  return {
    title: TITLES[language],
    message: `${message}\n${libraryPath}`,
    advice: error instanceof DuizhaoError && isOpeningCode(error.code) ? advice[error.code] : advice.other,
  }
}

function isOpeningCode(code: ErrorCode): code is OpeningCode {
  return code.startsWith('store_')
}
