import type { ReactNode } from 'react'
import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import { COLORS } from '../../../shared/domain/highlight.ts'
import { goToAnnotations, navigate } from '../../data/route.ts'
import { useSettings } from '../../data/settings.ts'
import { useT } from '../../i18n/i18n.ts'
import { useColorNames } from '../../i18n/use-color-names.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { MoreIcon } from '../../ui/icons.tsx'
import { Menu, MenuItem, MenuSeparator, MenuSwatches } from '../../ui/menu.tsx'
import { showLibraryDialog } from './library-dialogs.ts'
import { tagsBelow } from './tag-tree.ts'
import { useTagActions } from './use-tag-actions.ts'

export interface TagMenuProps {
  readonly tag: Tag
  /** The whole codebook. */
  readonly tags: readonly Tag[]
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** What can be done with a tag: a name, a color, export, delete. */
export function TagMenu({ tag, tags, open, onOpenChange }: TagMenuProps): ReactNode {
  const t = useT('library')
  const noting = useT('noting')
  const names = useColorNames(useSettings().colorNames)
  const { recolor } = useTagActions()
  return (
    <Menu
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <IconButton label={t('tags.actions', { path: tag.path })}>
          <MoreIcon />
        </IconButton>
      }
    >
      <MenuItem onSelect={() => showLibraryDialog({ kind: 'renameTag', tag })}>{t('tags.rename')}</MenuItem>
      <MenuItem onSelect={() => navigate({ name: 'export', scope: { kind: 'tag', tagId: tag.id } })}>
        {t('tags.export')}
      </MenuItem>
      <MenuItem
        onSelect={() => goToAnnotations('notes', new URLSearchParams({ link: `tag/${tag.id}` }).toString())}
      >
        {noting('backlinks.ofTag')}
      </MenuItem>
      <MenuSwatches
        label={t('tags.color')}
        value={String(tag.color ?? '')}
        swatches={[
          { value: '', label: t('tags.noColor') },
          ...COLORS.map((color) => ({
            value: String(color),
            label: names[color],
            color: `var(--hue-${color})`,
          })),
        ]}
        onChange={(value) => recolor(tag, COLORS.find((color) => String(color) === value) ?? null)}
      />
      <MenuSeparator />
      <MenuItem
        danger
        onSelect={() => showLibraryDialog({ kind: 'removeTag', tag, below: tagsBelow(tags, tag.id) })}
      >
        {t('tags.remove')}
      </MenuItem>
    </Menu>
  )
}
