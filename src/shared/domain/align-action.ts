/** What brings about an operation of the align layer: a key by its `code`, after its modifiers (`Mod+ArrowUp`). */
type Chord = string

/** One entry of the align layer: a key, a line in the menus, a command in the palette. */
export interface AlignAction<Id extends AlignActionId = AlignActionId> {
  readonly id: Id
  readonly group: AlignGroup
  readonly chords: readonly Chord[]
  /** About the whole pair: in the toolbar's and the window's menu, but not in a row's. */
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

/** The operations: those that stand in menus. */
export type AlignOperationId =
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
  | 'suggestions'

/** Left out of the menus: they move the caret or are about the layer itself. */
export type AlignStepId =
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

export type AlignActionId = AlignOperationId | AlignStepId

/**
 * The operations of the align layer, in the order of the menus within each group. Where a letter means something else
 * in reading (S, X, K, N, Space, Backspace), the layer's meaning holds while it is on.
 */
export const ALIGN_OPERATIONS: readonly AlignAction<AlignOperationId>[] = [
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
]

const ALIGN_STEPS: readonly AlignAction<AlignStepId>[] = [
  { id: 'down', group: 'place', chords: ['ArrowDown', 'KeyJ'] },
  { id: 'up', group: 'place', chords: ['ArrowUp'] },
  { id: 'start', group: 'place', chords: ['Home'] },
  { id: 'end', group: 'place', chords: ['End'] },
  { id: 'first', group: 'place', chords: ['ArrowLeft'] },
  { id: 'second', group: 'place', chords: ['ArrowRight'] },
  { id: 'previousSegment', group: 'place', chords: ['Mod+ArrowLeft'] },
  { id: 'nextSegment', group: 'place', chords: ['Mod+ArrowRight'] },
  { id: 'selectSentence', group: 'place', chords: ['Shift+KeyS'] },
  { id: 'menu', group: 'place', chords: ['Shift+F10', 'ContextMenu'] },
  { id: 'toolbar', group: 'place', chords: ['F6'] },
]

/** Everything the align layer can do. */
export const ALIGN_ACTIONS: readonly AlignAction[] = [...ALIGN_OPERATIONS, ...ALIGN_STEPS]

/** The operations of one group of the menus; `row`: of a row's menu. */
export function operationsIn(
  group: AlignGroup,
  of: 'row' | 'pair',
): readonly AlignAction<AlignOperationId>[] {
  return ALIGN_OPERATIONS.filter(
    (action) => action.group === group && (of === 'pair' || action.wholePair !== true),
  )
}

/** What a host's own menu asks for: the layer to be opened, or an operation in it. */
export type AlignMenuChoice = 'open' | AlignOperationId
