import { Fragment, type ReactNode } from 'react'
import type { Reading } from '../../../shared/contract/schemas/reader.ts'
import { showRevisingDialog } from '../../data/revising-dialog.ts'
import { useT } from '../../i18n/i18n.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { PencilIcon } from '../../ui/icons.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { TEXT_ACTION_IDS, textKeyId, type TextActionId } from './use-text-keys.ts'

/** What can be done with the text that is read, and with its former states. */
export function TextMenu({
  opened,
  onRun,
}: {
  readonly opened: Reading
  readonly onRun: (id: TextActionId) => void
}): ReactNode {
  const t = useT('revising')
  const articles = [opened.left, ...(opened.right === null ? [] : [opened.right])]
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={t('title')}>
          <PencilIcon />
        </IconButton>
      }
    >
      {TEXT_ACTION_IDS.map((id) => (
        <MenuItem key={id} keyId={textKeyId(id)} onSelect={() => onRun(id)}>
          {t(`action.${id}`)}
        </MenuItem>
      ))}
      {(['update', 'revisions'] as const).map((kind) => (
        <Fragment key={kind}>
          <MenuSeparator />
          {articles.map(({ id, title, language }) => (
            <MenuItem
              key={id}
              keyId={articles.length === 1 ? textKeyId(kind) : undefined}
              onSelect={() => showRevisingDialog({ kind, article: { id, title, language } })}
            >
              {articles.length === 1 ? t(`action.${kind}`) : t(`action.${kind}Of`, { title })}
            </MenuItem>
          ))}
        </Fragment>
      ))}
    </Menu>
  )
}
