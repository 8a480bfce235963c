import type { Chord } from '../../ui/chord.ts'

/** One entry of the align layer: a key, a line in the menus, a command in the palette. */
export interface AlignAction {
  readonly id: AlignActionId
  readonly group: AlignGroup
  readonly chords: readonly Chord[]
  /** Left out of the menus: it moves the caret or is about the layer itself. */
  readonly keyOnly?: boolean
  /** About the whole pair: in the toolbar's menu, but not in a row's. */
  readonly wholePair?: boolean
}

export type AlignGroup = 'move' | 'join' | 'tie' | 'check' | 'text' | 'go' | 'place'

/** The order of the groups in the menus. */
export const ALIGN_GROUPS = [
  'move',
  'join',
  'tie',
  'check',
  'text',
  'go',
] as const satisfies readonly AlignGroup[]

export type AlignActionId =
  | 'pull'
  | 'push'
  | 'shift'
  | 'pop'
  | 'mergePrevious'
  | 'mergeNext'
  | 'insert'
  | 'split'
  | 'swap'
  | 'pinpoint'
  | 'link'
  | 'unmatch'
  | 'verify'
  | 'unverify'
  | 'verifyTo'
  | 'verifyAll'
  | 'review'
  | 'edit'
  | 'note'
  | 'join'
  | 'realign'
  | 'nextUncertain'
  | 'previousUncertain'
  | 'nextNotOneToOne'
  | 'nextUnverified'
  | 'lowest'
  | 'down'
  | 'up'
  | 'start'
  | 'end'
  | 'first'
  | 'second'
  | 'nextSegment'
  | 'previousSegment'
  | 'menu'
  | 'toolbar'
  | 'selectSentence'
  | 'suggestions'

/**
 * Everything the align layer can do. Where a letter means something else in reading (S, X, K, N, Space, Backspace),
 * the layer's meaning holds while it is on.
 */
export const ALIGN_ACTIONS: readonly AlignAction[] = [
  { id: 'pull', group: 'move', chords: ['Backspace'] },
  { id: 'push', group: 'move', chords: ['Enter'] },
  { id: 'shift', group: 'move', chords: ['Mod+ArrowUp'] },
  { id: 'pop', group: 'move', chords: ['Mod+ArrowDown'] },
  { id: 'mergePrevious', group: 'join', chords: ['Mod+Backspace'] },
  { id: 'mergeNext', group: 'join', chords: ['KeyM'] },
  { id: 'insert', group: 'join', chords: ['Mod+Enter'] },
  { id: 'split', group: 'join', chords: ['KeyS'] },
  { id: 'swap', group: 'tie', chords: ['KeyX'] },
  { id: 'pinpoint', group: 'tie', chords: ['Space'] },
  { id: 'link', group: 'tie', chords: ['KeyL'] },
  { id: 'unmatch', group: 'tie', chords: ['KeyK'] },
  { id: 'verify', group: 'check', chords: ['KeyA'] },
  { id: 'verifyTo', group: 'check', chords: ['Shift+KeyA'] },
  { id: 'verifyAll', group: 'check', chords: ['Alt+Shift+KeyA'], wholePair: true },
  { id: 'unverify', group: 'check', chords: ['KeyV'] },
  { id: 'review', group: 'check', chords: ['KeyR'] },
  { id: 'edit', group: 'text', chords: ['KeyE'] },
  { id: 'join', group: 'text', chords: ['Shift+KeyM'] },
  { id: 'note', group: 'text', chords: ['Shift+KeyN'] },
  { id: 'realign', group: 'check', chords: ['Mod+KeyR'], wholePair: true },
  { id: 'nextUncertain', group: 'go', chords: ['Tab'] },
  { id: 'previousUncertain', group: 'go', chords: ['Shift+Tab'] },
  { id: 'nextNotOneToOne', group: 'go', chords: ['KeyN'] },
  { id: 'nextUnverified', group: 'go', chords: ['KeyU'] },
  { id: 'lowest', group: 'go', chords: ['KeyG'] },
  { id: 'suggestions', group: 'tie', chords: ['Shift+KeyL'], wholePair: true },
  { id: 'down', group: 'place', chords: ['ArrowDown', 'KeyJ'], keyOnly: true },
  { id: 'up', group: 'place', chords: ['ArrowUp'], keyOnly: true },
  { id: 'start', group: 'place', chords: ['Home'], keyOnly: true },
  { id: 'end', group: 'place', chords: ['End'], keyOnly: true },
  { id: 'first', group: 'place', chords: ['ArrowLeft'], keyOnly: true },
  { id: 'second', group: 'place', chords: ['ArrowRight'], keyOnly: true },
  { id: 'previousSegment', group: 'place', chords: ['Mod+ArrowLeft'], keyOnly: true },
  { id: 'nextSegment', group: 'place', chords: ['Mod+ArrowRight'], keyOnly: true },
  { id: 'selectSentence', group: 'place', chords: ['Shift+KeyS'], keyOnly: true },
  { id: 'menu', group: 'place', chords: ['Shift+F10', 'ContextMenu'], keyOnly: true },
  { id: 'toolbar', group: 'place', chords: ['F6'], keyOnly: true },
]

/** Keys that mean something else while the layer is on. N stays with notes while something is selected. */
export const SHADOWED_CHORDS: ReadonlySet<Chord> = new Set(
  ALIGN_ACTIONS.flatMap(({ id, chords }) => (id === 'nextNotOneToOne' ? [] : chords)).concat('KeyA'),
)

/** The actions of one group of the menus; `row`: of a row's menu. */
export function actionsIn(group: AlignGroup, of: 'row' | 'pair'): readonly AlignAction[] {
  return ALIGN_ACTIONS.filter(
    (action) =>
      action.group === group && action.keyOnly !== true && (of === 'pair' || action.wholePair !== true),
  )
}
