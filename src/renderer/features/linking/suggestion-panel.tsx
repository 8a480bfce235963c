import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import type { Link, LinkSuggestion } from '../../../shared/contract/schemas/link.ts'
import type { JobId, PairId, SegmentId } from '../../../shared/domain/ids.ts'
import { queryClient } from '../../data/query-client.ts'
import { isAtWork, useJob } from '../../data/jobs.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { useCommand } from '../../data/use-command.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { CloseIcon } from '../../ui/icons.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { dispatchKey, ownKeys, useKeys, type KeyBinding } from '../../ui/keys.ts'
import { PanelEmpty, PanelFrame } from '../../ui/panel-frame.tsx'
import { Progress } from '../../ui/progress.tsx'
import { useUserKeys } from '../../ui/user-keys.ts'
import { AcceptedLinks } from './accepted-links.tsx'
import { linkStore } from './link-store.ts'
import styles from './passage.module.css'
import { ReasonChips } from './reason-chips.tsx'
import { scoreFigure } from './score-figure.ts'
import { useListChoice } from './use-list-choice.ts'

export interface SuggestionPanelProps {
  readonly pairId: PairId
  readonly languages: { readonly left: string; readonly right: string }
  /** Shows a passage in the text. */
  readonly onShow: (segmentId: SegmentId) => void
  readonly onSay: (words: string) => void
  readonly onClose: () => void
  /** Looks for them when it opens, if nobody has yet. */
  readonly findAtOnce: boolean
  /** Gives the focus back to the text. */
  readonly onLeave: () => void
}

const NONE: readonly LinkSuggestion[] = []
const NO_LINKS: readonly Link[] = []

