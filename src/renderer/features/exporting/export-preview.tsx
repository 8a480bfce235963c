import type { ReactNode } from 'react'
import { ApiError } from '../../../shared/contract/client.ts'
import type { Output } from '../../../shared/contract/contract.ts'
import type { ExportFormat } from '../../../shared/contract/schemas/export.ts'
import { NONE_CHOSEN } from '../../../shared/export/bitext/bead-choice.ts'
import { describeError } from '../../i18n/describe-error.ts'
import { useT } from '../../i18n/i18n.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import styles from './export-view.module.css'
import { SourceView } from './source-view.tsx'

/** Why there is nothing to export yet. */
export type Hindrance = 'unchosen' | 'not-aligned' | 'none-verified'

export interface ExportPreviewProps {
  readonly hindrance: Hindrance | null
  readonly format: ExportFormat
  readonly isPending: boolean
  readonly error: unknown
  readonly data: Output<'exports.preview'> | undefined
}

/** A file of the export as it will be written; or why there is none. */
export function ExportPreview({ hindrance, format, isPending, error, data }: ExportPreviewProps): ReactNode {
  const t = useT('exporting')
  if (hindrance !== null) {
    return <Remark title={t(`hindrances.${hindrance}.title`)} body={t(`hindrances.${hindrance}.todo`)} />
  }
  if (error instanceof ApiError && error.details['reason'] === NONE_CHOSEN) {
    return <Remark title={t('hindrances.none-chosen.title')} body={t('hindrances.none-chosen.todo')} />
  }
  if (error !== null && error !== undefined) {
    const { title, todo } = describeError(error)
    return <Remark title={title} body={todo} />
  }
  if (isPending || data === undefined) return <p className={styles['pending']}>{t('previewing')}</p>
  if (data.files.length === 0) return <Remark title={t('emptyTitle')} body={t('empty')} />
  return (
    <>
      {data.isRendering && <p className={styles['rendering']}>{t('rendering')}</p>}
      <SourceView
        key={data.path}
        label={t('contentsOf', { path: data.path })}
        content={data.content}
        isMarkdown={format === 'markdown'}
      />
    </>
  )
}

function Remark({ title, body }: { readonly title: string; readonly body: string }): ReactNode {
  return (
    <div className={styles['remark']}>
      <EmptyState title={title}>{body}</EmptyState>
    </div>
  )
}
