import type { Core } from '../core/core-types.ts'
import type { UiLanguage } from '../serving/opening-failure.ts'

/** The language of a system that prefers these locales, most wanted first. */
export function systemLanguage(locales: readonly string[]): UiLanguage {
  return locales[0]?.toLowerCase().startsWith('zh') === true ? 'zh-Hans' : 'en'
}

/** The language the user set, or the system's. */
export async function chosenLanguage(
  core: Pick<Core, 'call'>,
  locales: readonly string[],
): Promise<UiLanguage> {
  const answer = await core.call('settings.get', {})
  const settings = answer.ok ? answer.value : null
  if (typeof settings !== 'object' || settings === null || !('uiLanguage' in settings))
    return systemLanguage(locales)
  const { uiLanguage } = settings
  return uiLanguage === 'en' || uiLanguage === 'zh-Hans' ? uiLanguage : systemLanguage(locales)
}
