import type { ReactNode } from 'react'
import { useApiQuery } from '../../data/use-api-query.ts'
import { useT } from '../../i18n/i18n.ts'
import { WarningIcon } from '../../ui/icons.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import styles from './draft-detail.module.css'
import type { BitextDraft, ReadyDraft, Review } from './review-state.ts'

export interface DuplicateRemarkProps {
  readonly draft: ReadyDraft | BitextDraft
  readonly isIncluded: boolean
  readonly review: Review
}

/** Says that the library, or this import, has the same file, and lets the user decide. */
export function DuplicateRemark({ draft, isIncluded, review }: DuplicateRemarkProps): ReactNode {
  const t = useT('importing')
  const articles = useApiQuery(
    'articles.list',
    { removed: false },
    { enabled: draft.duplicateOf !== null },
  ).data
  const remark = (): string => {
    if (draft.duplicateOf === null) {
      const twin = review.entries.find((entry) => entry.draft.id === draft.sameAs)
      return t('sameAs.title', { name: twin?.draft.name ?? draft.name })
    }
    const title = articles?.find(({ id }) => id === draft.duplicateOf)?.title
    return title === undefined ? t('duplicate.titleUnknown') : t('duplicate.title', { title })
  }
  if (draft.duplicateOf === null && draft.sameAs === null) return null
  return (
    <div className={styles['warning']}>
      <WarningIcon />
      <span>{remark()}</span>
      <Segmented
        label={t(draft.duplicateOf === null ? 'sameAs.label' : 'duplicate.label')}
        value={isIncluded ? 'keep' : 'skip'}
        options={[
          { value: 'skip', label: t('duplicate.skip') },
          { value: 'keep', label: t('duplicate.keep') },
        ]}
        onChange={(choice) => review.setIncluded(draft.id, choice === 'keep')}
      />
    </div>
  )
}
