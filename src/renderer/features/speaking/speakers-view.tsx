import { useId, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { SpeakerSummary } from '../../../shared/contract/schemas/speaker.ts'
import type { SpeakerId } from '../../../shared/domain/ids.ts'
import { speakerName } from '../../../shared/domain/speaker.ts'
import { goToAnnotations, navigate } from '../../data/route.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { nameOrder } from '../../i18n/format.ts'
import { useT, useUiLanguage } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { isComposing, useKeys } from '../../ui/keys.ts'
import { TextField } from '../../ui/text-field.tsx'
import { EditSpeakerDialog } from './edit-speaker-dialog.tsx'
import { MergeSpeakerDialog } from './merge-speaker-dialog.tsx'
import { folded } from './speaker-choices.ts'
import { SpeakerRow } from './speaker-row.tsx'
import styles from './speakers-view.module.css'
import { useSpeakerActions } from './use-speaker-actions.ts'

type Dialog =
  | { readonly kind: 'new' }
  | { readonly kind: 'edit'; readonly speaker: SpeakerSummary }
  | { readonly kind: 'merge'; readonly speaker: SpeakerSummary }

const COLUMNS = ['name', 'role', 'blocks', 'articles', 'highlights'] as const

/** Everybody who speaks in the library: what they are called in either language, and how much of it is theirs. */
export function SpeakersView(): ReactNode {
  const t = useT('speaking')
  const language = useUiLanguage()
  const listed = useApiQuery('speakers.list', {}).data
  const [text, setText] = useState('')
  const [current, setCurrent] = useState<SpeakerId | null>(null)
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const grid = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const actions = useSpeakerActions()
  const shown = useMemo(() => arrange(listed ?? [], text, language), [listed, text, language])
  const index = Math.max(
    0,
    shown.findIndex((speaker) => speaker.id === current),
  )
  const chosen = shown[index]

  function walk(to: number): void {
    const next = Math.max(0, Math.min(shown.length - 1, to))
    setCurrent(shown[next]?.id ?? null)
    document.querySelector(`#${CSS.escape(`${id}-${next}`)}`)?.scrollIntoView({ block: 'nearest' })
  }

  function remove(speaker: SpeakerSummary): void {
    const at = shown.indexOf(speaker)
    setCurrent((shown[at + 1] ?? shown[at - 1])?.id ?? null)
    actions.remove(speaker)
  }

  const inGrid = (): boolean => document.activeElement === grid.current
  const withChosen = (run: (speaker: SpeakerSummary) => void) => (): boolean => {
    if (chosen !== undefined) run(chosen)
    return chosen !== undefined
  }
  const showHighlights = (speaker: SpeakerSummary): void => showHighlightsOf(speaker.id)
  useKeys(t('keys.group'), [
    { chord: 'KeyN', id: 'speakers.new', label: t('keys.new'), run: () => setDialog({ kind: 'new' }) },
    { chord: 'Slash', id: 'speakers.filter', label: t('keys.filter'), run: () => field.current?.focus() },
    {
      chord: ['Enter', 'KeyE'],
      id: 'speakers.edit',
      label: t('keys.edit'),
      when: inGrid,
      run: withChosen((speaker) => setDialog({ kind: 'edit', speaker })),
    },
    {
      chord: 'KeyM',
      id: 'speakers.merge',
      label: t('keys.merge'),
      when: inGrid,
      run: withChosen((speaker) => setDialog({ kind: 'merge', speaker })),
    },
    {
      chord: 'KeyH',
      id: 'speakers.highlights',
      label: t('keys.highlights'),
      when: inGrid,
      run: withChosen(showHighlights),
    },
    {
      chord: 'KeyX',
      id: 'speakers.export',
      label: t('keys.export'),
      when: inGrid,
      run: withChosen(exportSpeaker),
    },
    {
      chord: ['Delete', 'Backspace'],
      id: 'speakers.remove',
      label: t('keys.remove'),
      when: inGrid,
      run: withChosen(remove),
    },
  ])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.target !== event.currentTarget || isComposing(event)) return
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + 8,
      PageUp: index - 8,
      Home: 0,
      End: shown.length - 1,
    }
    const to = steps[event.key]
    if (to === undefined) return
    event.preventDefault()
    walk(to)
  }

  const close = (): void => {
    setDialog(null)
    requestAnimationFrame(() => grid.current?.focus())
  }

  return (
    <div className={styles['view']}>
      {listed !== undefined && listed.length > 0 && (
        <div className={styles['bar']}>
          <TextField
            ref={field}
            className={styles['filter']}
            label={t('list.filter')}
            labelUnseen
            type="search"
            placeholder={t('list.filter')}
            value={text}
            onChange={setText}
            onKeyDown={(event) => {
              if (isComposing(event) || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return
              event.preventDefault()
              grid.current?.focus()
            }}
          />
          <Button onClick={() => setDialog({ kind: 'new' })}>{t('list.new')}</Button>
        </div>
      )}
      {listed?.length === 0 && (
        <EmptyState
          title={t('empty.title')}
          actions={<Button onClick={() => setDialog({ kind: 'new' })}>{t('list.new')}</Button>}
        >
          <p>{t('empty.text')}</p>
        </EmptyState>
      )}
      {listed !== undefined && listed.length > 0 && (
        <div
          ref={grid}
          role="grid"
          aria-label={t('list.label')}
          aria-rowcount={shown.length + 1}
          aria-activedescendant={chosen === undefined ? undefined : `${id}-${index}`}
          tabIndex={0}
          className={styles['grid']}
          onKeyDown={onKeyDown}
        >
          <div role="row" className={styles['head']}>
            {COLUMNS.map((column) => (
              <span key={column} role="columnheader">
                {t(`list.${column}`)}
              </span>
            ))}
          </div>
          {shown.map((speaker, at) => (
            <SpeakerRow
              key={speaker.id}
              id={`${id}-${at}`}
              speaker={speaker}
              isCurrent={at === index}
              onCurrent={() => setCurrent(speaker.id)}
              onEdit={() => setDialog({ kind: 'edit', speaker })}
              onMerge={() => setDialog({ kind: 'merge', speaker })}
              onRemove={() => remove(speaker)}
              onHighlights={() => showHighlights(speaker)}
              onExport={() => exportSpeaker(speaker)}
            />
          ))}
        </div>
      )}
      {shown.length === 0 && text !== '' && <p className={styles['none']}>{t('list.noMatch')}</p>}
      {dialog?.kind === 'merge' && (
        <MergeSpeakerDialog
          speaker={dialog.speaker}
          speakers={listed ?? []}
          onMerge={(gone, into) => {
            setCurrent(into)
            actions.merge(gone, into)
          }}
          onClose={close}
        />
      )}
      {(dialog?.kind === 'new' || dialog?.kind === 'edit') && (
        <EditSpeakerDialog
          speaker={dialog.kind === 'edit' ? dialog.speaker : null}
          onSave={(names) => {
            if (dialog.kind === 'edit') actions.update(dialog.speaker.id, names)
            else void actions.create(names).then((made) => setCurrent(made?.id ?? null))
          }}
          onClose={close}
        />
      )}
    </div>
  )
}

/** The highlights that begin in a speaker's words, as a list. */
function showHighlightsOf(id: SpeakerId): void {
  goToAnnotations('highlights', new URLSearchParams({ speaker: id }).toString())
}

function exportSpeaker({ id }: SpeakerSummary): void {
  navigate({ name: 'export', scope: { kind: 'speaker', speakerId: id } })
}

/** Those whose name or role has the text in it, by name as the language sorts. */
function arrange(speakers: readonly SpeakerSummary[], text: string, language: string): SpeakerSummary[] {
  const wanted = folded(text)
  const order = nameOrder()
  return speakers
    .filter(({ names }) =>
      names.some(({ name, role }) => folded(name).includes(wanted) || folded(role ?? '').includes(wanted)),
    )
    .toSorted((a, b) => order.compare(speakerName(a, language) ?? '', speakerName(b, language) ?? ''))
}
