import { CheckListPlugin } from '@lexical/react/LexicalCheckListPlugin'
import { LexicalComposer } from '@lexical/react/LexicalComposer'
import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary'
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin'
import { LinkPlugin } from '@lexical/react/LexicalLinkPlugin'
import { ListPlugin } from '@lexical/react/LexicalListPlugin'
import { MarkdownShortcutPlugin } from '@lexical/react/LexicalMarkdownShortcutPlugin'
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin'
import { useState, type ReactNode } from 'react'
import type { FullNote, NoteTarget } from '../../../../shared/contract/schemas/note.ts'
import { useT } from '../../../i18n/i18n.ts'
import { followLink } from './follow-link.ts'
import { LinkMenuPlugin } from './link-menu-plugin.tsx'
import { $setNote } from './markdown-to-note.ts'
import { NoteKeysPlugin } from './note-keys-plugin.tsx'
import { NoteLinksPlugin } from './note-links-plugin.tsx'
import { NOTE_NODES, NOTE_SHORTCUTS } from './note-nodes.ts'
import { NoteSavePlugin } from './note-save-plugin.tsx'
import { NoteShapePlugin } from './note-shape-plugin.tsx'
import styles from './note-text.module.css'
import { useLinkGround } from './use-link-ground.ts'

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
    listitemChecked: css('checked'),
    listitemUnchecked: css('unchecked'),
    checklist: css('boxes'),
    nested: { listitem: css('nested') },
  },
  text: { bold: css('bold'), italic: css('italic'), code: css('code') },
}

export interface NoteEditorProps {
  /** What the note is on. Settled when the editor opens: another note is another editor, with another key. */
  readonly target: NoteTarget
  /** What it is written on again once it has been emptied; the target where not given. */
  readonly home?: NoteTarget
  readonly body: string
  /** Leaves the editor: back to the text. */
  readonly onDone: () => void
  /** Leaves for where a link leads; as `onDone` where not given. */
  readonly onLeave?: () => void
  readonly onSaved?: (note: FullNote | null) => void
  /** False: the caret is not put into it when it opens. */
  readonly takesFocus?: boolean
  /** The name for screen readers. */
  readonly label?: string
}

/** A note. Kept as Markdown, saved as it is typed. */
export function NoteEditor({
  target,
  home = target,
  body,
  onDone,
  onLeave = onDone,
  onSaved = () => undefined,
  takesFocus = true,
  label,
}: NoteEditorProps): ReactNode {
  const t = useT('annotating')
  const ground = useLinkGround()
  // The editor owns its text from here on; changes from elsewhere come through the save plugin.
  const [start] = useState({ target, home, body })
  return (
    <LexicalComposer
      initialConfig={{
        namespace: 'note',
        nodes: NOTE_NODES,
        theme: THEME,
        editorState: () => $setNote(start.body),
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
              aria-label={label ?? t('note.label')}
              aria-placeholder={t('note.placeholder')}
              placeholder={<p className={styles['placeholder']}>{t('note.placeholder')}</p>}
            />
          }
          ErrorBoundary={LexicalErrorBoundary}
        />
        <HistoryPlugin />
        <ListPlugin />
        <CheckListPlugin />
        <LinkPlugin />
        <MarkdownShortcutPlugin transformers={NOTE_SHORTCUTS} />
        <LinkMenuPlugin />
        <NoteLinksPlugin
          onFollow={(link) => {
            onLeave()
            followLink(link, ground)
          }}
        />
        <NoteShapePlugin />
        <NoteKeysPlugin onDone={onDone} takesFocus={takesFocus} />
        <NoteSavePlugin {...start} onSaved={onSaved} />
      </div>
    </LexicalComposer>
  )
}
