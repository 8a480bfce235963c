import type { ReactNode } from 'react'
import type { ExportFormat } from '../../../shared/contract/schemas/export.ts'
import { useT } from '../../i18n/i18n.ts'
import { Select } from '../../ui/select.tsx'
import { FORMAT_GROUPS, hasBeads } from './export-choices.ts'
import styles from './format-picker.module.css'
import type { ScopeKind } from './use-scope-choices.ts'

export interface FormatPickerProps {
  readonly format: ExportFormat
  readonly kind: ScopeKind
  readonly onFormat: (format: ExportFormat) => void
}

/** In which format; what it is good for below it. */
export function FormatPicker({ format, kind, onFormat }: FormatPickerProps): ReactNode {
  const t = useT('exporting')
  const options = FORMAT_GROUPS.flatMap(({ group, formats }) =>
    formats.map((value) => ({ value, label: t(`formats.${value}`), group: t(`groups.${group}`) })),
  )
  const isOffered = (value: ExportFormat): boolean => hasBeads(kind) || value === 'markdown'
  return (
    <>
      <Select
        label={t('format')}
        className={styles['select'] ?? ''}
        value={format}
        options={options.filter(({ value }) => isOffered(value))}
        onChange={onFormat}
      />
      <p className={styles['hint']}>{t(`formatHints.${format}`)}</p>
      {!hasBeads(kind) && <p className={styles['hint']}>{t('pairFormats')}</p>}
    </>
  )
}
