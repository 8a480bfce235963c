import type { Draft } from '../../../shared/contract/schemas/import.ts'
import { importing } from '../../i18n/zh-Hans/importing.ts'
import { getT } from '../../i18n/i18n.ts'

type Finding = Extract<Draft, { status: 'ready' }>['findings'][number]
export type RuleName = keyof typeof importing.rules

const SURE = 0.6

function isRule(name: string): name is RuleName {
  return Object.hasOwn(importing.rules, name)
}

/** By which rule a value was found, in words; undefined where no rule gave this very value. */
export function describeFinding(
  findings: readonly Finding[],
  field: Finding['field'],
  value: string,
): string | undefined {
  const t = getT('importing')
  const found = findings
    .filter((finding) => finding.field === field && finding.value === value)
    .toSorted((a, b) => b.confidence - a.confidence)[0]
  if (found === undefined || !isRule(found.rule)) return undefined
  const rule = t(`rules.${found.rule}`)
  return found.confidence >= SURE ? t('found', { rule }) : t('foundUnsure', { rule })
}
