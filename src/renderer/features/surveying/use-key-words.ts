import { COLORS } from '../../../shared/domain/highlight.ts'
import type { SurveyDimension } from '../../../shared/domain/highlight-survey.ts'
import { useSettings } from '../../data/settings.ts'
import { formatLanguage } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import { useColorNames } from '../../i18n/use-color-names.ts'

/** What a place on a dimension is called. */
export function useKeyWords(): (by: SurveyDimension, key: string | null, label: string | null) => string {
  const t = useT('annotations')
  const colorNames = useColorNames(useSettings().colorNames)
  return (by, key, label) => {
    if (key === null) {
      if (by === 'tag') return t('none.tag')
      if (by === 'speaker') return t('none.speaker')
      return t('none.date')
    }
    if (by === 'language') return formatLanguage(key)
    if (by === 'color') {
      const color = COLORS.find((each) => String(each) === key)
      return color === undefined ? key : colorNames[color]
    }
    return label ?? key
  }
}
