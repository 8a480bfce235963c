import { COLORS, type Color } from '../../shared/domain/highlight.ts'
import { useT } from './i18n.ts'

/** A highlight color's name: the user's own, or the catalogue's where they gave none. */
export function useColorNames(given: readonly string[]): Readonly<Record<Color, string>> {
  const t = useT('settings')
  const names = COLORS.map((color): [Color, string] => {
    const own = given[color - 1] ?? ''
    return [color, own === '' ? t(`colorDefaults.${color}`) : own]
  })
  // One entry per color, as the type says.
  return Object.fromEntries(names) as Record<Color, string>
}
