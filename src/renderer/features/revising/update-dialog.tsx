import { useRef, useState, type ReactNode } from 'react'
import type { DroppedFile, GrantedFile } from '../../../shared/contract/host.ts'
import type { FileOutcome } from '../../../shared/contract/schemas/revision.ts'
import { host } from '../../api/host.ts'
import { reportError } from '../../data/query-client.ts'
import type { RevisedArticle } from '../../data/revising-dialog.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { useCommand } from '../../data/use-command.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { describeRevisingError } from './describe-revising-error.ts'
import styles from './dialogs.module.css'
import { DoubtPairs } from './doubt-pairs.tsx'
import { OutcomeFigures } from './outcome-figures.tsx'
import { tellOutcome } from './tell-outcome.ts'
import { TextDifference } from './text-difference.tsx'
import { useFileDrop } from './use-file-drop.ts'

export interface UpdateDialogProps {
  readonly article: RevisedArticle
  readonly onClose: () => void
}

/** Brings an article up to date from a corrected file, after showing what that changes. */
export function UpdateDialog({ article, onClose }: UpdateDialogProps): ReactNode {
  const t = useT('revising')
  const shell = useT('shell')
  const [file, setFile] = useState<GrantedFile | null>(null)
  const [metadata, setMetadata] = useState(false)
  const choose = useRef<HTMLButtonElement>(null)
  const { mutate: update, isPending } = useCommand('articles.updateFromFile')
  const compared = useApiQuery(
    'articles.compareFile',
    // Asked only once there is a file.
    { articleId: article.id, grantId: file?.grantId ?? NO_FILE },
    { enabled: file !== null },
  )
  const take = (granting: Promise<readonly GrantedFile[]>): void => {
    granting
      .then(([first]) => {
        if (first !== undefined) setFile(first)
      })
      .catch(reportError)
  }
  const isOver = useFileDrop((files: readonly DroppedFile[]) => take(host.grantDropped(files.slice(0, 1))))
  const outcome = file === null ? undefined : compared.data
  const isSame = outcome !== undefined && isUnchanged(outcome)

  return (
    <Dialog
      open
      onClose={onClose}
      size={outcome === undefined ? 'medium' : 'large'}
      title={t('update.title', { title: article.title })}
      closeLabel={shell('action.close')}
      initialFocus={choose}
      footer={
        <>
          <Button ref={choose} onClick={() => take(host.pickFiles())}>
            {t(file === null ? 'update.choose' : 'update.other')}
          </Button>
          <Button
            tone="primary"
            disabled={file === null || outcome === undefined || isPending || (isSame && !metadata)}
            onClick={() => {
              if (file === null) return
              update(
                { articleId: article.id, grantId: file.grantId, options: { metadata } },
                {
                  onSuccess: (done) => {
                    tellOutcome(t('update.done', { title: article.title }), done)
                    onClose()
                  },
                },
              )
            }}
          >
            {t('update.confirm')}
          </Button>
        </>
      }
    >
      <div className={styles['drop']} data-over={isOver || undefined} data-small={file !== null || undefined}>
        {file === null ? (
          <>
            <p>{t('update.drop')}</p>
            <p className={styles['hint']}>{t('update.hint')}</p>
          </>
        ) : (
          <p>
            {t('update.file')} <strong>{file.name}</strong>
          </p>
        )}
      </div>
      {file !== null && compared.isPending && <p role="status">{t('update.reading')}</p>}
      {file !== null && compared.error !== null && (
        <div role="alert" className={styles['problem']}>
          <p>{describeRevisingError(compared.error).title}</p>
          <p className={styles['hint']}>{describeRevisingError(compared.error).todo}</p>
        </div>
      )}
      {outcome !== undefined && (
        <section aria-label={t('update.preview')} aria-live="polite" className={styles['preview']}>
          {isSame ? (
            <p>{t('update.same')}</p>
          ) : (
            <>
              <OutcomeFigures outcome={outcome} />
              {outcome.doubts.length > 0 && (
                <>
                  <h3 className={styles['heading']}>{t('update.doubts')}</h3>
                  <DoubtPairs doubts={outcome.doubts} language={article.language} />
                </>
              )}
              <h3 className={styles['heading']}>{t('difference.label')}</h3>
              <TextDifference
                comparison={outcome.changes}
                language={article.language}
                before={t('update.before')}
                after={t('update.after')}
              />
            </>
          )}
          <Checkbox
            label={t('update.metadata')}
            hint={t('update.metadataHint')}
            checked={metadata}
            onChange={setMetadata}
          />
        </section>
      )}
    </Dialog>
  )
}

const NO_FILE = '' as GrantedFile['grantId']

function isUnchanged({ changes, doubts }: FileOutcome): boolean {
  const { changed, added, removed, moved } = changes
  return changed + added + removed + moved === 0 && doubts.length === 0
}
