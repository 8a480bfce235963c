import type { ReactNode } from 'react'
import type { PairSummary } from '../../../shared/contract/schemas/pair.ts'
import { showNoteDialog } from '../../data/note-dialog.ts'
import { showRevisingDialog } from '../../data/revising-dialog.ts'
import { navigate, openReading } from '../../data/route.ts'
import { useCommand } from '../../data/use-command.ts'
import { useT } from '../../i18n/i18n.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { MoreIcon } from '../../ui/icons.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { showLibraryDialog } from './library-dialogs.ts'
import { rowArticles, rowRemovedAt, rowTarget, type LibraryRow } from './library-row.ts'
import type { LibraryActions } from './use-library-actions.ts'

export interface RowMenuProps {
  readonly row: LibraryRow
  readonly actions: LibraryActions
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** Everything that can be done with a row. */
export function RowMenu({ row, actions, open, onOpenChange }: RowMenuProps): ReactNode {
  const shell = useT('shell')
  const isRemoved = rowRemovedAt(row) !== null
  return (
    <Menu
      open={open}
      onOpenChange={onOpenChange}
      align="end"
      trigger={
        <IconButton label={shell('action.more')} tabIndex={-1}>
          <MoreIcon />
        </IconButton>
      }
    >
      {isRemoved ? <RemovedItems row={row} actions={actions} /> : <Items row={row} actions={actions} />}
    </Menu>
  )
}

interface ItemsProps {
  readonly row: LibraryRow
  readonly actions: LibraryActions
}

function RemovedItems({ row, actions }: ItemsProps): ReactNode {
  const t = useT('library')
  return <MenuItem onSelect={() => actions.restore([row])}>{t('menu.restore')}</MenuItem>
}

function Items({ row, actions }: ItemsProps): ReactNode {
  const t = useT('library')
  return (
    <>
      <MenuItem chord="Enter" onSelect={() => openReading(rowTarget(row))}>
        {t('menu.open')}
      </MenuItem>
      {row.kind === 'pair' ? <PairItems row={row} actions={actions} /> : <ArticleItems row={row} />}
      <NoteItems row={row} />
      <TextItems row={row} />
      <MenuItem onSelect={() => navigate({ name: 'export', scope: rowTarget(row) })}>
        {t('menu.export')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem danger chord="Delete" onSelect={() => actions.remove([row])}>
        {row.kind === 'pair' ? t('menu.takeApart') : t('menu.remove')}
      </MenuItem>
    </>
  )
}

/** A note on the article, or on either one of a pair. */
function NoteItems({ row }: { readonly row: LibraryRow }): ReactNode {
  const t = useT('noting')
  const articles = rowArticles(row)
  return articles.map(({ id, title, language }) => (
    <MenuItem
      key={id}
      onSelect={() => showNoteDialog({ kind: 'articles', articles: [{ id, title, language }] })}
    >
      {articles.length === 1 ? t('reader.write') : t('reader.writeOf', { title })}
    </MenuItem>
  ))
}

/** A corrected file for the article, and its former states; of a pair for either one. */
function TextItems({ row }: { readonly row: LibraryRow }): ReactNode {
  const t = useT('revising')
  const articles = rowArticles(row)
  return (['update', 'revisions'] as const).flatMap((kind) =>
    articles.map(({ id, title, language }) => (
      <MenuItem
        key={`${kind} ${id}`}
        onSelect={() => showRevisingDialog({ kind, article: { id, title, language } })}
      >
        {articles.length === 1 ? t(`action.${kind}`) : t(`action.${kind}Of`, { title })}
      </MenuItem>
    )),
  )
}

function ArticleItems({ row }: { readonly row: Extract<LibraryRow, { kind: 'article' }> }): ReactNode {
  const t = useT('library')
  return (
    <>
      <MenuItem onSelect={() => showLibraryDialog({ kind: 'pair', articleIds: [row.id] })}>
        {t('menu.pairUp')}
      </MenuItem>
      <MenuItem onSelect={() => showLibraryDialog({ kind: 'edit', articleId: row.id })}>
        {t('menu.edit')}
      </MenuItem>
    </>
  )
}

function alignLabel({ beadCount, verifiedCount }: PairSummary): AlignLabel {
  if (beadCount === 0) return 'menu.align'
  return verifiedCount === 0 ? 'menu.alignAgain' : 'menu.alignUnverified'
}

type AlignLabel = 'menu.align' | 'menu.alignAgain' | 'menu.alignUnverified'

interface PairItemsProps {
  readonly row: Extract<LibraryRow, { kind: 'pair' }>
  readonly actions: LibraryActions
}

function PairItems({ row, actions }: PairItemsProps): ReactNode {
  const t = useT('library')
  const { mutate: update } = useCommand('pairs.update')
  const { pair } = row
  return (
    <>
      {rowArticles(row).map(({ id, title }) => (
        <MenuItem key={id} onSelect={() => openReading({ kind: 'article', articleId: id })}>
          {t('menu.openAlone', { title })}
        </MenuItem>
      ))}
      <MenuSeparator />
      <MenuItem onSelect={() => actions.align(pair.id)}>{t(alignLabel(pair))}</MenuItem>
      <MenuItem
        onSelect={() =>
          update({ pairId: pair.id, kind: pair.kind === 'parallel' ? 'comparable' : 'parallel' })
        }
      >
        {pair.kind === 'parallel' ? t('menu.makeComparable') : t('menu.makeParallel')}
      </MenuItem>
      {rowArticles(row).map(({ id, title }) => (
        <MenuItem key={id} onSelect={() => showLibraryDialog({ kind: 'edit', articleId: id })}>
          {t('menu.editOf', { title })}
        </MenuItem>
      ))}
    </>
  )
}
