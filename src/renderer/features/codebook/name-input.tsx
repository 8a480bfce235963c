import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { parseTagPath, TAG_NAME_LENGTH } from '../../../shared/domain/tag-path.ts'
import { useT } from '../../i18n/i18n.ts'
import { isComposing } from '../../ui/keys.ts'
import styles from './name-input.module.css'

export interface NameInputProps {
  readonly label: string
  readonly initial: string
  /** Whether slashes may make several tags of it. */
  readonly asPath: boolean
  readonly onDone: (name: string) => void
  readonly onCancel: () => void
}

/** A tag's name in its place in the tree. Enter takes it, Escape leaves all as it was, going away from it takes it too. */
export function NameInput({ label, initial, asPath, onDone, onCancel }: NameInputProps): ReactNode {
  const t = useT('codebook')
  const id = useId()
  const [name, setName] = useState(initial)
  const [wasTried, setTried] = useState(false)
  // Taking it away also takes the focus from it.
  const isOver = useRef(false)
  const names = parseTagPath(name)
  const problem =
    names.length === 0
      ? t('name.empty')
      : !asPath && names.length > 1
        ? t('name.slash')
        : names.some((each) => each.length > TAG_NAME_LENGTH)
          ? t('name.long', { count: TAG_NAME_LENGTH })
          : null

  const end = (run: () => void): void => {
    if (isOver.current) return
    isOver.current = true
    run()
  }
  const finish = (): void => {
    if (problem !== null) setTried(true)
    else end(() => (name === initial ? onCancel() : onDone(names.join('/'))))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return
    if (event.key === 'Enter') finish()
    else if (event.key === 'Escape') end(onCancel)
    else {
      // The tree's own keys are deaf here.
      event.stopPropagation()
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <span className={styles['box']}>
      <input
        className={styles['input']}
        aria-label={label}
        aria-invalid={(wasTried && problem !== null) || undefined}
        aria-describedby={wasTried && problem !== null ? id : undefined}
        autoComplete="off"
        spellCheck={false}
        // It opens because the user asked to type into it.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={name}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => (problem === null ? finish() : end(onCancel))}
      />
      {wasTried && problem !== null && (
        <span id={id} role="alert" className={styles['problem']}>
          {problem}
        </span>
      )}
    </span>
  )
}
