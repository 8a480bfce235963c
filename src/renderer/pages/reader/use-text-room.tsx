import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  type ReactNode,
  type RefObject,
} from 'react'
import type { Reading } from '../../../shared/contract/schemas/reader.ts'
import type { SegmentId } from '../../../shared/domain/ids.ts'
import type { SegmentEditing } from '../../features/reading/row-view.tsx'
import { rectsOf } from '../../features/reading/text-position.ts'
import { KindMenu } from '../../features/revising/kind-menu.tsx'
import { SegmentEditor } from '../../features/revising/segment-editor.tsx'
import { SplitCaretMark } from '../../features/revising/split-caret.tsx'
import { textStore, type SplitCaret } from '../../features/revising/text-store.ts'
import type { Workbench } from './highlight-commands.ts'
import type { TextBench } from './text-bench.ts'
import { setKind } from './text-commands.ts'
import { closeEditor, saveText } from './text-draft.ts'
import type { Turn } from './turn.ts'
import { followText } from './use-link-room.ts'
import { runTextAction, type TextActionId } from './use-text-keys.ts'

export interface TextRoomInput {
  readonly opened: Reading
  readonly workbench: Workbench
  readonly content: RefObject<HTMLElement | null>
  readonly turn: Turn
  readonly catchUp: () => Promise<void>
  readonly backToText: () => void
}

export interface TextRoomParts {
  readonly bench: TextBench
  readonly editing: SegmentEditing
  /** The caret and the menu over the text. */
  readonly overlay: ReactNode
  readonly run: (id: TextActionId) => void
}

/** What changing the text adds to the reader's room, in the align layer and outside of it. */
export function useTextRoom(input: TextRoomInput): TextRoomParts {
  const { opened, workbench, content, turn, catchUp, backToText } = input
  const { stage } = workbench
  const lockedSide = opened.pair?.lockedSide ?? null
  const bench = useMemo(
    (): TextBench => ({
      ...workbench,
      catchUp,
      // An article that is read alone stands on the left whichever side of its pair it is; the core refuses then.
      locked: () => (workbench.stage.source.reading.right === null ? null : lockedSide),
    }),
    [workbench, catchUp, lockedSide],
  )
  // What is asked for later works in the room as it is then.
  const latest = useRef(bench)
  useLayoutEffect(() => {
    latest.current = bench
  }, [bench])
  useEffect(() => () => textStore.setState({ kindOf: null, caret: null }), [])

  const { left, right } = opened
  const leftLanguage = stage.source.reading.left.language
  const rightLanguage = right?.language ?? left.language
  const editing = useMemo(
    (): SegmentEditing => ({
      store: textStore,
      render: (segment, side): ReactNode => (
        <SegmentEditor
          segment={segment}
          language={side === 'left' ? leftLanguage : rightLanguage}
          onSave={async (text, expected, leaving) => {
            const failure = await saveText(latest.current, segment.id, { expected, text, leaving })
            if (failure === null && !leaving) backToText()
            return failure
          }}
          onCancel={(leaving) => {
            closeEditor(segment.id)
            if (!leaving) backToText()
          }}
        />
      ),
    }),
    [leftLanguage, rightLanguage, backToText],
  )

  const locate = useCallback(
    ({ segmentId, offset }: SplitCaret): DOMRect | null => {
      const element = stage.painter.element(segmentId)
      if (element === null) return null
      const length = element.textContent.length
      const [before, after] = [
        rectsOf(element, Math.max(0, offset - 1), offset).at(-1),
        rectsOf(element, offset, Math.min(length, offset + 1))[0],
      ]
      // Before the next character; at the end, and where a line has just ended, after the last.
      const rect = after ?? before
      if (rect === undefined) return null
      return new DOMRect(after === undefined ? rect.right : rect.left, rect.top, 0, rect.height)
    },
    [stage],
  )
  const follow = useCallback((listener: () => void) => followText(stage, content, listener), [stage, content])
  const elementOf = useCallback((id: SegmentId) => stage.painter.element(id), [stage])
  const close = (): void => {
    textStore.setState({ kindOf: null })
    backToText()
  }

  return {
    bench,
    editing,
    overlay: (
      <>
        <SplitCaretMark locate={locate} follow={follow} />
        <KindMenu
          elementOf={elementOf}
          kindOf={(id) => stage.source.home(id)?.run ?? null}
          onChoose={(id, kind, level) => void turn.take(() => setKind(bench, id, kind, level)).then(close)}
          onClose={close}
        />
      </>
    ),
    run: (id) => {
      backToText()
      // After the menu has given the focus back, so that an action may take it.
      setTimeout(() => void turn.take(() => runTextAction(latest.current, id)), 0)
    },
  }
}
