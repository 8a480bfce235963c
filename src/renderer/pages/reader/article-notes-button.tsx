import type { ReactNode } from 'react'
import type { Reading } from '../../../shared/contract/schemas/reader.ts'
import { useT } from '../../i18n/i18n.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { NoteIcon } from '../../ui/icons.tsx'
import { writeArticleNotes } from './note-commands.ts'

/** Opens the notes on what is read, and what links to it. */
export function ArticleNotesButton({ opened }: { readonly opened: Reading }): ReactNode {
  const t = useT('noting')
  return (
    <IconButton
      label={t('reader.articleNotes')}
      keyId="noting.article"
      onClick={() => writeArticleNotes(opened)}
    >
      <NoteIcon />
    </IconButton>
  )
}
