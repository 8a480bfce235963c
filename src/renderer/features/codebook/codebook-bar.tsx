import type { ReactNode, RefObject } from 'react'
import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { isComposing } from '../../ui/keys.ts'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './codebook-bar.module.css'
import { closeOnly, focusTag, nameTag, searchTags, useCodebook } from './codebook-state.ts'
import type { CodebookActions } from './use-codebook-actions.ts'

export interface CodebookBarProps {
  readonly tags: readonly Tag[]
  readonly actions: CodebookActions
  readonly search: RefObject<HTMLInputElement | null>
}

/** What stands above the tree: search, open and close all, a new tag, files. */
export function CodebookBar({ tags, actions, search }: CodebookBarProps): ReactNode {
  const t = useT('codebook')
  const text = useCodebook((state) => state.text)
  return (
    <div role="toolbar" aria-label={t('title')} className={styles['bar']}>
      <TextField
        ref={search}
        className={styles['search'] ?? ''}
        label={t('search.label')}
        labelUnseen
        type="search"
        placeholder={t('search.label')}
        value={text}
        onChange={searchTags}
        onKeyDown={(event) => {
          if (isComposing(event)) return
          if (event.key === 'Escape' && text !== '') searchTags('')
          else if (event.key === 'Escape' || event.key === 'ArrowDown' || event.key === 'Enter')
            focusTag(null)
          else return
          event.preventDefault()
        }}
      />
      <Button tone="quiet" small onClick={() => closeOnly([])}>
        {t('action.openAll')}
      </Button>
      <Button tone="quiet" small onClick={() => closeOnly(tags.map(({ id }) => id))}>
        {t('action.closeAll')}
      </Button>
      <span className={styles['spring']} />
      <Button tone="quiet" small onClick={actions.chooseImport}>
        {t('action.import')}
      </Button>
      <Menu
        align="end"
        trigger={
          <Button tone="quiet" small disabled={tags.length === 0}>
            {t('action.export')}
          </Button>
        }
      >
        <MenuItem onSelect={() => actions.save('qdc')}>{t('action.exportQdc')}</MenuItem>
        <MenuItem onSelect={() => actions.save('csv')}>{t('action.exportCsv')}</MenuItem>
      </Menu>
      <Button small onClick={() => nameTag({ kind: 'create', parentId: null })}>
        {t('action.new')}
      </Button>
    </div>
  )
}
