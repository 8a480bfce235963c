import { LexicalComposer } from '@lexical/react/LexicalComposer'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary'
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin'
import { LinkPlugin } from '@lexical/react/LexicalLinkPlugin'
import { ListPlugin } from '@lexical/react/LexicalListPlugin'
import { MarkdownShortcutPlugin } from '@lexical/react/LexicalMarkdownShortcutPlugin'
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin'
import { useState, type ReactNode } from 'react'
import type { HighlightId } from '../../../../shared/domain/ids.ts'
import { useT } from '../../../i18n/i18n.ts'
import { $setNote } from './markdown-to-note.ts'
import { NoteKeysPlugin } from './note-keys-plugin.tsx'
import { NOTE_NODES, NOTE_SHORTCUTS } from './note-nodes.ts'
import { NoteSavePlugin } from './note-save-plugin.tsx'
import styles from './note-text.module.css'

const css = (name: string): string => styles[name] ?? ''

const THEME = {
  paragraph: css('paragraph'),
  quote: css('quote'),
  code: css('codeBlock'),
  link: css('link'),
  heading: { h1: css('heading'), h2: css('heading'), h3: css('heading'), h4: css('heading') },
  list: {
    ul: css('bullets'),
    ol: css('numbers'),
    listitem: css('item'),
    nested: { listitem: css('nested') },
  },
  text: { bold: css('bold'), italic: css('italic'), code: css('code') },
}

export interface NoteEditorProps {
  readonly highlightId: HighlightId
  readonly body: string
  /** Leaves the editor: back to the text. */
  readonly onDone: () => void
}

/** A highlight's note. Kept as Markdown, saved as it is typed. */
export function NoteEditor({ highlightId, body, onDone }: NoteEditorProps): ReactNode {
  const t = useT('annotating')
  // The editor owns its text from here on; changes from elsewhere come through the save plugin.
  const [start] = useState(body)
  return (
    <LexicalComposer
      initialConfig={{
        namespace: 'note',
        nodes: NOTE_NODES,
        theme: THEME,
        editorState: () => $setNote(start),
        onError(error) {
          throw error
        },
      }}
    >
      <div className={styles['editor']} data-own-keys="">
        <RichTextPlugin
          contentEditable={
            <ContentEditable
              className={styles['text']}
              aria-label={t('note.label')}
              aria-placeholder={t('note.placeholder')}
              placeholder={<p className={styles['placeholder']}>{t('note.placeholder')}</p>}
            />
          }
          ErrorBoundary={LexicalErrorBoundary}
        />
        <HistoryPlugin />
        <ListPlugin />
        <LinkPlugin />
        <MarkdownShortcutPlugin transformers={NOTE_SHORTCUTS} />
        <NoteKeysPlugin onDone={onDone} />
        <NoteSavePlugin highlightId={highlightId} body={start} />
      </div>
    </LexicalComposer>
  )
}
