import { ApiError } from '../../../shared/contract/client.ts'
import { conflictReason } from '../../../shared/domain/conflict-reason.ts'
import type { SegmentId } from '../../../shared/domain/ids.ts'
import { api } from '../../api/api.ts'
import { announce } from '../../features/annotating/announce.tsx'
import { holdUnsaved } from '../../features/annotating/save-state.ts'
import { locate } from '../../features/reading/prepare-reading.ts'
import { textStore, type TextState } from '../../features/revising/text-store.ts'
import { getT } from '../../i18n/i18n.ts'
import { showToast } from '../../ui/toast.ts'
import { moveToRow } from './align-place.ts'
import { sentenceInSight } from './current-sentence.ts'
import { refusedByLock, type TextBench } from './text-bench.ts'
import { tellTextStep } from './text-commands.ts'

/** Opens the current sentence for editing. With another one still unsaved, goes to that. */
export async function startEditing(bench: TextBench): Promise<void> {
  const home = await sentenceInSight(bench)
  if (home === null) return
  const { draft } = textStore.getState()
  if (draft !== null && draft.segmentId !== home.segment.id) {
    await goToDraft(bench, draft.segmentId)
    announce(draft.problem ?? getT('revising')('editor.label'))
    return
  }
  if (refusedByLock(bench, home.side)) return
  // What floats over the text would lie over the field.
  bench.selection.clear()
  bench.annotations.activate(null)
  textStore.setState({ editing: home.segment.id, caret: null })
}

/** Closes the field of a sentence, if it is still that one that is open. */
export function closeEditor(segmentId: SegmentId): void {
  const { editing, draft } = textStore.getState()
  textStore.setState({
    ...(editing === segmentId && { editing: null }),
    ...(draft?.segmentId === segmentId && { draft: null }),
  })
}

export interface EditedText {
  readonly expected: string
  readonly text: string
  /** The field has been left: a refusal is told where it is seen. */
  readonly leaving: boolean
}

/** Saves an edited sentence; answers in words why it could not, null when it is done. */
export async function saveText(
  bench: TextBench,
  segmentId: SegmentId,
  { expected, text, leaving }: EditedText,
): Promise<string | null> {
  const t = getT('revising')
  try {
    await api.articles.editSegment({ segmentId, expected, text })
  } catch (error) {
    const failure = whyNot(error)
    if (leaving) {
      showToast({
        id: `draft: ${segmentId}`,
        title: failure,
        description: text,
        tone: 'error',
        action: { label: t('editor.goTo'), run: () => void goToDraft(bench, segmentId) },
      })
    }
    return failure
  }
  await bench.catchUp()
  closeEditor(segmentId)
  tellTextStep(t('said.edited'))
  return null
}

function whyNot(error: unknown): string {
  const t = getT('revising')
  const reason = error instanceof ApiError && error.code === 'conflict' ? conflictReason(error.details) : null
  if (reason !== null) return t('editor.conflict', { reason: getT('aligning')(`blocked.${reason}`) })
  return t('editor.failed', { reason: error instanceof ApiError ? error.message : String(error) })
}

async function goToDraft({ stage }: TextBench, segmentId: SegmentId): Promise<void> {
  const { source } = stage
  const home = source.home(segmentId)
  const rowIndex = home?.rowIndex ?? (await locate(source.reading.target, segmentId))
  if (rowIndex === null) return
  await moveToRow(stage, rowIndex, { segmentId, ...(home === null ? {} : { side: home.side }) })
}

let settle: ReturnType<typeof holdUnsaved> | null = null

/** The line at the bottom never says “saved” of a sentence that is not. */
function followDraft({ draft }: TextState): void {
  const isUnsaved = draft !== null && draft.problem === null
  if (isUnsaved) {
    settle ??= holdUnsaved()
    return
  }
  settle?.(draft === null ? 'saved' : 'failed')
  settle = null
}
textStore.subscribe(followDraft)
