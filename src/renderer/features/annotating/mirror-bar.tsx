import { useRef, type ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { KbdOf, Kbd, type MayHaveKey } from '../../ui/kbd.tsx'
import styles from './annotation-bar.module.css'
import type { Mirroring } from './mirror-store.ts'
import own from './mirror-bar.module.css'
import type { FloatingAnchor } from './place-floating.ts'
import { useFloating } from './use-floating.ts'

export interface MirrorBarProps {
  readonly mirroring: Mirroring
  /** The words on the other side, where they are not on the page. */
  readonly quote: { readonly text: string; readonly language: string | undefined } | null
  /** Why this is proposed. */
  readonly reasons: ReactNode
  /** Words are selected on the other side, to be taken instead. */
  readonly selected: boolean
  /** Its edges can be moved: the text is on the page. */
  readonly movable: boolean
  readonly anchor: () => FloatingAnchor | null
  readonly bounds: () => DOMRect | null
  readonly onAccept: () => void
  readonly onDismiss: () => void
  readonly onRemove: () => void
}

/** What can be done with the counterpart that is proposed, or with the mirror there is. */
export function MirrorBar(props: MirrorBarProps): ReactNode {
  const t = useT('annotating')
  const { mirroring, quote, selected, movable } = props
  const element = useRef<HTMLDivElement>(null)
  useFloating(element, props.anchor, props.bounds)
  const { kind } = mirroring
  const canAccept = kind === 'proposed' || (kind === 'by-hand' && selected)

  return (
    <div
      ref={element}
      role="toolbar"
      aria-label={t('mirror.bar')}
      className={own['bar']}
      data-kind={kind}
      // A press here must not take the selection away.
      onPointerDown={(event) => event.preventDefault()}
    >
      <div className={own['line']}>
        <span className={own['words']}>{wordsOf(mirroring, selected, t)}</span>
        {canAccept && (
          <Action chord="Enter" onPress={props.onAccept}>
            {t(selected ? 'mirror.acceptSelection' : 'mirror.accept')}
          </Action>
        )}
        {kind === 'adjusting' && (
          <Action keyId="annotating.unmirror" onPress={props.onRemove}>
            {t('mirror.remove')}
          </Action>
        )}
        <Action chord="Escape" onPress={props.onDismiss}>
          {t(kind === 'adjusting' ? 'mirror.done' : kind === 'proposed' ? 'mirror.dismiss' : 'mirror.cancel')}
        </Action>
      </div>
      {quote !== null && (
        <p className={own['quote']} data-face="text" lang={quote.language}>
          {quote.text}
        </p>
      )}
      {kind === 'proposed' && !selected && props.reasons}
      {movable && !selected && (kind === 'proposed' || kind === 'adjusting') && (
        <p className={own['hint']}>
          <Kbd keyId="annotating.endBack" />
          <Kbd keyId="annotating.endOn" /> {t('mirror.end')}
          <Kbd keyId="annotating.startBack" />
          <Kbd keyId="annotating.startOn" /> {t('mirror.start')}
        </p>
      )}
    </div>
  )
}

type Translate = ReturnType<typeof useT<'annotating'>>

/** How it stands, in words: never told by the look of a line alone. */
function wordsOf(mirroring: Mirroring, selected: boolean, t: Translate): string {
  if (mirroring.kind === 'asking') return t('mirror.asking')
  if (mirroring.kind === 'adjusting') return t('mirror.adjusting')
  if (selected) return t('mirror.selected')
  if (mirroring.kind === 'by-hand') return t('mirror.byHand')
  return confidenceInWords(mirroring.confidence, t)
}

const SURE = 0.75
const LIKELY = 0.45

/** What a proposal's confidence means for a reader. */
export function confidenceInWords(confidence: number | null, t: Translate): string {
  if (confidence === null) return t('mirror.byYou')
  if (confidence >= SURE) return t('mirror.sure')
  return t(confidence >= LIKELY ? 'mirror.likely' : 'mirror.guess')
}

function Action({
  chord,
  keyId,
  onPress,
  children,
}: MayHaveKey & {
  readonly onPress: () => void
  readonly children: ReactNode
}): ReactNode {
  return (
    <button type="button" className={styles['action']} onClick={onPress}>
      {children}
      <KbdOf chord={chord} keyId={keyId} />
    </button>
  )
}
