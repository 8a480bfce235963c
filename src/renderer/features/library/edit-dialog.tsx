import { useState, type ReactNode } from 'react'
import type { ArticleSummary } from '../../../shared/contract/schemas/article.ts'
import type { ArticleId } from '../../../shared/domain/ids.ts'
import { changesOf, draftOf, problemsOf } from '../../data/metadata-draft.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { useCommand } from '../../data/use-command.ts'
import { formatCount, formatEncoding } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import { useMetadataWords } from '../../i18n/use-metadata-words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { MetadataForm } from '../../ui/metadata-form.tsx'
import { showToast, STEP_TOAST } from '../../ui/toast.ts'

export interface EditDialogProps {
  readonly articleId: ArticleId
  readonly onClose: () => void
}

/** What an article says about itself, to correct. */
export function EditDialog({ articleId, onClose }: EditDialogProps): ReactNode {
  const found = useApiQuery('articles.get', { articleId }).data
  if (found === undefined) return null
  return <Form key={articleId} article={found.article} encoding={found.encoding} onClose={onClose} />
}

interface FormProps {
  readonly article: ArticleSummary
  readonly encoding: string | null
  readonly onClose: () => void
}

function Form({ article, encoding, onClose }: FormProps): ReactNode {
  const t = useT('library')
  const shell = useT('shell')
  const words = useMetadataWords(article.language)
  const [draft, setDraft] = useState(() => draftOf(article))
  const update = useCommand('articles.update')
  const problems = problemsOf(draft)
  const patch = changesOf(article, draft)
  const canSave = Object.keys(problems).length === 0 && !update.isPending

  const save = (): void => {
    if (!canSave) return
    if (Object.keys(patch).length === 0) {
      onClose()
      return
    }
    update.mutate(
      { articleId: article.id, patch },
      {
        onSuccess: ({ title }) => {
          showToast({ id: STEP_TOAST, title: t('toast.saved', { title }) })
          onClose()
        },
      },
    )
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('edit.title')}
      closeLabel={shell('action.close')}
      description={
        <>
          {t('edit.facts', {
            blocks: formatCount(article.blockCount),
            segments: formatCount(article.segmentCount),
            characters: formatCount(article.characterCount),
          })}
          {encoding !== null && ` · ${t('edit.encoding', { encoding: formatEncoding(encoding) })}`}
        </>
      }
      footer={
        <>
          <Button onClick={onClose}>{shell('action.cancel')}</Button>
          <Button tone="primary" type="submit" form="edit-article" disabled={!canSave}>
            {shell('action.save')}
          </Button>
        </>
      }
    >
      <form
        id="edit-article"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <MetadataForm
          value={draft}
          words={words}
          onChange={setDraft}
          problems={{
            ...(problems.title === undefined ? {} : { title: words[problems.title] }),
            ...(problems.date === undefined ? {} : { date: words[problems.date] }),
          }}
        />
      </form>
    </Dialog>
  )
}
