import { useMemo, useRef, useState, type ReactNode } from 'react'
import type { SpeakerId } from '../../../shared/domain/ids.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { useT } from '../../i18n/i18n.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import styles from './assign-dialog.module.css'
import { askWhoSpeaks, useAssignStore, type BlockRange } from './assign-store.ts'
import { SpeakerBox } from './speaker-box.tsx'
import { useSpeakerActions } from './use-speaker-actions.ts'

export interface AssignDialogProps {
  /** Who speaks in the open texts. */
  readonly here: readonly { readonly id: SpeakerId }[]
  readonly onDone: () => void
}

/** Asks who speaks in the chosen paragraphs, when that was asked for. */
export function AssignDialogHost({ here, onDone }: AssignDialogProps): ReactNode {
  const range = useAssignStore((state) => state.range)
  if (range === null) return null
  return (
    <AssignDialog key={`${range.fromBlockId}-${range.toBlockId}`} range={range} here={here} onDone={onDone} />
  )
}

function AssignDialog({
  range,
  here,
  onDone,
}: AssignDialogProps & { readonly range: BlockRange }): ReactNode {
  const t = useT('speaking')
  const shell = useT('shell')
  const box = useRef<HTMLInputElement>(null)
  const [choice, setChoice] = useState<'chosen' | 'section' | null>(null)
  const speakers = useApiQuery('speakers.list', {}).data ?? []
  const extent = useApiQuery('speakers.range', range).data
  const { assign } = useSpeakerActions()
  const known = useMemo(() => new Set(here.map(({ id }) => id)), [here])
  // On a heading or a speaker's line, what is meant is the words below it.
  const toHeading = (choice ?? (extent?.range.hasSpoken === false ? 'section' : 'chosen')) === 'section'
  const reach = toHeading ? extent?.section : extent?.range
  const hasSection = extent !== undefined && extent.section.toBlockId !== extent.range.toBlockId

  function close(): void {
    askWhoSpeaks(null)
    onDone()
  }

  return (
    <Dialog
      open
      onClose={close}
      title={t('assign.title')}
      closeLabel={shell('action.close')}
      size="small"
      initialFocus={box}
    >
      <div className={styles['content']}>
        {extent !== undefined && reach !== undefined && (
          <p className={styles['range']}>
            {reach.blockCount === 1
              ? t('assign.one', { opening: start(extent.opening, SHOWN * 2) })
              : t('assign.range', { opening: start(extent.opening), closing: end(reach.closing) })}
          </p>
        )}
        {hasSection && (
          <Segmented
            label={t('assign.extent')}
            value={toHeading ? 'section' : 'chosen'}
            options={[
              { value: 'chosen', label: t('assign.chosen', { count: extent.range.blockCount }) },
              { value: 'section', label: t('assign.section', { count: extent.section.blockCount }) },
            ]}
            onChange={setChoice}
          />
        )}
        <SpeakerBox
          label={t('assign.box')}
          speakers={speakers}
          input={box}
          options={{ here: known, canCreate: true, withNobody: (extent?.speakerIds.length ?? 0) > 0 }}
          onPick={(picked) => {
            const wanted = { ...range, toBlockId: reach?.toBlockId ?? range.toBlockId }
            assign(
              wanted,
              picked.kind === 'speaker' ? picked.speaker : picked.kind === 'create' ? picked.name : null,
            )
            close()
          }}
        />
      </div>
    </Dialog>
  )
}

const SHOWN = 16

/** The first or the last characters, whole ones. */
function start(text: string, length = SHOWN): string {
  const shown = [...text].slice(0, length).join('')
  return shown.length < text.length ? `${shown}…` : shown
}

function end(text: string): string {
  return [...text].slice(-SHOWN).join('')
}
