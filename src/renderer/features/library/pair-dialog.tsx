import { useState, type ReactNode } from 'react'
import type { ArticleSummary } from '../../../shared/contract/schemas/article.ts'
import { PAIR_KINDS, type PairKind } from '../../../shared/domain/article.ts'
import type { ArticleId } from '../../../shared/domain/ids.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { useT, useUiLanguage } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { ArticlePicker } from './article-picker.tsx'
import styles from './pair-dialog.module.css'
import { RowTitle } from './row-title.tsx'
import { usePairUp } from './use-pair-up.ts'

export interface PairDialogProps {
  readonly articleIds: readonly [ArticleId] | readonly [ArticleId, ArticleId]
  readonly onClose: () => void
}

/** Two articles become a pair: which is on the left, how they belong together. */
export function PairDialog({ articleIds, onClose }: PairDialogProps): ReactNode {
  const t = useT('library')
  const shell = useT('shell')
  const articles = useApiQuery('articles.list', { removed: false }).data
  const [first, given] = articleIds
  const [chosen, setChosen] = useState<ArticleId | null>(given ?? null)
  const one = articles?.find(({ id }) => id === first)
  const other = articles?.find(({ id }) => id === chosen)
  if (articles === undefined || one === undefined) return null
  if (other === undefined) {
    return (
      <Dialog
        open
        onClose={onClose}
        title={t('pair.choose')}
        closeLabel={shell('action.close')}
        description={<span lang={one.language}>《{one.title}》</span>}
      >
        <ArticlePicker articles={articles.filter(({ id }) => id !== first)} near={one} onPick={setChosen} />
      </Dialog>
    )
  }
  return <Arrangement key={other.id} one={one} other={other} onClose={onClose} />
}

interface ArrangementProps {
  readonly one: ArticleSummary
  readonly other: ArticleSummary
  readonly onClose: () => void
}

function Arrangement({ one, other, onClose }: ArrangementProps): ReactNode {
  const t = useT('library')
  const shell = useT('shell')
  const ownLanguage = useUiLanguage()
  // The reader's own language goes to the left, unless they say otherwise.
  const [swapped, setSwapped] = useState(() => primary(one) !== primary(other) && isOf(other, ownLanguage))
  const [kind, setKind] = useState<PairKind>('parallel')
  const [alignNow, setAlignNow] = useState(true)
  const { pairUp, isPending } = usePairUp()
  const [left, right] = swapped ? [other, one] : [one, other]

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('pair.title')}
      closeLabel={shell('action.close')}
      footer={
        <>
          <Button onClick={onClose}>{shell('action.cancel')}</Button>
          <Button
            tone="primary"
            disabled={isPending}
            onClick={() =>
              pairUp({ left, right, kind, align: alignNow && kind === 'parallel', onDone: onClose })
            }
          >
            {t('pair.confirm')}
          </Button>
        </>
      }
    >
      <div className={styles['sides']}>
        <section aria-label={t('pair.left')}>
          <RowTitle article={left} />
        </section>
        <Button tone="quiet" small aria-label={t('pair.swap')} onClick={() => setSwapped(!swapped)}>
          ⇄
        </Button>
        <section aria-label={t('pair.right')}>
          <RowTitle article={right} />
        </section>
      </div>
      <div className={styles['kind']}>
        <Segmented
          label={t('pair.kind')}
          value={kind}
          options={PAIR_KINDS.map((value) => ({ value, label: t(`pair.${value}`) }))}
          onChange={setKind}
        />
        <p>{kind === 'parallel' ? t('pair.parallelHint') : t('pair.comparableHint')}</p>
      </div>
      {kind === 'parallel' && (
        <Checkbox label={t('pair.alignNow')} checked={alignNow} onChange={setAlignNow} />
      )}
    </Dialog>
  )
}

function primary({ language }: ArticleSummary): string {
  return new Intl.Locale(language).language
}

function isOf(article: ArticleSummary, language: string): boolean {
  return primary(article) === new Intl.Locale(language).language
}
