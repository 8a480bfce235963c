import { useRef, type ReactNode } from 'react'
import type { Color } from '../../../shared/domain/highlight.ts'
import { useT } from '../../i18n/i18n.ts'
import { Kbd } from '../../ui/kbd.tsx'
import styles from './annotation-bar.module.css'
import { ColorButtons } from './color-buttons.tsx'
import type { FloatingAnchor } from './place-floating.ts'
import { useFloating } from './use-floating.ts'

export interface AnnotationBarProps {
  /** A selection to highlight, or a highlight to change. */
  readonly kind: 'selection' | 'highlight'
  readonly color: Color | null
  /** How many highlights lie here; more than one can be cycled through. */
  readonly overlapping: number
  readonly anchor: () => FloatingAnchor | null
  readonly bounds: () => DOMRect | null
  readonly onColor: (color: Color) => void
  readonly onTags: () => void
  readonly onNote: () => void
  readonly onCopy: () => void
  /** Looks through the library for what says the same. */
  readonly onCounterparts: () => void
  readonly onCycle: () => void
  /** Lists the highlights that lie here. */
  readonly onList: () => void
  /** Proposes a mirror, or takes up the one there is; null where nothing faces this text. */
  readonly onMirror: (() => void) | null
  readonly mirrored: boolean
  readonly onRemove: () => void
}

/** What can be done with the selection or the active highlight; each of it has a key. */
export function AnnotationBar(props: AnnotationBarProps): ReactNode {
  const t = useT('annotating')
  const ta = useT('aligning')
  const element = useRef<HTMLDivElement>(null)
  useFloating(element, props.anchor, props.bounds)

  return (
    <div
      ref={element}
      role="toolbar"
      aria-label={t(props.kind === 'selection' ? 'bar.selection' : 'bar.highlight')}
      className={styles['bar']}
      // A press here must not take the selection away.
      onPointerDown={(event) => event.preventDefault()}
    >
      <ColorButtons label={t('bar.colors')} chosen={props.color} onChoose={props.onColor} />
      <span className={styles['rule']} />
      <Action keyId="annotating.tags" onPress={props.onTags}>
        {t('bar.tags')}
      </Action>
      <Action keyId="annotating.note" onPress={props.onNote}>
        {t('bar.note')}
      </Action>
      {props.onMirror !== null && (
        <Action keyId="annotating.mirror" pressed={props.mirrored} onPress={props.onMirror}>
          {t('bar.mirror')}
        </Action>
      )}
      <Action keyId="annotating.copy" onPress={props.onCopy}>
        {t('bar.copy')}
      </Action>
      <Action keyId="annotating.counterparts" onPress={props.onCounterparts}>
        {ta('counterparts.button')}
      </Action>
      {props.overlapping > 1 && (
        <Action keyId="annotating.cycle" onPress={props.onCycle}>
          {t('bar.cycle')}
        </Action>
      )}
      {props.overlapping > 1 && (
        <Action keyId="annotating.list" onPress={props.onList}>
          {t('bar.list', { count: props.overlapping })}
        </Action>
      )}
      {props.kind === 'highlight' && (
        <Action keyId="annotating.remove" onPress={props.onRemove}>
          {t('bar.remove')}
        </Action>
      )}
    </div>
  )
}

function Action({
  keyId,
  pressed,
  onPress,
  children,
}: {
  readonly keyId: string
  readonly pressed?: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}): ReactNode {
  return (
    <button type="button" className={styles['action']} aria-pressed={pressed} onClick={onPress}>
      {children}
      <Kbd keyId={keyId} />
    </button>
  )
}
