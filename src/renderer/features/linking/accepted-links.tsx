import type { ReactNode } from 'react'
import type { Link } from '../../../shared/contract/schemas/link.ts'
import type { SegmentId } from '../../../shared/domain/ids.ts'
import { useCommand } from '../../data/use-command.ts'
import { useT } from '../../i18n/i18n.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { TrashIcon } from '../../ui/icons.tsx'
import styles from './passage.module.css'

/** The links that stand: to go to one, or to take it away. */
export function AcceptedLinks({
  links,
  onShow,
  onRemoved,
}: {
  readonly links: readonly Link[]
  readonly onShow: (segmentId: SegmentId) => void
  /** Its button is about to go, and the focus with it. */
  readonly onRemoved: () => void
}): ReactNode {
  const t = useT('aligning')
  const { mutate: remove } = useCommand('links.remove')
  if (links.length === 0) return null
  return (
    <details className={styles['accepted']}>
      <summary>{t('links.accepted', { count: links.length })}</summary>
      <ul>
        {links.map(({ id, from, to }) => {
          const first = from.parts[0]
          return (
            <li key={id} className={styles['link']}>
              <button
                type="button"
                className={styles['go']}
                disabled={first === undefined}
                onClick={() => {
                  if (first !== undefined) onShow(first.segmentId)
                }}
              >
                <span>{from.exact}</span>
                <span>{to.exact}</span>
              </button>
              <IconButton
                label={t('links.remove')}
                onClick={() => remove({ linkIds: [id] }, { onSuccess: onRemoved })}
              >
                <TrashIcon size={14} />
              </IconButton>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
