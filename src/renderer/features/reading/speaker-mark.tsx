import { useCallback, useSyncExternalStore, type ReactNode } from 'react'
import type { Reading, Row, Run } from '../../../shared/contract/schemas/reader.ts'
import type { Side } from '../../../shared/domain/article.ts'
import type { SpeakerId } from '../../../shared/domain/ids.ts'
import { allNames, initialsOf, nearestName } from '../../../shared/domain/speaker.ts'
import { useT, useUiLanguage } from '../../i18n/i18n.ts'
import type { RowSource } from './row-source.ts'
import styles from './speaker-mark.module.css'

export interface SpeakerMarkProps {
  readonly row: Row
  readonly source: RowSource
  readonly speakers: Reading['speakers']
  /** Asks who speaks there. */
  readonly onOpen: (side: Side, run: Run) => void
  /** Where there is room: before what else stands in the gutter, or under it. */
  readonly place: 'beside' | 'below'
  /** What else stands in the gutter. */
  readonly children: ReactNode
}

/** Who begins to speak in a row, by initials, once where both sides are the same person. */
export function SpeakerMark({ row, source, speakers, onOpen, place, children }: SpeakerMarkProps): ReactNode {
  const subscribe = useCallback((listener: () => void) => source.subscribe(listener), [source])
  // As a string, so that a row is drawn again only when its own marks have changed: the row before may come later.
  const starts = useSyncExternalStore(subscribe, () => {
    const left = beginner(source, row, 'left')?.speakerId ?? ''
    const right = beginner(source, row, 'right')?.speakerId ?? ''
    return `${left} ${right}`
  })
  const [left = '', right = ''] = starts.split(' ')
  if (left === '' && right === '') return children
  const sides: readonly Side[] =
    left === right || right === '' ? ['left'] : left === '' ? ['right'] : ['left', 'right']
  return (
    <div className={styles[place]}>
      <div className={styles['marks']}>
        {sides.map((side) => (
          <Mark
            key={side}
            speaker={speakers.find(({ id }) => id === (side === 'left' ? left : right))}
            onOpen={() => {
              const run = beginner(source, row, side)
              if (run !== null) onOpen(side, run)
            }}
          />
        ))}
      </div>
      {children}
    </div>
  )
}

function Mark({
  speaker,
  onOpen,
}: {
  readonly speaker: Reading['speakers'][number] | undefined
  readonly onOpen: () => void
}): ReactNode {
  const t = useT('speaking')
  const language = useUiLanguage()
  const name = speaker === undefined ? null : nearestName(speaker, language)
  if (speaker === undefined || name === null) return null
  const names = allNames(speaker, language)
  const label = t('mark', { name: name.role === null ? names : `${names} · ${name.role}` })
  return (
    <button
      type="button"
      className={styles['mark']}
      aria-label={label}
      title={label}
      // One per speech would make Tab useless; the keyboard has a key for it.
      tabIndex={-1}
      // By an attribute: what is selected and copied is the text.
      data-initials={initialsOf(name.name)}
      onClick={onOpen}
    />
  )
}

/** How far back a row is looked for that has text on the side. */
const FARTHEST = 50

/** The first run of a row's side with which somebody begins who did not speak just before. */
function beginner(source: RowSource, row: Row, side: Side): (Run & { speakerId: SpeakerId }) | null {
  let before: Run | null | undefined
  for (const run of row[side]) {
    const { speakerId } = run
    if (speakerId !== null && run.starts) {
      before ??= runBefore(source, row.index, side)
      if (before?.speakerId !== speakerId) return { ...run, speakerId }
    }
    before = run
  }
  return null
}

function runBefore(source: RowSource, index: number, side: Side): Run | null {
  for (let at = index - 1; at >= Math.max(0, index - FARTHEST); at -= 1) {
    const row = source.row(at)
    if (row === null) return null
    const last = row[side].at(-1)
    if (last !== undefined) return last
  }
  return null
}
