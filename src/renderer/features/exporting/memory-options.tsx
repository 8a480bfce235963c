import type { ReactNode } from 'react'
import type { ExportScope } from '../../../shared/contract/schemas/export.ts'
import { updateSettings } from '../../data/settings.ts'
import { useT } from '../../i18n/i18n.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './content-options.module.css'
import { chosenSource, sourceKey, type ExportChoices } from './export-choices.ts'
import { AS_USUAL, useSources } from './use-sources.ts'

export interface MemoryOptionsProps {
  readonly scope: ExportScope
  readonly choices: ExportChoices
  readonly onChoices: (choices: ExportChoices) => void
}

/** Of a file for translation tools: which side was translated, and the codes of the languages. */
export function MemoryOptions({ scope, choices, onChoices }: MemoryOptionsProps): ReactNode {
  const t = useT('exporting')
  const sources = useSources(scope)

  function choose(choice: string): void {
    if (choice === AS_USUAL) {
      onChoices({ ...choices, source: null })
      return
    }
    onChoices({ ...choices, source: { of: sourceKey(scope), choice } })
    void updateSettings({ exportSource: choice })
  }

  return (
    <>
      {sources !== null && (
        <div className={styles['labelled']}>
          <span aria-hidden>{t('source.label')}</span>
          <Select
            label={t('source.label')}
            value={chosenSource(choices, scope) ?? sources.usual}
            options={sources.options}
            onChange={choose}
          />
          <p className={styles['hint']}>{t(scope.kind === 'pair' ? 'source.hint' : 'source.hintAll')}</p>
        </div>
      )}
      <Checkbox
        label={t('codes')}
        hint={t('codesHint')}
        checked={choices.codes === 'region'}
        onChange={(isRegion) => onChoices({ ...choices, codes: isRegion ? 'region' : 'script' })}
      />
    </>
  )
}
