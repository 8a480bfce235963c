import { Fragment, type ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import {
  ALIGN_GROUPS,
  operationsIn,
  type AlignActionId,
  type AlignGroup,
} from '../../../shared/domain/align-action.ts'
import { alignKeyId } from './align-key-id.ts'
import { useAlignDesk } from './align-desk.ts'

/** The lines of a menu with the actions of a row or of the pair, each with its key. */
export function AlignMenuItems({
  of,
  onRun,
}: {
  readonly of: 'row' | 'pair'
  /** Called before the action runs, to bring the caret where the menu is about. */
  readonly onRun?: () => void
}): ReactNode {
  const t = useT('aligning')
  const desk = useAlignDesk()
  const run = (id: AlignActionId): void => {
    onRun?.()
    desk.backToText()
    // After the menu has given the focus back, so that an action may take it.
    setTimeout(() => desk.run(id), 0)
  }
  // Where to go next is no matter of one row.
  const groups: readonly AlignGroup[] = ALIGN_GROUPS.filter((group) => of === 'pair' || group !== 'go')
  return groups.map((group, index) => (
    <Fragment key={group}>
      {index > 0 && <MenuSeparator />}
      {operationsIn(group, of).map(({ id }) => (
        <MenuItem key={id} onSelect={() => run(id)} keyId={alignKeyId(id)}>
          {t(`action.${id}`)}
        </MenuItem>
      ))}
    </Fragment>
  ))
}
