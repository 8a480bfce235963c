import { alignKeyId } from '../../features/aligning/align-key-id.ts'
import { showRevisingDialog, type RevisingDialog } from '../../data/revising-dialog.ts'
import { backOutOfText, textStore } from '../../features/revising/text-store.ts'
import { announce } from '../../features/annotating/announce.tsx'
import { useT } from '../../i18n/i18n.ts'
import { useKeys, type KeyBinding } from '../../ui/keys.ts'
import { currentArticle } from './revised-articles.ts'
import { moveCaret, splitAtCaret } from './split-commands.ts'
import type { TextBench } from './text-bench.ts'
import {
  chooseKind,
  joinParagraphs,
  joinWithNext,
  showSplitCaret,
  splitTextAtCaret,
} from './text-commands.ts'
import { startEditing } from './text-draft.ts'
import type { AlignBench } from './align-commands.ts'
import type { Turn } from './turn.ts'

const TEXT_ACTIONS = {
  edit: 'KeyE',
  split: 'Shift+KeyE',
  join: 'Shift+KeyM',
  paragraph: 'Alt+Shift+KeyE',
  joinParagraphs: 'Alt+Shift+KeyM',
  kind: 'Alt+Shift+KeyK',
} as const
export type TextActionId = keyof typeof TEXT_ACTIONS
export const TEXT_ACTION_IDS = [
  'edit',
  'split',
  'join',
  'paragraph',
  'joinParagraphs',
  'kind',
] as const satisfies readonly TextActionId[]

const DIALOG_CHORDS = { update: 'Alt+Shift+KeyU', revisions: 'Alt+Shift+KeyR' } as const

/** What the user's changes of keys know it by; what the align layer has too is one thing. */
export function textKeyId(id: TextActionId | RevisingDialog['kind']): string {
  return id === 'edit' || id === 'join' ? alignKeyId(id) : `text.${id}`
}

/** Does to the text what an action says. */
export function runTextAction(bench: TextBench, id: TextActionId): Promise<void> {
  switch (id) {
    case 'edit':
      return startEditing(bench)
    case 'split':
      return showSplitCaret(bench, 'sentence')
    case 'paragraph':
      return showSplitCaret(bench, 'paragraph')
    case 'join':
      return joinWithNext(bench)
    case 'joinParagraphs':
      return joinParagraphs(bench)
    case 'kind':
      return chooseKind(bench)
  }
}

export interface TextKeys {
  readonly bench: TextBench
  /** In the align layer: its bench. */
  readonly align: AlignBench | null
  readonly turn: Turn
  readonly layerOn: boolean
}

/** The keys that change the text. Bound first: while the caret moves, arrows and Enter are its own. */
export function useTextKeys({ bench, align, turn, layerOn }: TextKeys): void {
  const t = useT('revising')
  const isMoving = (): boolean => textStore.getState().caret?.isMoving === true
  const caret = (chord: KeyBinding['chord'], move: () => unknown): KeyBinding => ({
    chord,
    inTextFields: false,
    when: isMoving,
    run: () => void turn.take(move),
  })
  const split = (): unknown => {
    if (textStore.getState().caret?.purpose !== 'bead') return splitTextAtCaret(bench)
    return align === null ? undefined : splitAtCaret(align)
  }
  const moving: KeyBinding[] = [
    caret('ArrowRight', () => moveCaret(bench, 'character', 'on')),
    caret('ArrowLeft', () => moveCaret(bench, 'character', 'back')),
    caret(['Control+ArrowRight', 'Alt+ArrowRight'], () => moveCaret(bench, 'word', 'on')),
    caret(['Control+ArrowLeft', 'Alt+ArrowLeft'], () => moveCaret(bench, 'word', 'back')),
    caret('ArrowDown', () => moveCaret(bench, 'clause', 'on')),
    caret('ArrowUp', () => moveCaret(bench, 'clause', 'back')),
    caret('End', () => moveCaret(bench, 'edge', 'on')),
    caret('Home', () => moveCaret(bench, 'edge', 'back')),
    caret(['Enter', 'KeyS'], split),
  ]
  // The layer has the same two under its own name.
  const ids = TEXT_ACTION_IDS.filter((id) => !layerOn || (id !== 'edit' && id !== 'join'))
  const actions = ids.map((id): KeyBinding => ({
    chord: TEXT_ACTIONS[id],
    id: textKeyId(id),
    label: t(`action.${id}`),
    run: () => void turn.take(() => runTextAction(bench, id)),
  }))
  const dialogs = (['update', 'revisions'] as const).map((kind: RevisingDialog['kind']): KeyBinding => ({
    chord: DIALOG_CHORDS[kind],
    id: textKeyId(kind),
    label: t(`action.${kind}`),
    run: () => showRevisingDialog({ kind, article: currentArticle(bench) }),
  }))
  const back: KeyBinding = {
    chord: 'Escape',
    run: () => {
      if (layerOn || !backOutOfText()) return false
      announce(t('said.cancelled'))
      return true
    },
  }
  useKeys(t('keys.group'), [...moving, ...actions, ...dialogs, back])
}
