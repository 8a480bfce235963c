import { useState, type ReactNode } from 'react'
import type { ExportScope } from '../../../shared/contract/schemas/export.ts'
import { host } from '../../api/host.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ChevronLeftIcon } from '../../ui/icons.tsx'
import { HeaderTitle, Page, Spring } from '../../ui/page.tsx'
import { ContentOptions } from './content-options.tsx'
import { optionsOf, type ExportChoices } from './export-choices.ts'
import { ExportPreview, type Hindrance } from './export-preview.tsx'
import { ExportResult } from './export-result.tsx'
import styles from './export-view.module.css'
import { FileList } from './file-list.tsx'
import { FormatPicker } from './format-picker.tsx'
import { ScopePicker } from './scope-picker.tsx'
import { useBeadCounts, type BeadCounts } from './use-bead-counts.ts'
import { useExport, type ExportWish } from './use-export.ts'
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
  const [choices, setChoices] = useState<ExportChoices>({
    format: 'markdown',
    fullText: scope.kind === 'article' || scope.kind === 'pair',
    beads: 'all',
    minConfidence: 0.9,
    source: null,
    codes: 'script',
    bom: null,
    escapeFormulas: null,
  })
  const [path, setPath] = useState<string | null>(null)
  const counts = useBeadCounts(scope)
  const wish: ExportWish = { scope, options: optionsOf(choices, kind, scope) }
  const { format } = wish.options
  const hindrance = scope.kind === kind ? hindranceOf(wish, counts) : 'unchosen'
  const preview = useApiQuery(
    'exports.preview',
    { ...wish, ...(path === null ? {} : { path }) },
    // Until it is known how many beads there are, a format of beads has to wait.
    {
      enabled: hindrance === null && (format === 'markdown' || counts !== null),
      keepPrevious: true,
    },
  )
  const { write, download, result, isPending } = useExport(hindrance === null ? wish : null)
  const files = hindrance === null ? (preview.data?.files ?? []) : []
  const canExport = files.length > 0 && !isPending

  function choose(next: ExportChoices): void {
    setChoices(next)
    setPath(null)
  }

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
          <h2 className={styles['heading']}>{t('format')}</h2>
          <FormatPicker
            format={format}
            kind={kind}
            onFormat={(next) => choose({ ...choices, format: next })}
          />
          <h2 className={styles['heading']}>{t('options')}</h2>
          <ContentOptions
            scope={scope}
            format={format}
            choices={choices}
            counts={counts}
            onChoices={choose}
          />
          <ExportResult result={result} />
          {files.length > 0 && (
            <>
              <h2 className={styles['heading']}>{t('files', { count: files.length })}</h2>
              <FileList files={files} current={preview.data?.path ?? ''} onCurrent={setPath} />
            </>
          )}
        </aside>
      }
    >
      <ExportPreview
        hindrance={hindrance}
        format={format}
        isPending={preview.isPending}
        error={preview.error}
        data={preview.data}
      />
    </Page>
  )
}

function hindranceOf({ options }: ExportWish, counts: BeadCounts | null): Hindrance | null {
  if (options.format === 'markdown' || counts === null) return null
  if (counts.all === 0) return 'not-aligned'
  return options.beads === 'verified' && counts.verified === 0 ? 'none-verified' : null
}
