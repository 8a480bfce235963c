import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Selection } from '../../../shared/contract/schemas/annotation.ts'
import type { Output } from '../../../shared/contract/contract.ts'
import type { ArticleId, JobId } from '../../../shared/domain/ids.ts'
import { queryClient } from '../../data/query-client.ts'
import { isAtWork, useJob } from '../../data/jobs.ts'
import { openReading } from '../../data/route.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { useCommand } from '../../data/use-command.ts'
import { formatCount } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { CloseIcon } from '../../ui/icons.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { dispatchKey, ownKeys, useKeys, type KeyBinding } from '../../ui/keys.ts'
import { PanelEmpty, PanelFrame } from '../../ui/panel-frame.tsx'
import { Progress } from '../../ui/progress.tsx'
import { useUserKeys } from '../../ui/user-keys.ts'
import { markFound } from './link-store.ts'
import styles from './passage.module.css'
import { ReasonChips } from './reason-chips.tsx'
import { scoreFigure } from './score-figure.ts'
import { useListChoice } from './use-list-choice.ts'

type Counterpart = NonNullable<Output<'links.counterparts'>['counterparts']>[number]

export interface CounterpartPanelProps {
  readonly selection: Selection
  /** Shows a passage of what is open; false: it is of another text. */
  readonly onShow: (found: Pick<Counterpart, 'articleId' | 'segmentId'>) => boolean
  readonly onSay: (words: string) => void
  readonly onClose: () => void
}

const NONE: readonly Counterpart[] = []
/** Asked only once there is a job. */
const NO_JOB = '' as JobId

