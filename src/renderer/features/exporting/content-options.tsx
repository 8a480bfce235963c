import type { ReactNode } from 'react'
import type { ExportFormat, ExportScope } from '../../../shared/contract/schemas/export.ts'
import { formatCount } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Select } from '../../ui/select.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import styles from './content-options.module.css'
import {
  isMemory,
  LEAST_CONFIDENCES,
  tableDefault,
  type BeadChoice,
  type ExportChoices,
} from './export-choices.ts'
import { MemoryOptions } from './memory-options.tsx'
import type { BeadCounts } from './use-bead-counts.ts'

export interface ContentOptionsProps {
  readonly scope: ExportScope
  /** The one that is in force, which for an article is always Markdown. */
  readonly format: ExportFormat
  readonly choices: ExportChoices
  readonly counts: BeadCounts | null
  readonly onChoices: (choices: ExportChoices) => void
}

/** What goes into the files: the text for Markdown, which beads for all others. */
export function ContentOptions({
  scope,
  format,
  choices,
  counts,
  onChoices,
}: ContentOptionsProps): ReactNode {
  const t = useT('exporting')
  if (format === 'markdown') {
    return (
      <Checkbox
        label={t('fullText')}
        hint={t('fullTextHint')}
        checked={choices.fullText}
        onChange={(fullText) => onChoices({ ...choices, fullText })}
      />
    )
  }
  const isLadder = format === 'ladder'
  const label = (choice: Exclude<BeadChoice, 'confident'>): string =>
    counts === null ? t(`beads.${choice}`) : `${t(`beads.${choice}`)} ${formatCount(counts[choice])}`
  return (
    <div className={styles['options']}>
      <Segmented
        label={t('beads.label')}
        value={isLadder ? 'all' : choices.beads}
        options={[
          { value: 'all', label: label('all') },
          { value: 'verified', label: label('verified'), disabled: isLadder },
          { value: 'confident', label: t('beads.confident'), disabled: isLadder },
        ]}
        onChange={(beads) => onChoices({ ...choices, beads })}
      />
      {choices.beads === 'confident' && !isLadder && (
        <>
          <p className={styles['hint']}>{t('confidentHint')}</p>
          <Select
            label={t('leastConfidence')}
            value={String(choices.minConfidence)}
            options={LEAST_CONFIDENCES.map((least) => ({ value: String(least), label: `≥ ${least}` }))}
            onChange={(least) => onChoices({ ...choices, minConfidence: Number(least) })}
          />
        </>
      )}
      {isMemory(format) && <MemoryOptions scope={scope} choices={choices} onChoices={onChoices} />}
      {isLadder && <p className={styles['hint']}>{t('ladderHint')}</p>}
      {(format === 'tsv' || format === 'csv') && (
        <>
          <Checkbox
            label={t('bom')}
            hint={t('bomHint')}
            checked={choices.bom ?? tableDefault(format)}
            onChange={(bom) => onChoices({ ...choices, bom })}
          />
          <Checkbox
            label={t('escapeFormulas')}
            hint={t('escapeFormulasHint')}
            checked={choices.escapeFormulas ?? tableDefault(format)}
            onChange={(escapeFormulas) => onChoices({ ...choices, escapeFormulas })}
          />
        </>
      )}
    </div>
  )
}
