import type { RefObject } from 'react'
import type { Reading } from '../../../shared/contract/schemas/reader.ts'
import { COLORS } from '../../../shared/domain/highlight.ts'
import { currentSettings, updateSettings } from '../../data/settings.ts'
import { removeHighlight } from '../../features/annotating/annotation-actions.ts'
import type { Find } from '../../features/reading/use-find.ts'
import { useT } from '../../i18n/i18n.ts'
import type { Chord } from '../../ui/chord.ts'
import { useKeys, type KeyBinding } from '../../ui/keys.ts'
import {
  copyQuote,
  highlightOrRecolor,
  moveEdge,
  openPanel,
  repeatTags,
  tagInVivo,
} from './highlight-commands.ts'
import { proposeMirror, removeMirror, type MirrorBench } from './mirror-commands.ts'
import { cycle, listHere, mergeHere, splitHere } from './overlap-commands.ts'
import {
  extendSelection,
  goToRow,
  moveSelectionEdge,
  selectAll,
  selectSentence,
  selectWord,
  stepRow,
  switchSide,
  widenSelection,
} from './reading-commands.ts'
import { writeArticleNotes, writeBeadNote } from './note-commands.ts'
import type { Turn } from './turn.ts'
import { typeAhead } from './type-ahead.ts'

export interface ReaderKeys {
  readonly bench: MirrorBench
  readonly find: Find
  readonly findInput: RefObject<HTMLInputElement | null>
  readonly newestTag: string | null
  readonly onToggleSidebar: () => void
  /** Reading one of a pair: shows the other. Null elsewhere. */
  readonly onOtherArticle: (() => void) | null
  /** Looks through the library for what says the same as the selection. */
  readonly onCounterparts: () => void
  /** What was opened, with both its articles. */
  readonly opened: Reading
  readonly turn: Turn
  /** Keys that mean something else just now, as canonical chords. */
  readonly shadowed: ReadonlySet<Chord>
}

/** The reader's keys. Each is also a button or in the command palette, by its label. */
export function useReaderKeys(keys: ReaderKeys): void {
  const { turn, shadowed } = keys
  const t = useT('reading')
  useKeys(t('keys.group'), unshadowed(readingKeys(keys, turn, t), shadowed))
  const ta = useT('annotating')
  const counterparts = useT('aligning')('action.counterparts')
  useKeys(ta('keys.group'), unshadowed(annotatingKeys(keys, turn, ta, counterparts), shadowed))
  const tn = useT('noting')
  useKeys(tn('keys.group'), unshadowed(notingKeys(keys, tn), shadowed))
}

function notingKeys({ bench, opened }: ReaderKeys, t: ReturnType<typeof useT<'noting'>>): KeyBinding[] {
  return [
    { chord: 'Shift+KeyN', id: 'noting.bead', label: t('keys.bead'), run: () => writeBeadNote(bench.stage) },
    {
      chord: 'Alt+Shift+KeyN',
      id: 'noting.article',
      label: t('keys.article'),
      run: () => writeArticleNotes(opened),
    },
  ]
}

/** Without the keys that mean something else, so that none of them is listed twice. */
function unshadowed(bindings: readonly KeyBinding[], shadowed: ReadonlySet<Chord>): KeyBinding[] {
  return bindings.map((binding) => ({ ...binding, except: shadowed }))
}

