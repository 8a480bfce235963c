import type { UiLanguage } from '../serving/opening-failure.ts'
import type { AlignMenuChoice } from '../shared/domain/align-action.ts'
import { ALIGN_MENU_LABELS } from './align-menu-labels.ts'

export interface MenuLabels {
  readonly about: string
  readonly hide: string
  readonly hideOthers: string
  readonly showAll: string
  readonly quit: string
  readonly file: string
  readonly backUp: string
  readonly showLibrary: string
  readonly edit: string
  readonly undo: string
  readonly redo: string
  readonly cut: string
  readonly copy: string
  readonly paste: string
  readonly pastePlain: string
  readonly selectAll: string
  readonly view: string
  readonly actualSize: string
  readonly zoomIn: string
  readonly zoomOut: string
  readonly fullScreen: string
  readonly reload: string
  readonly developerTools: string
  readonly align: string
  /** The lines of that menu. */
  readonly alignLines: Readonly<Record<AlignMenuChoice, string>>
  readonly window: string
  readonly minimize: string
  readonly close: string
  readonly help: string
  readonly backedUp: string
  readonly notBackedUp: string
}

/** The native menu has a table of its own: the renderer's catalogue belongs to the renderer. */
export const MENU_LABELS: Readonly<Record<UiLanguage, MenuLabels>> = {
  en: {
    about: 'About Duizhao',
    hide: 'Hide Duizhao',
    hideOthers: 'Hide Others',
    showAll: 'Show All',
    quit: 'Quit Duizhao',
    file: '&File',
    backUp: 'Back Up Library',
    showLibrary: 'Show Library Folder',
    edit: '&Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    pastePlain: 'Paste Without Formatting',
    selectAll: 'Select All',
    view: '&View',
    actualSize: 'Actual Size',
    zoomIn: 'Zoom In',
    zoomOut: 'Zoom Out',
    fullScreen: 'Full Screen',
    reload: 'Reload',
    developerTools: 'Developer Tools',
    align: '&Align',
    alignLines: ALIGN_MENU_LABELS.en,
    window: '&Window',
    minimize: 'Minimize',
    close: 'Close',
    help: '&Help',
    backedUp: 'The library was backed up.',
    notBackedUp: 'The library could not be backed up. Nothing in it was changed.',
  },
  'zh-Hans': {
    about: '关于对照',
    hide: '隐藏对照',
    hideOthers: '隐藏其他',
    showAll: '全部显示',
    quit: '退出对照',
    file: '文件(&F)',
    backUp: '备份文库',
    showLibrary: '显示文库文件夹',
    edit: '编辑(&E)',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    pastePlain: '粘贴为纯文本',
    selectAll: '全选',
    view: '显示(&V)',
    actualSize: '实际大小',
    zoomIn: '放大',
    zoomOut: '缩小',
    fullScreen: '全屏',
    reload: '重新载入',
    developerTools: '开发者工具',
    align: '对齐(&A)',
    alignLines: ALIGN_MENU_LABELS['zh-Hans'],
    window: '窗口(&W)',
    minimize: '最小化',
    close: '关闭',
    help: '帮助(&H)',
    backedUp: '文库已备份。',
    notBackedUp: '文库未能备份。文库内容没有任何改动。',
  },
}
