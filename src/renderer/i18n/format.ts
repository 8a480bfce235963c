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

/** A moment as people say it: `今天 09:12`, `昨天 21:40`, `5月23日 08:00`, `2024年5月23日`. */
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
    return `${capitalised(day)} ${time}`
  }
  if (date.getFullYear() === new Date(now).getFullYear()) {
    return `${new Intl.DateTimeFormat(locale(), { month: 'long', day: 'numeric' }).format(date)} ${time}`
  }
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'long' }).format(date)
}

/** The name of a text's language: `简体中文`. */
export function formatLanguage(tag: string): string {
  const t = getT('shell')
  if (tag === 'zh-Hans' || tag === 'zh-Hant' || tag === 'en') return t(`language.${tag}`)
  const name = new Intl.DisplayNames([locale()], { type: 'language', fallback: 'none' }).of(tag)
  return name ?? t('language.other', { tag })
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