function readingKeys(
  { bench, findInput, onOtherArticle }: ReaderKeys,
  turn: Turn,
  t: ReturnType<typeof useT<'reading'>>,
): KeyBinding[] {
  const { stage, selection } = bench
  const { view, source } = stage
  const selected = (): boolean => turn.isTaken || selection.currentRange() !== null
  return [
    { chord: 'KeyJ', id: 'reading.next', label: t('keys.next'), run: () => stepRow(stage, 1) },
    { chord: 'KeyK', id: 'reading.previous', label: t('keys.previous'), run: () => stepRow(stage, -1) },
    {
      chord: 'KeyX',
      id: 'reading.other',
      label: t('keys.other'),
      run: onOtherArticle ?? (() => switchSide(stage)),
    },
    {
      chord: ['Slash', 'Mod+KeyF'],
      id: 'reading.find',
      label: t('keys.find'),
      run: () => {
        findInput.current?.focus()
        findInput.current?.select()
      },
    },
    {
      chord: 'KeyS',
      id: 'reading.select',
      label: t('keys.select'),
      run: () => void turn.take(() => selectSentence(stage, selection)),
    },
    {
      chord: 'KeyW',
      id: 'reading.selectWord',
      label: t('keys.selectWord'),
      run: () => void turn.take(() => selectWord(stage, selection)),
    },
    {
      chord: 'Shift+KeyW',
      id: 'reading.widen',
      label: t('keys.widen'),
      run: () => void turn.take(() => widenSelection(stage, selection)),
    },
    {
      chord: 'Shift+ArrowRight',
      id: 'reading.extend',
      label: t('keys.extend'),
      when: selected,
      run: () => void turn.take(() => extendSelection(stage, selection, 'character', 'on')),
    },
    {
      chord: 'Shift+ArrowLeft',
      id: 'reading.shrink',
      label: t('keys.shrink'),
      when: selected,
      run: () => void turn.take(() => extendSelection(stage, selection, 'character', 'back')),
    },
    {
      chord: ['Control+Shift+ArrowRight', 'Alt+Shift+ArrowRight'],
      id: 'reading.extendWord',
      label: t('keys.extendWord'),
      inTextFields: false,
      when: selected,
      run: () => void turn.take(() => extendSelection(stage, selection, 'word', 'on')),
    },
    {
      chord: ['Control+Shift+ArrowLeft', 'Alt+Shift+ArrowLeft'],
      id: 'reading.shrinkWord',
      label: t('keys.shrinkWord'),
      inTextFields: false,
      when: selected,
      run: () => void turn.take(() => extendSelection(stage, selection, 'word', 'back')),
    },
    {
      chord: 'Shift+ArrowDown',
      id: 'reading.extendSegment',
      label: t('keys.extendSegment'),
      when: selected,
      run: () => void turn.take(() => extendSelection(stage, selection, 'segment', 'on')),
    },
    {
      chord: 'Shift+ArrowUp',
      id: 'reading.shrinkSegment',
      label: t('keys.shrinkSegment'),
      when: selected,
      run: () => void turn.take(() => extendSelection(stage, selection, 'segment', 'back')),
    },
    {
      chord: ['Control+Shift+ArrowDown', 'Alt+Shift+ArrowDown'],
      id: 'reading.extendBlock',
      label: t('keys.extendBlock'),
      inTextFields: false,
      when: selected,
      run: () => void turn.take(() => extendSelection(stage, selection, 'block', 'on')),
    },
    {
      chord: ['Control+Shift+ArrowUp', 'Alt+Shift+ArrowUp'],
      id: 'reading.shrinkBlock',
      label: t('keys.shrinkBlock'),
      inTextFields: false,
      when: selected,
      run: () => void turn.take(() => extendSelection(stage, selection, 'block', 'back')),
    },
    {
      chord: 'Mod+KeyA',
      id: 'reading.selectAll',
      label: t('keys.selectAll'),
      inTextFields: false,
      run: () => void turn.take(() => selectAll(stage, selection)),
    },
    {
      chord: ['PageDown', 'Space'],
      id: 'reading.pageDown',
      label: t('keys.pageDown'),
      when: () => !onButton(),
      run: () => view.scrollByScreens(0.9),
    },
    {
      chord: ['PageUp', 'Shift+Space'],
      id: 'reading.pageUp',
      label: t('keys.pageUp'),
      when: () => !onButton(),
      run: () => view.scrollByScreens(-0.9),
    },
    { chord: 'Home', id: 'reading.start', label: t('keys.start'), run: () => void goToRow(stage, 0) },
    {
      chord: 'End',
      id: 'reading.end',
      label: t('keys.end'),
      run: () => void goToRow(stage, source.reading.rowCount - 1),
    },
  ]
}