/** Passages of the library that may say what the selection says: open one there, or link it. */
export function CounterpartPanel({ selection, onShow, onSay, onClose }: CounterpartPanelProps): ReactNode {
  const t = useT('aligning')
  const [jobId, setJobId] = useState<JobId | null>(null)
  const [linked, setLinked] = useState<ReadonlySet<string>>(new Set())
  const job = useJob(jobId)
  const { mutate: start } = useCommand('links.findCounterparts')
  const { mutate: createLink } = useCommand('links.create')
  const isDone = job?.state === 'done'
  const answer = useApiQuery('links.counterparts', { jobId: jobId ?? NO_JOB }, { enabled: isDone })
  const list = answer.data?.counterparts ?? NONE
  const listElement = useRef<HTMLUListElement>(null)
  const choice = useListChoice(list.length)
  const current = list[choice.index]

  useEffect(() => {
    start({ selection }, { onSuccess: (started) => setJobId(started.jobId) })
  }, [start, selection])
  useEffect(() => {
    if (isDone) void queryClient.invalidateQueries({ queryKey: ['links.counterparts', { jobId }] })
  }, [isDone, jobId])
  const hasList = list.length > 0
  useEffect(() => {
    if (hasList) listElement.current?.focus({ preventScroll: true })
  }, [hasList])

  const open = (found: Counterpart | undefined): void => {
    if (found === undefined) return
    markFound(found.segmentId)
    // Whoever reads a pair stays in it, with the list.
    if (onShow(found)) return
    openReading({ kind: 'article', articleId: found.articleId }, found.segmentId)
  }
  const link = (found: Counterpart | undefined): void => {
    if (found === undefined || linked.has(found.segmentId)) return
    createLink(
      { pairId: null, from: selection, to: wholePassage(found) },
      {
        onSuccess: () => {
          setLinked((before) => new Set(before).add(found.segmentId))
          onSay(t('counterparts.linked'))
        },
      },
    )
  }
  // Quotation marks and line breaks are those of the text, whatever language the page is in.
  const articles = useApiQuery('articles.list', { removed: false }).data
  const languageOf = (id: ArticleId): string | undefined =>
    articles?.find((article) => article.id === id)?.language
  const inList = (): boolean => listElement.current?.contains(document.activeElement) === true
  const userKeys = useUserKeys()
  const bindings: KeyBinding[] = [
    {
      chord: ['ArrowDown', 'KeyJ'],
      id: 'counterparts.next',
      label: t('counterparts.next'),
      when: inList,
      run: () => choice.step(1),
    },
    {
      chord: 'ArrowUp',
      id: 'counterparts.previous',
      label: t('counterparts.previous'),
      when: inList,
      run: () => choice.step(-1),
    },
    {
      chord: 'Enter',
      id: 'counterparts.open',
      label: t('counterparts.open'),
      when: inList,
      run: () => open(current),
    },
    {
      chord: 'KeyL',
      id: 'counterparts.link',
      label: t('counterparts.link'),
      when: inList,
      run: () => link(current),
    },
    { chord: 'Escape', when: inList, run: onClose },
  ]
  useKeys(t('counterparts.keys'), bindings, 'counterparts')
  const isLinked = current !== undefined && linked.has(current.segmentId)
  const finding = job === undefined || isAtWork(job)

  return (
    <PanelFrame
      aria-label={t('counterparts.title')}
      title={t('counterparts.title')}
      count={hasList && formatCount(list.length)}
      actions={
        <IconButton label={t('links.back')} onClick={onClose}>
          <CloseIcon size={15} />
        </IconButton>
      }
    >
      <blockquote className={styles['tools']} lang={languageOf(selection.articleId)}>
        “{selection.exact.slice(0, 160)}”
      </blockquote>
      {finding && (
        <div className={styles['tools']} role="status">
          {t('counterparts.finding')}
          <Progress
            className={styles['progress'] ?? ''}
            label={t('counterparts.finding')}
            value={job?.done ?? 0}
            max={job?.total ?? 0}
          />
        </div>
      )}
      {job?.state === 'failed' && (
        <PanelEmpty role="alert">
          <p>{t('counterparts.failed')}</p>
        </PanelEmpty>
      )}
      {isDone && answer.data !== undefined && answer.data.counterparts !== null && !hasList && (
        <PanelEmpty title={t('counterparts.none')}>
          <p>{t('counterparts.noneHint')}</p>
        </PanelEmpty>
      )}
      {hasList && (
        <>
          <ul
            ref={listElement}
            className={styles['list']}
            role="listbox"
            aria-label={t('counterparts.list')}
            aria-activedescendant={choice.optionId(choice.index)}
            tabIndex={0}
            onKeyDown={(event) => dispatchKey(event.nativeEvent, ownKeys(bindings, userKeys))}
          >
            {list.map((found, index) => (
              // The list has the keys.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
              <li
                key={found.segmentId}
                id={choice.optionId(index)}
                role="option"
                className={styles['item']}
                aria-selected={index === choice.index}
                aria-label={`${scoreFigure(found.score)}: ${found.title}: ${found.text.trim()}`}
                onClick={() => choice.choose(index)}
              >
                <p className={styles['text']} lang={languageOf(found.articleId)}>
                  {found.text}
                </p>
                <p className={styles['source']}>{found.title}</p>
                <ReasonChips reasons={found.reasons} score={found.score} />
              </li>
            ))}
          </ul>
          <div className={styles['hint']}>
            <Button small tone="quiet" onClick={() => open(current)}>
              {t('counterparts.open')}
              <Kbd keyId="counterparts.open" />
            </Button>
            <Button small tone="quiet" disabled={isLinked} onClick={() => link(current)}>
              {t(isLinked ? 'counterparts.linked' : 'counterparts.link')}
              <Kbd keyId="counterparts.link" />
            </Button>
          </div>
        </>
      )}
    </PanelFrame>
  )
}

function wholePassage({ articleId, segmentId, text }: Counterpart): Selection {
  const startOffset = text.length - text.trimStart().length
  const endOffset = text.trimEnd().length
  return {
    articleId,
    startSegmentId: segmentId,
    startOffset,
    endSegmentId: segmentId,
    endOffset,
    exact: text.slice(startOffset, endOffset),
  }
}