/** Passages of the pair that may say the same, best first: accept or dismiss, each a step that can be undone. */
export function SuggestionPanel(props: SuggestionPanelProps): ReactNode {
  const { pairId, languages } = props
  const t = useT('aligning')
  const [jobId, setJobId] = useState<JobId | null>(null)
  const job = useJob(jobId)
  const finding = job !== undefined && isAtWork(job)
  const answer = useApiQuery('links.suggestions', { pairId })
  const links = useApiQuery('links.list', { pairId }).data ?? NO_LINKS
  const suggestions = answer.data?.suggestions ?? null
  const list = suggestions ?? NONE
  const listElement = useRef<HTMLUListElement>(null)
  const choice = useListChoice(list.length)
  const { mutate: suggest, isPending } = useCommand('links.suggest')
  const { mutate: decide } = useCommand('links.decide')
  const current = list[choice.index]
  const currentId = current?.left.segmentId ?? null

  const find = (): void => suggest({ pairId }, { onSuccess: (started) => setJobId(started.jobId) })
  const begin = useEffectEvent(() => {
    if (props.findAtOnce && suggestions === null) find()
  })
  const isAsked = answer.data !== undefined
  useEffect(() => {
    if (isAsked) begin()
  }, [isAsked])
  const isDone = job?.state === 'done'
  useEffect(() => {
    // What a job has found is no entity of the library: nothing else says that it is there.
    if (isDone) void queryClient.invalidateQueries({ queryKey: ['links.suggestions', { pairId }] })
  }, [isDone, pairId])

  const show = useEffectEvent(() => {
    if (current === undefined) return
    linkStore.setState({ shown: [current.left.segmentId, current.right.segmentId] })
    props.onShow(current.left.segmentId)
  })
  const counterId = current?.right.segmentId ?? null
  useEffect(() => {
    if (currentId === null || counterId === null) linkStore.setState({ shown: [] })
    else show()
  }, [currentId, counterId])
  const hasList = list.length > 0
  const isKnown = answer.data !== undefined
  const section = useRef<HTMLElement>(null)
  const findButton = useRef<HTMLButtonElement>(null)
  const hadList = useRef(false)
  const takeFocus = (): void => (listElement.current ?? section.current)?.focus({ preventScroll: true })
  useEffect(() => {
    // The focus is at what comes next, and never falls back to the text: A and K mean something else there.
    if (hasList && !finding) listElement.current?.focus({ preventScroll: true })
    else if (finding || hadList.current) section.current?.focus({ preventScroll: true })
    else if (isKnown) findButton.current?.focus({ preventScroll: true })
    hadList.current = hasList
  }, [hasList, finding, isKnown])

  const settle = (suggestion: LinkSuggestion | undefined, accept: boolean): void => {
    if (suggestion === undefined) return
    const { left, right, score, reasons } = suggestion
    decide(
      { pairId, leftSegmentId: left.segmentId, rightSegmentId: right.segmentId, accept, score, reasons },
      { onSuccess: () => props.onSay(t(accept ? 'links.acceptedSaid' : 'links.dismissedSaid')) },
    )
  }
  const showCurrent = (): void => {
    if (currentId !== null) props.onShow(currentId)
    props.onLeave()
  }
  const inList = (): boolean => listElement.current?.contains(document.activeElement) === true
  const inPanel = (): boolean => section.current?.contains(document.activeElement) === true
  const userKeys = useUserKeys()
  const bindings: KeyBinding[] = [
    {
      chord: ['ArrowDown', 'KeyJ'],
      id: 'links.next',
      label: t('links.next'),
      when: inPanel,
      run: () => choice.step(1),
    },
    {
      chord: 'ArrowUp',
      id: 'links.previous',
      label: t('links.previous'),
      when: inPanel,
      run: () => choice.step(-1),
    },
    {
      chord: 'KeyA',
      id: 'links.accept',
      label: t('links.accept'),
      when: inPanel,
      run: () => settle(current, true),
    },
    {
      chord: 'KeyK',
      id: 'links.dismiss',
      label: t('links.dismiss'),
      when: inPanel,
      run: () => settle(current, false),
    },
    {
      chord: 'Enter',
      id: 'links.show',
      label: t('links.show'),
      when: inList,
      run: showCurrent,
    },
    { chord: 'Escape', when: inPanel, run: props.onClose },
  ]
  useKeys(t('links.keys'), bindings, 'links')
  const accepted = (
    <AcceptedLinks
      links={links}
      onShow={props.onShow}
      onRemoved={() => {
        takeFocus()
        props.onSay(t('links.removedSaid'))
      }}
    />
  )

  return (
    <PanelFrame
      ref={section}
      aria-label={t('links.title')}
      tabIndex={-1}
      data-own-keys={hasList ? undefined : ''}
      // First here, then the window: a letter in this panel is none of the text's.
      onKeyDown={(event) => dispatchKey(event.nativeEvent, ownKeys(bindings, userKeys))}
      title={t('links.title')}
      count={
        <>
          {suggestions !== null && t('links.count', { count: list.length })}
          {links.length > 0 && ` · ${t('links.accepted', { count: links.length })}`}
        </>
      }
      actions={
        <IconButton label={t('links.back')} onClick={props.onClose}>
          <CloseIcon size={15} />
        </IconButton>
      }
    >
      {finding ? (
        <div className={styles['tools']} role="status">
          {t('links.finding')}
          <Progress
            className={styles['progress'] ?? ''}
            label={t('links.finding')}
            value={job.done}
            max={job.total}
          />
        </div>
      ) : (
        hasList && (
          <div className={styles['tools']}>
            <Button small tone="quiet" disabled={isPending} onClick={find}>
              {t('links.again')}
            </Button>
          </div>
        )
      )}
      {!hasList && !finding && isKnown && (
        <PanelEmpty title={t(suggestions === null ? 'links.empty' : 'links.none')}>
          <p>{t(suggestions === null ? 'links.emptyHint' : 'links.noneHint')}</p>
          {job?.state === 'failed' && <p role="alert">{t('links.failed')}</p>}
          <Button ref={findButton} small disabled={isPending} onClick={find}>
            {t(suggestions === null ? 'links.find' : 'links.again')}
          </Button>
        </PanelEmpty>
      )}
      {!hasList && accepted}
      {hasList && (
        <>
          <ul
            ref={listElement}
            className={styles['list']}
            role="listbox"
            aria-label={t('links.list')}
            aria-activedescendant={choice.optionId(choice.index)}
            tabIndex={0}
          >
            {list.map((suggestion, index) => (
              // The list has the keys.
              // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
              <li
                key={`${suggestion.left.segmentId} ${suggestion.right.segmentId}`}
                id={choice.optionId(index)}
                role="option"
                className={styles['item']}
                aria-selected={index === choice.index}
                aria-label={t('links.item', {
                  score: scoreFigure(suggestion.score),
                  left: suggestion.left.text.trim(),
                  right: suggestion.right.text.trim(),
                })}
                onClick={() => choice.choose(index)}
              >
                <p className={styles['text']} lang={languages.left}>
                  {suggestion.left.text}
                </p>
                <p className={styles['text']} lang={languages.right}>
                  {suggestion.right.text}
                </p>
                <ReasonChips reasons={suggestion.reasons} score={suggestion.score} />
              </li>
            ))}
          </ul>
          {accepted}
          <div className={styles['hint']}>
            <Button small tone="quiet" onClick={() => settle(current, true)}>
              {t('links.accept')}
              <Kbd keyId="links.accept" />
            </Button>
            <Button small tone="quiet" onClick={() => settle(current, false)}>
              {t('links.dismiss')}
              <Kbd keyId="links.dismiss" />
            </Button>
            <Button small tone="quiet" onClick={showCurrent}>
              {t('links.show')}
              <Kbd keyId="links.show" />
            </Button>
          </div>
        </>
      )}
    </PanelFrame>
  )
}
