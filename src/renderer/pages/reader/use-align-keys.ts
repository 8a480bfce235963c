import { ALIGN_ACTIONS, type AlignActionId } from '../../../shared/domain/align-action.ts'
import { alignKeyId } from '../../features/aligning/align-key-id.ts'
import { backOut, setAligning } from '../../features/aligning/align-store.ts'
import { announce } from '../../features/annotating/announce.tsx'
import { backOutOfText, textStore } from '../../features/revising/text-store.ts'
import { useT } from '../../i18n/i18n.ts'
import { useKeys, type KeyBinding } from '../../ui/keys.ts'
import type { AlignBench } from './align-commands.ts'
import { openLayer } from './run-align-action.ts'

export interface AlignKeys {
  readonly bench: AlignBench | null
  /** Whether the layer is on. */
  readonly on: boolean
  readonly run: (id: AlignActionId) => void
  /** Something inside the text is open that Escape closes first: a selection, a highlight, what is sought. */
  readonly hasInner: () => boolean
  /** A selection or a highlight is at hand, whose bar offers N for a note. */
  readonly isChosen: () => boolean
}

/** The align layer's keys. Bound before the reader's own, so that they come first while the layer is on. */
export function useAlignKeys({ bench, on, run, hasInner, isChosen }: AlignKeys): void {
  const t = useT('aligning')
  const actions = ALIGN_ACTIONS.map(({ id, chords }): KeyBinding => ({
    chord: chords,
    id: alignKeyId(id),
    label: id === 'nextNotOneToOne' ? t('action.nextNotOneToOneUnchosen') : t(`action.${id}`),
    // The browser must never reload the page under a key that means realign.
    inTextFields: id === 'realign',
    when: () => whenOf(id, isChosen),
    run: () => run(id),
  }))
  const leave: KeyBinding = {
    chord: 'Escape',
    id: alignKeyId('leave'),
    label: t('action.leave'),
    run: () => {
      if (backOutOfText() || backOut()) {
        announce(t('said.markCleared'))
        return true
      }
      if (hasInner()) return false
      setAligning(false)
      textStore.setState({ caret: null })
      announce(t('layer.off'))
      return true
    },
  }
  const open: KeyBinding = {
    chord: 'KeyA',
    id: alignKeyId('toggle'),
    label: t('action.toggle'),
    run: () => {
      if (bench !== null) openLayer(bench, true)
    },
  }
  // Links are for pairs that are not aligned at all, too.
  const links: readonly KeyBinding[] =
    bench?.stage.source.reading.pair?.kind === 'comparable'
      ? [
          {
            chord: 'Shift+KeyL',
            id: alignKeyId('suggestions'),
            label: t('action.suggestions'),
            run: () => run('suggestions'),
          },
        ]
      : []
  useKeys(t('group.keys'), bench === null ? [] : on ? [...actions, leave] : [open, ...links])
}

/** Keys that mean something wherever the focus is; the others are about the text. */
const EVERYWHERE: ReadonlySet<AlignActionId> = new Set(['realign', 'toolbar'])
/** Letters don't press buttons, so they may be pressed while one has the focus. */
const ON_BUTTONS = /^(?:Shift\+|Alt\+)*Key[A-Z]$/u
const LETTERS: ReadonlySet<AlignActionId> = new Set(
  ALIGN_ACTIONS.filter(({ chords }) => chords.every((chord) => ON_BUTTONS.test(chord))).map(({ id }) => id),
)

function whenOf(id: AlignActionId, isChosen: () => boolean): boolean {
  if (EVERYWHERE.has(id)) return true
  if (id === 'nextNotOneToOne' && isChosen()) return false
  return LETTERS.has(id) || isInText()
}

/** Whether the focus is in the text (or nowhere), so that Tab, Enter and arrows are the layer's. */
function isInText(): boolean {
  const { activeElement } = document
  if (activeElement === null || activeElement === document.body) return true
  if (activeElement.closest('button, a, input, [role="radio"], [role="menu"]') !== null) return false
  return activeElement.closest('[data-reading-scroller]') !== null
}
