import type { RefObject } from 'react'
import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import { nameOrder } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../ui/keys.ts'
import { nameTag, showCodebookDialog, TREE_ID } from './codebook-state.ts'
import { siblingOf } from './tag-rows.ts'
import type { CodebookActions } from './use-codebook-actions.ts'

export interface CodebookKeys {
  readonly tags: readonly Tag[]
  /** The tag the keys are on. */
  readonly tag: Tag | null
  readonly actions: CodebookActions
  readonly search: RefObject<HTMLInputElement | null>
}

/** The keys of the codebook, besides those that walk the tree. They act on the line that has the focus. */
export function useCodebookKeys({ tags, tag, actions, search }: CodebookKeys): void {
  const t = useT('codebook')
  const inTree = (): boolean => document.activeElement?.closest(`#${TREE_ID}`) !== null
  const under = (parent: Tag | null): void => {
    if (tag !== null && parent !== null) actions.move(tag, parent)
  }
  const onTag = (run: (tag: Tag) => void) => (): void => {
    if (tag !== null) run(tag)
  }
  useKeys(t('keys.group'), [
    {
      chord: 'F2',
      id: 'codebook.rename',
      label: t('keys.rename'),
      when: inTree,
      run: onTag(({ id }) => nameTag({ kind: 'rename', tagId: id })),
    },
    {
      chord: 'KeyN',
      id: 'codebook.sibling',
      label: t('keys.sibling'),
      run: () => nameTag({ kind: 'create', parentId: tag?.parentId ?? null }),
    },
    {
      chord: 'Shift+KeyN',
      id: 'codebook.child',
      label: t('keys.child'),
      run: () => nameTag({ kind: 'create', parentId: tag?.id ?? null }),
    },
    {
      chord: 'Alt+ArrowRight',
      id: 'codebook.indent',
      label: t('keys.indent'),
      when: inTree,
      run: onTag((each) => under(siblingOf(tags, each, -1, nameOrder()))),
    },
    {
      chord: 'Alt+ArrowDown',
      id: 'codebook.underNext',
      label: t('keys.underNext'),
      when: inTree,
      run: onTag((each) => under(siblingOf(tags, each, 1, nameOrder()))),
    },
    {
      chord: 'Alt+ArrowLeft',
      id: 'codebook.outdent',
      label: t('keys.outdent'),
      when: inTree,
      run: onTag((each) => {
        const parent = tags.find(({ id }) => id === each.parentId)
        if (parent !== undefined) actions.move(each, tags.find(({ id }) => id === parent.parentId) ?? null)
      }),
    },
    {
      chord: 'KeyM',
      id: 'codebook.move',
      label: t('keys.move'),
      run: onTag(({ id }) => showCodebookDialog({ kind: 'move', tagId: id })),
    },
    {
      chord: 'Shift+KeyM',
      id: 'codebook.merge',
      label: t('keys.merge'),
      run: onTag(({ id }) => showCodebookDialog({ kind: 'merge', tagId: id, intoId: null, twin: false })),
    },
    {
      chord: ['Delete', 'Backspace'],
      id: 'codebook.remove',
      label: t('keys.remove'),
      when: inTree,
      run: onTag(({ id }) => showCodebookDialog({ kind: 'remove', tagId: id })),
    },
    {
      chord: ['Slash', 'Mod+KeyF'],
      id: 'codebook.search',
      label: t('keys.search'),
      run: () => {
        search.current?.focus()
        search.current?.select()
      },
    },
  ])
}
