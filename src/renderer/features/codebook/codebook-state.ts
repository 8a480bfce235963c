import { create } from 'zustand'
import type { GrantedFile } from '../../../shared/contract/host.ts'
import type { CodebookChanges } from '../../../shared/contract/schemas/codebook.ts'
import type { TagId } from '../../../shared/domain/ids.ts'

/** What lies over the codebook. */
export type CodebookDialog =
  | { readonly kind: 'move'; readonly tagId: TagId }
  /** `twin`: it is offered because the two would have one name. */
  | { readonly kind: 'merge'; readonly tagId: TagId; readonly intoId: TagId | null; readonly twin: boolean }
  | { readonly kind: 'remove'; readonly tagId: TagId }
  | { readonly kind: 'import'; readonly file: GrantedFile; readonly changes: CodebookChanges }

/** What is being named in the tree: a tag, or a new one below `parentId`. */
export type Naming =
  | { readonly kind: 'rename'; readonly tagId: TagId }
  | { readonly kind: 'create'; readonly parentId: TagId | null }

interface CodebookState {
  /** The tag the keys are on and the details are of. */
  readonly current: TagId | null
  readonly closed: ReadonlySet<TagId>
  readonly text: string
  readonly naming: Naming | null
  readonly dialog: CodebookDialog | null
  /** The current line is to have the keyboard as soon as it is there. */
  readonly wantsFocus: boolean
}

export const useCodebook = create<CodebookState>(() => ({
  current: null,
  closed: new Set(),
  text: '',
  naming: null,
  dialog: null,
  wantsFocus: false,
}))

export function setCurrentTag(current: TagId | null): void {
  useCodebook.setState({ current })
}

export function setClosed(ids: readonly TagId[], isClosed: boolean): void {
  useCodebook.setState(({ closed }) => {
    const next = new Set(closed)
    for (const id of ids) {
      if (isClosed) next.add(id)
      else next.delete(id)
    }
    return { closed: next }
  })
}

/** Shows only the given tags closed. */
export function closeOnly(ids: readonly TagId[]): void {
  useCodebook.setState({ closed: new Set(ids) })
}

export function searchTags(text: string): void {
  useCodebook.setState({ text })
}

export function nameTag(naming: Naming | null): void {
  // A new tag is named below its parent, so that must be open, and nothing be sought.
  if (naming?.kind === 'create') {
    if (naming.parentId !== null) setClosed([naming.parentId], false)
    useCodebook.setState({ text: '' })
  }
  useCodebook.setState({ naming })
}

export function showCodebookDialog(dialog: CodebookDialog | null): void {
  useCodebook.setState({ dialog })
}

/** The id of the tree's element. */
export const TREE_ID = 'codebook-tree'

/** Gives the keyboard to the line of a tag, once that is drawn; to the current one for null. */
export function focusTag(tagId: TagId | null): void {
  useCodebook.setState(({ current }) => ({ current: tagId ?? current, wantsFocus: true }))
}

/** The line that asked for the keyboard has it. */
export function focusGiven(): void {
  useCodebook.setState({ wantsFocus: false })
}
