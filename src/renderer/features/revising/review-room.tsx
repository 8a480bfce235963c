import { useEffect, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { DoubtfulAnchor } from '../../../shared/contract/schemas/revision.ts'
import { currentRoute } from '../../data/route.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { describeError } from '../../i18n/describe-error.ts'
import { formatCount } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { isComposing, useKeys } from '../../ui/keys.ts'
import { acceptDoubts, adjustDoubt, detachDoubts } from './doubt-actions.ts'
import { doubtGroups, doubtKey, doubtState, waitingCount } from './doubt-state.ts'
import { DoubtRow } from './doubt-row.tsx'
import styles from './review-room.module.css'
import { currentIn, selectDoubts, setCurrentDoubt, toggleDoubt, useReview } from './review-state.ts'

/** What a person should look at after a text has changed, article by article. */
export function ReviewRoom(): ReactNode {
  const t = useT('revising')
  const shell = useT('shell')
  const { data: doubts, error, refetch } = useApiQuery('annotations.inDoubt', {})
  if (error !== null) {
    const { title, todo } = describeError(error)
    return (
      <div className={styles['empty']}>
        <EmptyState
          title={title}
          actions={<Button onClick={() => void refetch()}>{shell('action.retry')}</Button>}
        >
          {todo}
        </EmptyState>
      </div>
    )
  }
  if (doubts === undefined) return null
  if (doubts.length === 0) {
    return (
      <div className={styles['empty']}>
        <EmptyState title={t('review.empty')}>
          <p>{t('review.emptyHint')}</p>
        </EmptyState>
      </div>
    )
  }
  return <ReviewList doubts={doubts} />
}

function ReviewList({ doubts }: { readonly doubts: readonly DoubtfulAnchor[] }): ReactNode {
  const t = useT('revising')
  const groups = useMemo(() => doubtGroups(doubts), [doubts])
  const articles = useApiQuery('articles.list', { removed: false }).data
  const ordered = useMemo(() => groups.flatMap((group) => group.doubts), [groups])
  const keys = useMemo(() => ordered.map(doubtKey), [ordered])
  const review = useReview()
  const current = currentIn(keys, review)
  const selected = keys.filter((key) => review.selected.has(key))
  const root = useRef<HTMLDivElement>(null)

  /** What a key acts on: the chosen ones, or else the one it is at. */
  const chosen = (): DoubtfulAnchor[] =>
    ordered.filter((_, index) => {
      const key = keys[index] ?? ''
      return selected.length > 0 ? review.selected.has(key) : key === current
    })
  const go = (to: number): void => {
    const place = Math.max(0, Math.min(keys.length - 1, to))
    const key = keys[place]
    if (key === undefined) return
    setCurrentDoubt(key, place)
    rowOf(root.current, key)?.focus()
  }
  const step = (by: number): void => go((current === null ? -1 : keys.indexOf(current)) + by)
  const act = (work: Promise<string | null>): void => {
    void work.then(() => selectDoubts([]))
  }
  const adjust = (doubt: DoubtfulAnchor | undefined): void => {
    if (doubt === undefined) return
    setCurrentDoubt(doubtKey(doubt), keys.indexOf(doubtKey(doubt)))
    adjustDoubt(doubt, currentRoute())
  }
  const at = (): DoubtfulAnchor | undefined => ordered[current === null ? -1 : keys.indexOf(current)]
  const ofArticle = (): readonly DoubtfulAnchor[] =>
    groups.find(({ articleId }) => articleId === at()?.articleId)?.doubts ?? []

  useKeys(t('review.keys'), [
    { chord: 'KeyJ', id: 'review.next', label: t('review.next'), run: () => step(1) },
    { chord: 'KeyK', id: 'review.previous', label: t('review.previous'), run: () => step(-1) },
    {
      chord: 'KeyX',
      id: 'review.select',
      label: t('review.select'),
      run: () => current !== null && toggleDoubt(current),
    },
    { chord: 'KeyA', id: 'review.accept', label: t('review.accept'), run: () => act(acceptDoubts(chosen())) },
    {
      chord: 'Shift+KeyA',
      id: 'review.acceptAll',
      label: t('review.acceptAll'),
      run: () => act(acceptDoubts(ofArticle())),
    },
    { chord: 'KeyE', id: 'review.adjust', label: t('review.adjust'), run: () => adjust(at()) },
    { chord: 'KeyD', id: 'review.detach', label: t('review.detach'), run: () => act(detachDoubts(chosen())) },
    {
      chord: 'Mod+KeyA',
      inTextFields: false,
      id: 'review.selectAll',
      label: t('review.selectAll'),
      run: () => selectDoubts(keys),
    },
    {
      chord: 'Escape',
      run: () => {
        if (selected.length === 0) return false
        selectDoubts([])
        return true
      },
    },
  ])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event) || !(event.target instanceof HTMLElement)) return
    if (event.target.getAttribute('role') !== 'row') return
    const walk = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (walk !== undefined) step(walk)
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(keys.length - 1)
    else if (event.key === 'Enter') adjust(at())
    else if (event.key === ' ' && current !== null) toggleDoubt(current)
    else return
    event.preventDefault()
  }

  // What is done goes from the list; the next has the keys, and the focus if that one had it.
  const isFirst = useRef(true)
  const hadFocus = useRef(false)
  useEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body
    if (current !== null && (isFirst.current || (hadFocus.current && lost))) {
      rowOf(root.current, current)?.focus({ preventScroll: isFirst.current && keys[0] === current })
    }
    isFirst.current = false
  }, [current, keys])

  return (
    <div className={styles['room']}>
      <div className={styles['bar']}>
        <p role="status">{t('review.waiting', { count: waitingCount(doubts) })}</p>
        {selected.length > 0 && (
          <div role="toolbar" aria-label={t('review.selection')} className={styles['selection']}>
            <span>{t('review.selected', { count: selected.length })}</span>
            <Button small onClick={() => act(acceptDoubts(chosen()))}>
              {t('review.accept')} <Kbd keyId="review.accept" />
            </Button>
            <Button small onClick={() => act(detachDoubts(chosen()))}>
              {t('review.detach')} <Kbd keyId="review.detach" />
            </Button>
            <Button small tone="quiet" onClick={() => selectDoubts([])}>
              {t('review.clear')}
            </Button>
          </div>
        )}
      </div>
      {/* The rows have the focus; what is pressed on them comes up here. */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div
        ref={root}
        role="grid"
        aria-label={t('review.label')}
        aria-multiselectable="true"
        className={styles['grid']}
        onKeyDown={onKeyDown}
        onFocus={() => {
          hadFocus.current = true
        }}
      >
        <div role="row" className={styles['heads']}>
          <span role="columnheader">{t('doubt.state')}</span>
          <span role="columnheader">{t('doubt.before')}</span>
          <span role="columnheader">{t('doubt.after')}</span>
          <span role="columnheader" data-unseen="">
            {t('doubt.actions')}
          </span>
        </div>
        {groups.map(({ articleId, title, doubts: list }) => {
          const language = articles?.find(({ id }) => id === articleId)?.language
          const placed = list.filter((doubt) => doubtState(doubt) === 'moved')
          return (
            <div key={articleId} role="rowgroup" aria-label={title}>
              <div role="row" className={styles['article']}>
                <span role="rowheader" className={styles['title']} data-face="text" lang={language}>
                  {title}
                </span>
                <span role="gridcell" className={styles['articleEnd']}>
                  <span className={styles['count']}>{formatCount(waitingCount(list))}</span>
                  {placed.length > 0 && (
                    <Button small onClick={() => act(acceptDoubts(placed))}>
                      {t('review.acceptAllOf', { count: placed.length })}
                    </Button>
                  )}
                </span>
              </div>
              {list.map((doubt) => {
                const key = doubtKey(doubt)
                return (
                  <DoubtRow
                    key={key}
                    doubt={doubt}
                    language={language}
                    domId={domId(key)}
                    isCurrent={key === current}
                    isSelected={review.selected.has(key)}
                    onFocus={() => setCurrentDoubt(key, keys.indexOf(key))}
                    onToggle={() => toggleDoubt(key)}
                    onAccept={() => act(acceptDoubts([doubt]))}
                    onAdjust={() => adjust(doubt)}
                    onDetach={() => act(detachDoubts([doubt]))}
                  />
                )
              })}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function domId(key: string): string {
  return `doubt-${key.replace(' ', '-')}`
}

function rowOf(root: HTMLElement | null, key: string): HTMLElement | null {
  return root?.querySelector<HTMLElement>(`#${CSS.escape(domId(key))}`) ?? null
}