function annotatingKeys(
  { bench, find, newestTag, onToggleSidebar, onCounterparts }: ReaderKeys,
  turn: Turn,
  t: ReturnType<typeof useT<'annotating'>>,
  counterparts: string,
): KeyBinding[] {
  const { stage, annotations, selection } = bench
  const isActive = (): boolean => annotations.store.getState().active !== null
  const isChosen = (): boolean => turn.isTaken || isActive() || selection.currentRange() !== null
  // Letters that were meant for a note or a tag that is just opening are no commands.
  const act = (command: () => unknown): Promise<void> =>
    turn.take(command, () => annotations.store.getState().panel !== null)
  const open = (panel: 'tags' | 'note'): void =>
    void typeAhead(async () => {
      let opened = false
      await act(async () => (opened = await openPanel(bench, panel)))
      return opened
    })
  const edges = (
    name: string,
    label: string,
    [character, word]: readonly [Chord, Chord],
    which: 'start' | 'end',
    direction: 'back' | 'on',
  ): KeyBinding[] =>
    (['character', 'word'] as const).map((step): KeyBinding => ({
      chord: step === 'character' ? character : word,
      ...(step === 'character'
        ? { id: `annotating.${name}`, label }
        : { id: `annotating.${name}Word`, label: t('keys.byWord', { what: label }) }),
      inTextFields: false,
      when: isChosen,
      run: () =>
        void act(() =>
          selection.currentRange() === null
            ? moveEdge(bench, which, step, direction)
            : moveSelectionEdge(stage, selection, which, step, direction),
        ),
    }))
  return [
    ...COLORS.map((color): KeyBinding => ({
      chord: `Digit${color}`,
      id: `annotating.color${color}`,
      label: t('keys.color', {
        color,
        name: currentSettings().colorNames[color - 1] || t(`colors.c${color}`),
      }),
      run: () => void act(() => highlightOrRecolor(bench, color)),
    })),
    {
      chord: 'KeyH',
      id: 'annotating.lastColor',
      label: t('keys.lastColor'),
      run: () => void act(() => highlightOrRecolor(bench, currentSettings().lastColor)),
    },
    {
      chord: 'KeyT',
      id: 'annotating.tags',
      label: t('keys.tags'),
      when: isChosen,
      run: () => open('tags'),
    },
    {
      chord: 'KeyQ',
      id: 'annotating.repeatTags',
      label: t('keys.repeatTags'),
      when: isChosen,
      run: () => void act(() => repeatTags(bench, newestTag)),
    },
    {
      chord: 'KeyN',
      id: 'annotating.note',
      label: t('keys.note'),
      when: isChosen,
      run: () => open('note'),
    },
    {
      chord: 'KeyC',
      id: 'annotating.copy',
      label: t('keys.copy'),
      when: isChosen,
      run: () => void act(() => copyQuote(bench)),
    },
    {
      chord: 'KeyF',
      id: 'annotating.counterparts',
      label: counterparts,
      run: () => void act(onCounterparts),
    },
    { chord: 'KeyO', id: 'annotating.cycle', label: t('keys.cycle'), run: () => cycle(bench) },
    { chord: 'Shift+KeyO', id: 'annotating.list', label: t('keys.list'), run: () => listHere(bench) },
    ...edges('endBack', t('keys.endBack'), ['BracketLeft', 'Alt+BracketLeft'], 'end', 'back'),
    ...edges('endOn', t('keys.endOn'), ['BracketRight', 'Alt+BracketRight'], 'end', 'on'),
    ...edges(
      'startBack',
      t('keys.startBack'),
      ['Shift+BracketLeft', 'Alt+Shift+BracketLeft'],
      'start',
      'back',
    ),
    ...edges('startOn', t('keys.startOn'), ['Shift+BracketRight', 'Alt+Shift+BracketRight'], 'start', 'on'),
    {
      chord: 'KeyP',
      id: 'annotating.mirror',
      label: t('keys.mirror'),
      run: () => void act(() => proposeMirror(bench)),
    },
    {
      chord: 'Shift+KeyP',
      id: 'annotating.unmirror',
      label: t('keys.unmirror'),
      run: () => void act(() => removeMirror(bench)),
    },
    // V is the align layer's while that is on; with Shift it is this everywhere.
    {
      chord: ['KeyV', 'Shift+KeyV'],
      id: 'annotating.inVivo',
      label: t('keys.inVivo'),
      run: () => void act(() => tagInVivo(bench)),
    },
    {
      chord: 'Shift+KeyD',
      id: 'annotating.split',
      label: t('keys.split'),
      run: () => void act(() => splitHere(bench)),
    },
    {
      chord: 'Shift+KeyU',
      id: 'annotating.merge',
      label: t('keys.merge'),
      run: () => void act(() => mergeHere(bench)),
    },
    {
      chord: ['Delete', 'Backspace'],
      id: 'annotating.remove',
      label: t('keys.remove'),
      when: isActive,
      run: () => {
        const { active } = annotations.store.getState()
        if (active !== null) void removeHighlight(annotations, active)
      },
    },
    {
      chord: 'Escape',
      id: 'annotating.back',
      label: t('keys.back'),
      run: () => {
        if (annotations.store.getState().panel !== null) annotations.openPanel(null)
        else if (selection.currentRange() !== null) selection.clear()
        else if (isActive()) annotations.activate(null)
        else if (find.query !== '') find.setQuery('')
        else return false
        return true
      },
    },
    { chord: 'Mod+Backslash', id: 'annotating.sidebar', label: t('keys.sidebar'), run: onToggleSidebar },
  ]
}

/** Space and Enter press the button that has the focus. */
export function onButton(): boolean {
  return document.activeElement?.closest('button, a, [role="radio"], [role="button"]') !== null
}

/** Hides or shows the docked side panel. */
export function toggleDockedSidebar(): void {
  void updateSettings({ sidebarOpen: !currentSettings().sidebarOpen })
}
