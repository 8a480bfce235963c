import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import type { NoteRow } from '../../../shared/contract/schemas/note.ts'
import type { NoteId } from '../../../shared/domain/ids.ts'
import { NOTE_KINDS, type NoteKind } from '../../../shared/domain/note-link.ts'
import { api } from '../../api/api.ts'
import { reportError } from '../../data/query-client.ts'
import { navigate } from '../../data/route.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { getT, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { showToast, STEP_TOAST } from '../../ui/toast.ts'
import { goHome } from './note-home.tsx'
import { NotePane } from './note-pane.tsx'
import type { NoteSlots } from './note-slots.ts'
import { NotesList } from './notes-list.tsx'
import styles from './notes-room.module.css'
import { formatRoomQuery, parseRoomQuery, type RoomQuery } from './room-query.ts'
import { useStay } from './use-stay.ts'

/** Notes asked for at first, and with each “more”. */
const PIECE = 200
const NO_ROWS: readonly NoteRow[] = []

export interface NotesRoomProps extends NoteSlots {
  readonly query: string
}

/** All notes of the library: the list, and beside it the note that is open. */
export function NotesRoom({ query, editor, backlinks }: NotesRoomProps): ReactNode {
  const t = useT('noting')
  const room = parseRoomQuery(query)
  const { kind, text, linksTo, noteId } = room
  const [limit, setLimit] = useState(PIECE)
  const list = useRef<HTMLUListElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const { data } = useApiQuery(
    'notes.list',
    { kinds: kind === null ? [] : [kind], text, linksTo, limit: Math.min(limit, 1000) },
    { keepPrevious: true },
  )
  const rows = data?.rows ?? NO_ROWS
  const { stay, isGone, begin, leave, take } = useStay(noteId)
  const current = rows.find(({ id }) => id === noteId)

  // What is narrowed and chosen stands in the address, and leaves no steps to come back to.
  const show = (change: Partial<RoomQuery>): void =>
    navigate(
      { name: 'annotations', view: 'notes', query: formatRoomQuery({ ...room, ...change }) },
      { replace: true },
    )
  const choose = (id: NoteId | null): void => show({ noteId: id, isNew: false })
  const write = (): void => {
    begin()
    choose(null)
  }
  const edit = (): void => {
    const text = sheet.current?.querySelector<HTMLElement>('[contenteditable]')
    if (text === null || text === undefined) return
    text.focus()
    // One goes on writing where the note ends.
    const selection = window.getSelection()
    selection?.selectAllChildren(text)
    selection?.collapseToEnd()
  }
  const done = (): void => {
    if (isNarrow(sheet.current)) {
      leave()
      choose(null)
    }
    // The list may have come back only now.
    requestAnimationFrame(() => list.current?.focus())
  }
  const step = (by: 1 | -1): void => {
    const at = rows.findIndex(({ id }) => id === noteId)
    const row = rows[Math.min(Math.max(at + by, 0), rows.length - 1)]
    if (row !== undefined) choose(row.id)
  }

  function remove(): void {
    const id = stay?.noteId ?? noteId
    if (id === null) return
    const at = rows.findIndex((row) => row.id === id)
    const next = rows[at + 1] ?? rows[at - 1]
    leave()
    choose(at < 0 ? null : (next?.id ?? null))
    list.current?.focus()
    api.notes.remove({ noteIds: [id] }).then(tellRemoved, reportError)
  }

  const beginAsked = useEffectEvent(() => {
    if (room.isNew) write()
  })
  useEffect(() => beginAsked(), [room.isNew])

  const hasOne = (): boolean => noteId !== null
  useKeys(t('keys.group'), [
    { chord: 'KeyN', id: 'notes.new', label: t('keys.new'), run: write },
    { chord: 'Slash', id: 'notes.search', label: t('keys.search'), run: () => search.current?.focus() },
    { chord: 'KeyJ', id: 'notes.next', label: t('keys.next'), run: () => step(1) },
    { chord: 'KeyK', id: 'notes.previous', label: t('keys.previous'), run: () => step(-1) },
    { chord: 'KeyE', id: 'notes.edit', label: t('keys.edit'), when: hasOne, run: edit },
    {
      chord: 'KeyG',
      id: 'notes.home',
      label: t('keys.home'),
      when: () => current !== undefined && current.on.kind !== 'free',
      run: () => (current === undefined ? undefined : goHome(current.on)),
    },
    { chord: 'Delete', id: 'notes.remove', label: t('keys.remove'), when: hasOne, run: remove },
  ])

  const isFiltered = kind !== null || text !== '' || linksTo !== null
  return (
    <div className={styles['room']} data-open={stay !== null || noteId !== null || undefined}>
      <section className={styles['side']} aria-label={t('list.label')}>
        <div className={styles['tools']} role="search">
          <TextField
            ref={search}
            className={styles['search']}
            label={t('list.search')}
            labelUnseen
            type="search"
            placeholder={t('list.search')}
            value={text}
            onChange={(value) => show({ text: value })}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing || event.keyCode === 229) return
              if (event.key === 'Escape') show({ text: '' })
              if (event.key === 'Escape' || event.key === 'ArrowDown') list.current?.focus()
            }}
          />
          <Select<NoteKind | 'all'>
            quiet
            label={t('list.kinds')}
            value={kind ?? 'all'}
            options={[
              { value: 'all', label: t('kind.all') },
              ...NOTE_KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
            ]}
            onChange={(value) => show({ kind: value === 'all' ? null : value })}
          />
          <Button small onClick={write}>
            {t('action.new')}
            <Kbd keyId="notes.new" />
          </Button>
        </div>
        {linksTo !== null && <LinkedTo room={room} onClear={() => show({ linksTo: null })} />}
        <p className={styles['count']} role="status">
          {data === undefined ? '' : t('list.count', { count: data.total })}
        </p>
        {rows.length > 0 ? (
          <div className={styles['scroller']}>
            <NotesList
              element={list}
              rows={rows}
              current={noteId}
              onChoose={choose}
              onEdit={edit}
              onRemove={remove}
            />
            {data !== undefined && data.total > rows.length && (
              <Button small tone="quiet" onClick={() => setLimit(limit + PIECE)}>
                {t('list.more', { count: Math.min(PIECE, data.total - rows.length) })}
              </Button>
            )}
          </div>
        ) : (
          data !== undefined && (
            <EmptyState
              title={isFiltered ? t('list.noMatch') : t('list.empty')}
              {...(isFiltered
                ? {
                    actions: (
                      <Button onClick={() => show({ kind: null, text: '', linksTo: null })}>
                        {t('list.clear')}
                      </Button>
                    ),
                  }
                : {})}
            >
              {!isFiltered && <p>{t('list.emptyHint')}</p>}
            </EmptyState>
          )
        )}
      </section>
      <div className={styles['open']} ref={sheet}>
        {stay !== null ? (
          <NotePane
            key={stay.key}
            stay={stay}
            editor={editor}
            backlinks={backlinks}
            onDone={done}
            onRemove={remove}
            onSaved={(note) => {
              take(note)
              if (note !== null && note.id !== noteId) choose(note.id)
            }}
          />
        ) : (
          (isGone || rows.length > 0) && (
            <p className={styles['nothing']}>{isGone ? t('list.gone') : t('list.nothingOpen')}</p>
          )
        )}
      </div>
    </div>
  )
}

/** Says that only notes that link to something are shown. */
function LinkedTo({ room, onClear }: { readonly room: RoomQuery; readonly onClear: () => void }): ReactNode {
  const t = useT('noting')
  const links = room.linksTo === null ? [] : [room.linksTo]
  const { data } = useApiQuery('notes.places', { links })
  return (
    <p className={styles['linked']}>
      {t('list.linkedTo', { label: data?.[0]?.label ?? '…' })}
      <Button small tone="quiet" onClick={onClear}>
        {t('list.clear')}
      </Button>
    </p>
  )
}

/** Whether there is room for one pane only. */
function isNarrow(pane: HTMLElement | null): boolean {
  return pane !== null && getComputedStyle(pane).getPropertyValue('--panes').trim() === '1'
}

function tellRemoved(): void {
  const t = getT('noting')
  showToast({
    id: STEP_TOAST,
    title: t('action.removed'),
    action: {
      label: t('action.undo'),
      run: () => void api.history.undo({}).catch(reportError),
    },
  })
}
