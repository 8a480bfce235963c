import { useState, type ReactNode } from 'react'
import type { ExportScope } from '../../../shared/contract/schemas/export.ts'
import { host } from '../../api/host.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { describeError } from '../../i18n/describe-error.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ChevronLeftIcon } from '../../ui/icons.tsx'
import { HeaderTitle, Page, Spring } from '../../ui/page.tsx'
import styles from './export-view.module.css'
import { FileList } from './file-list.tsx'
import { ScopePicker } from './scope-picker.tsx'
import { SourceView } from './source-view.tsx'
import { useExport, type ExportResult } from './use-export.ts'
import type { ScopeKind } from './use-scope-choices.ts'

export interface ExportViewProps {
  readonly scope: ExportScope
  readonly status: ReactNode
}

/** What an export would hold, as it would be written; and the buttons that do it. */
export function ExportView({ scope, status }: ExportViewProps): ReactNode {
  const t = useT('exporting')
  const shell = useT('shell')
  const [kind, setKind] = useState<ScopeKind>(scope.kind)
  const [fullText, setFullText] = useState(scope.kind === 'article' || scope.kind === 'pair')
  const [path, setPath] = useState<string | null>(null)
  const isChosen = scope.kind === kind
  const wish = { scope, options: { format: 'markdown', fullText } } as const
  const preview = useApiQuery(
    'exports.preview',
    { ...wish, ...(path === null ? {} : { path }) },
    { enabled: isChosen, keepPrevious: true },
  )
  const { write, download, result, isPending } = useExport(isChosen ? wish : null)
  const files = isChosen ? (preview.data?.files ?? []) : []
  const canExport = files.length > 0 && !isPending && isChosen

  return (
    <Page
      label={t('title')}
      status={status}
      header={
        <>
          <IconButton label={shell('action.back')} onClick={() => history.back()}>
            <ChevronLeftIcon />
          </IconButton>
          <HeaderTitle
            title={t('title')}
            detail={files.length > 0 ? t('files', { count: files.length }) : ''}
          />
          <Spring />
          <Button
            tone={host.canPickDirectory ? 'plain' : 'primary'}
            disabled={!canExport}
            onClick={() => download(wish)}
          >
            {t('download')}
          </Button>
          {host.canPickDirectory && (
            <Button tone="primary" disabled={!canExport} onClick={() => write(wish)}>
              {t('write')}
            </Button>
          )}
        </>
      }
      start={
        <aside className={styles['side']}>
          <h2 className={styles['heading']}>{t('scope')}</h2>
          <ScopePicker
            scope={scope}
            kind={kind}
            onKind={(next) => {
              setKind(next)
              setPath(null)
            }}
          />
          <h2 className={styles['heading']}>{t('options')}</h2>
          <Checkbox
            label={t('fullText')}
            hint={t('fullTextHint')}
            checked={fullText}
            onChange={(checked) => {
              setFullText(checked)
              setPath(null)
            }}
          />
          <p className={styles['format']}>{t('format')}</p>
          <Result result={result} />
          {files.length > 0 && (
            <>
              <h2 className={styles['heading']}>{t('files', { count: files.length })}</h2>
              <FileList files={files} current={preview.data?.path ?? ''} onCurrent={setPath} />
            </>
          )}
        </aside>
      }
    >
      <Preview isChosen={isChosen} isPending={preview.isPending} error={preview.error} data={preview.data} />
    </Page>
  )
}

function Result({ result }: { readonly result: ExportResult | null }): ReactNode {
  const t = useT('exporting')
  return (
    <div role="status" className={styles['result']} hidden={result === null}>
      {result?.kind === 'written' && (
        <>
          <strong>{t('written', { count: result.fileCount })}</strong>
          <p>{t('writtenTo', { directory: result.directory })}</p>
          <p>{t('kept')}</p>
        </>
      )}
      {result?.kind === 'downloaded' && (
        <strong>{t('downloaded', { name: result.name, count: result.fileCount })}</strong>
      )}
    </div>
  )
}

interface PreviewProps {
  readonly isChosen: boolean
  readonly isPending: boolean
  readonly error: unknown
  readonly data:
    { readonly files: readonly unknown[]; readonly path: string; readonly content: string } | undefined
}

function Preview({ isChosen, isPending, error, data }: PreviewProps): ReactNode {
  const t = useT('exporting')
  if (!isChosen) return <Remark title={t('unchosenTitle')} body={t('unchosen')} />
  if (error !== null && error !== undefined) {
    const { title, todo } = describeError(error)
    return <Remark title={title} body={todo} />
  }
  if (isPending || data === undefined) return <p className={styles['pending']}>{t('previewing')}</p>
  if (data.files.length === 0) return <Remark title={t('emptyTitle')} body={t('empty')} />
  return <SourceView key={data.path} label={t('source', { path: data.path })} content={data.content} />
}

function Remark({ title, body }: { readonly title: string; readonly body: string }): ReactNode {
  return (
    <div className={styles['remark']}>
      <EmptyState title={title}>{body}</EmptyState>
    </div>
  )
}
