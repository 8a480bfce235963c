import type { Mirror } from '../mirror.ts'
import type { settings as source } from '../zh-Hans/settings.ts'

export const settings: Mirror<typeof source> = {
  title: 'Settings',
  uiLanguage: 'Interface language',
  language: { system: 'System', 'zh-Hans': '简体中文', en: 'English' },
  theme: 'Paper',
  themes: { system: 'System', light: 'Light', sepia: 'Sepia', dark: 'Dark' },
  text: 'Text',
  fontSize: 'Text size',
  measure: 'Column width',
  pixels: '{{count}} px',
  smaller: 'Decrease: {{name}}',
  larger: 'Increase: {{name}}',
  sampleHan: '媒体是镜子，更是桥。镜子照见社会，桥让人走到对岸。',
  sampleLatin: 'A newspaper is a mirror, but it is a bridge first.',
  keys: 'Keyboard',
  singleKeys: 'Use single-letter keys',
  singleKeysHint:
    'Such as 1–8 to highlight, N for a note. When they are off, buttons, menus and the command palette still do it all.',
  changeKeys: 'Change keys…',
  colors: 'Names of highlight colors',
  colorsHint: 'Name a color after what you mark with it. Exports use the name too.',
  colorName: 'Name of color {{number}}',
  colorDefaults: {
    '1': 'Yellow',
    '2': 'Red',
    '3': 'Green',
    '4': 'Blue',
    '5': 'Purple',
    '6': 'Pink',
    '7': 'Orange',
    '8': 'Grey',
  },
  about: 'About Duizhao…',
}
