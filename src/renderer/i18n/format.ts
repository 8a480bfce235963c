import { getT, currentLanguage, type UiLanguage } from './i18n.ts'

const LOCALES: Record<UiLanguage, string> = { 'zh-Hans': 'zh-CN', en: 'en-GB' }

function locale(): string {
  return LOCALES[currentLanguage()]
}

/** A count with separators: `12,345`. */
export function formatCount(count: number): string {
  return new Intl.NumberFormat(locale()).format(count)
}

/** A size: `38 MB`. */
export function formatBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const step = Math.min(Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1024)), units.length - 1)
  const value = bytes / 1024 ** step
  return new Intl.NumberFormat(locale(), {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  }).format(value)
}

/** A share: `64%`. */
export function formatPercent(share: number): string {
  return new Intl.NumberFormat(locale(), { style: 'percent' }).format(share)
}

/**
 * A moment as people say it: `今天 09:12`, `昨天 21:40`, `5月23日 08:00`, `2024年5月23日`. It is written as within
 * a sentence (`today 09:12`); see `formatMomentAlone`.
 */
export function formatMoment(timestamp: number, now: number = Date.now()): string {
  const date = new Date(timestamp)
  const days = Math.round((startOfDay(now) - startOfDay(timestamp)) / 86_400_000)
  const time = new Intl.DateTimeFormat(locale(), {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(date)
  if (days === 0 || days === 1) {
    const day = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(-days, 'day')
    return `${day} ${time}`
  }
  if (date.getFullYear() === new Date(now).getFullYear()) {
    return `${new Intl.DateTimeFormat(locale(), { month: 'long', day: 'numeric' }).format(date)} ${time}`
  }
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'long' }).format(date)
}

/** A moment that stands by itself, or begins a line: `Today 09:12`. */
export function formatMomentAlone(timestamp: number, now: number = Date.now()): string {
  return capitalised(formatMoment(timestamp, now))
}

/** The name of a text's language: `简体中文`. */
export function formatLanguage(tag: string): string {
  const t = getT('shell')
  if (tag === 'zh-Hans' || tag === 'zh-Hant' || tag === 'en') return t(`language.${tag}`)
  const name = new Intl.DisplayNames([locale()], { type: 'language', fallback: 'none' }).of(tag)
  return name ?? t('language.other', { tag })
}

/** The same in two characters or so, for chips: `中文`, `EN`. */
export function formatLanguageShort(tag: string): string {
  if (tag === 'zh-Hans' || tag === 'zh-Hant' || tag === 'en') return getT('shell')(`languageShort.${tag}`)
  return (tag.split('-')[0] ?? tag).toUpperCase()
}

/** An encoding as its standard writes it: `GB18030`, `UTF-16 LE`, `Big5`, `Windows-1252`. */
export function formatEncoding(label: string): string {
  const name = label.toLowerCase()
  if (name === 'big5') return 'Big5'
  if (name.startsWith('windows-')) return name.replace('windows', 'Windows')
  return name.toUpperCase().replace(/^UTF-16([BL]E)$/u, 'UTF-16 $1')
}

function startOfDay(timestamp: number): number {
  const date = new Date(timestamp)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Compares names the way the interface's language sorts them. */
export function nameOrder(): Intl.Collator {
  return new Intl.Collator(locale(), { numeric: true })
}
