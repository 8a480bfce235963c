import { useMemo } from 'react'
import type { Input } from '../../../shared/contract/contract.ts'
import type { SpeakerSummary } from '../../../shared/contract/schemas/speaker.ts'
import type { SpeakerId } from '../../../shared/domain/ids.ts'
import { speakerName, type SpeakerName } from '../../../shared/domain/speaker.ts'
import { useCommand } from '../../data/use-command.ts'
import { currentLanguage, getT } from '../../i18n/i18n.ts'
import { showToast, STEP_TOAST } from '../../ui/toast.ts'

type Range = Pick<Input<'speakers.assign'>, 'articleId' | 'fromBlockId' | 'toBlockId'>
type Run = Input<'speakers.assignRuns'>['runs'][number]

export interface SpeakerActions {
  readonly create: (names: readonly SpeakerName[]) => Promise<SpeakerSummary | null>
  readonly update: (id: SpeakerId, names: readonly SpeakerName[]) => void
  readonly merge: (id: SpeakerId, intoId: SpeakerId) => void
  readonly remove: (speaker: SpeakerSummary) => void
  /** A known speaker, one by a new name, or nobody. */
  readonly assign: (range: Range, who: SpeakerSummary | string | null) => void
  readonly confirm: (runs: readonly Run[]) => void
}

/** What can be done about speakers, each told in a toast that offers to take it back. */
export function useSpeakerActions(): SpeakerActions {
  const { mutateAsync: create } = useCommand('speakers.create')
  const { mutateAsync: update } = useCommand('speakers.update')
  const { mutateAsync: merge } = useCommand('speakers.merge')
  const { mutateAsync: remove } = useCommand('speakers.remove')
  const { mutateAsync: assign } = useCommand('speakers.assign')
  const { mutateAsync: assignRuns } = useCommand('speakers.assignRuns')
  const { mutate: undo } = useCommand('history.undo')

  return useMemo(() => {
    const tell = (title: string): void => {
      showToast({
        id: STEP_TOAST,
        title,
        action: { label: getT('shell')('action.undo'), run: () => undo({}) },
      })
    }
    // The failure itself is told by the mutation.
    const told = (work: Promise<string>): void => void work.then(tell, () => undefined)
    const t = getT('speaking')
    const nameOf = (speaker: { readonly names: readonly SpeakerName[] }): string =>
      speakerName(speaker, currentLanguage()) ?? ''
    return {
      create: (names) =>
        create({ names: [...names] }).then(
          (speaker) => {
            tell(t('said.created', { name: nameOf(speaker) }))
            return speaker
          },
          () => null,
        ),
      update: (speakerId, names) =>
        told(
          update({ speakerId, names: [...names] }).then((speaker) =>
            t('said.updated', { name: nameOf(speaker) }),
          ),
        ),
      merge: (id, intoId) =>
        told(
          merge({ speakerIds: [id], intoId }).then((speaker) => t('said.merged', { name: nameOf(speaker) })),
        ),
      remove: (speaker) =>
        told(remove({ speakerIds: [speaker.id] }).then(() => t('said.removed', { name: nameOf(speaker) }))),
      assign: (range, who) => {
        if (typeof who === 'string') {
          const run = { ...range, speakerId: null, name: { name: who } }
          told(assignRuns({ runs: [run] }).then(() => t('said.assigned', { name: who })))
        } else {
          told(
            assign({ ...range, speakerId: who?.id ?? null }).then(() =>
              who === null ? t('said.cleared') : t('said.assigned', { name: nameOf(who) }),
            ),
          )
        }
      },
      confirm: (runs) =>
        told(assignRuns({ runs: [...runs] }).then(() => t('said.confirmed', { count: runs.length }))),
    }
  }, [create, update, merge, remove, assign, assignRuns, undo])
}
