import { memo, useSyncExternalStore, type ReactNode } from 'react'
import type { Annotation } from '../../../shared/contract/schemas/annotation.ts'
import { useT } from '../../i18n/i18n.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { TrashIcon } from '../../ui/icons.tsx'
import { removeHighlight } from './annotation-actions.ts'
import styles from './annotation-card.module.css'
import { primarySpan } from './annotation-order.ts'
import type { Panel } from './annotation-store.ts'
import { hue } from './color-buttons.tsx'
import { tagsOf, useDesk } from './desk.ts'
import { NoteBacklinks } from './note/note-backlinks.tsx'
import { NoteEditor } from './note/note-editor.tsx'
import { NoteView } from './note/note-view.tsx'
import { TagDot } from './tag-dot.tsx'

const QUOTE_LENGTH = 400

export interface AnnotationCardProps {
  readonly annotation: Annotation
  readonly active: boolean
  readonly panel: Panel
}

/** A highlight in the side panel: its words, what faces them, its note and its tags. */
export const AnnotationCard = memo(function AnnotationCard({
  annotation,
  active,
  panel,
}: AnnotationCardProps): ReactNode {
  const t = useT('annotating')
  const desk = useDesk()
  const { annotations, articles, tags, colorName } = desk
  const span = primarySpan(annotation)
  const language = articles.find(({ id }) => id === span?.articleId)?.language
  const applied = tagsOf(tags, annotation.tagIds)
  const state = stateOf(annotation, t)
  const hasFooter = active || applied.length > 0 || state !== ''
  const done = (): void => {
    annotations.openPanel(null)
    desk.backToText()
  }

  return (
    <article className={styles['card']} style={hue(annotation.color)} data-active={active || undefined}>
      <div className={styles['head']}>
        <button
          type="button"
          className={styles['quote']}
          data-face="text"
          lang={language}
          aria-current={active || undefined}
          aria-label={t('card.goTo', { color: colorName(annotation.color), quote: short(span?.exact ?? '') })}
          onClick={() => desk.goTo(annotation.id)}
        >
          {short(span?.exact ?? '')}
        </button>
        <span className={styles['color']}>{colorName(annotation.color)}</span>
      </div>
      {(active || annotation.spans.length > 1) && <Facing annotation={annotation} />}
      {active && panel === 'note' ? (
        <NoteEditor
          key={annotation.id}
          target={{ kind: 'highlight', highlightId: annotation.id }}
          body={annotation.note?.body ?? ''}
          onDone={done}
        />
      ) : (
        annotation.note !== null && (
          // A press on the note is a press for editing it; the keyboard has N and the button below.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
          <div className={styles['note']} onClick={() => annotations.activate(annotation.id, 'note')}>
            <NoteView body={annotation.note.body} />
          </div>
        )
      )}
      {active && desk.cardDetail(annotation)}
      {active && <NoteBacklinks to={{ kind: 'highlight', id: annotation.id }} />}
      {hasFooter && (
        <footer className={styles['footer']}>
          {applied.map((tag) => (
            <span key={tag.id} className={styles['tag']}>
              <TagDot tag={tag} />
              {tag.path}
            </span>
          ))}
          {active && (
            <>
              <button type="button" className={styles['more']} onClick={() => desk.openTags(annotation.id)}>
                {t('card.tags')}
              </button>
              {annotation.note === null && panel !== 'note' && (
                <button
                  type="button"
                  className={styles['more']}
                  onClick={() => annotations.activate(annotation.id, 'note')}
                >
                  {t('card.note')}
                </button>
              )}
            </>
          )}
          <span className={styles['state']} data-state={span?.state}>
            {state}
          </span>
          {active && (
            <IconButton
              label={t('bar.remove')}
              keyId="annotating.remove"
              className={styles['remove']}
              onClick={() => {
                void removeHighlight(annotations, annotation.id)
                desk.backToText()
              }}
            >
              <TrashIcon size={14} />
            </IconButton>
          )}
        </footer>
      )}
    </article>
  )
})

/** What faces the highlight; it may stand in rows that have yet to come. */
function Facing({ annotation }: { readonly annotation: Annotation }): ReactNode {
  const { counterpart, onText } = useDesk()
  const text = useSyncExternalStore(onText, () => counterpart(annotation)?.text ?? '')
  if (text === '') return null
  return (
    <p
      className={styles['facing']}
      data-face="text"
      data-kind={counterpart(annotation)?.kind}
      lang={counterpart(annotation)?.language}
    >
      {short(text)}
    </p>
  )
}

type Translate = ReturnType<typeof useT<'annotating'>>

/** What a person should know of where the highlight stands; nothing when all is well. */
function stateOf(annotation: Annotation, t: Translate): string {
  if (annotation.spans.some((span) => span.state === 'lost')) return t('state.lost')
  if (annotation.spans.some((span) => span.state === 'moved')) return t('state.moved')
  return annotation.spans.some((span) => span.role === 'mirror') ? t('state.mirrored') : ''
}

function short(text: string): string {
  return text.length > QUOTE_LENGTH ? `${text.slice(0, QUOTE_LENGTH)}…` : text
}
