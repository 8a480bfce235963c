import type { ReactNode, Ref } from 'react'
import { useStore } from 'zustand'
import { BEAD_FILTERS } from '../../../shared/domain/bead.ts'
import type { Side } from '../../../shared/domain/article.ts'
import { useAlignJob } from '../../data/jobs.ts'
import { formatLanguageShort } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { Menu } from '../../ui/menu.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { AlignProgress } from './align-progress.tsx'
import styles from './align-bar.module.css'
import { useAlignDesk } from './align-desk.ts'
import { alignKeyId } from './align-key-id.ts'
import { AlignMenuItems } from './align-menu.tsx'
import { alignStore } from './align-store.ts'

export interface AlignBarProps {
  readonly element: Ref<HTMLDivElement>
  readonly aligned: boolean
  readonly locked: Side | null
  /** The sides in the order they are shown. */
  readonly sides: readonly Side[]
}

/** The align layer's tools, on one thin line under the header. */
export function AlignBar({ element, aligned, locked, sides }: AlignBarProps): ReactNode {
  const t = useT('aligning')
  const desk = useAlignDesk()
  const filter = useStore(alignStore, (state) => state.filter)
  return (
    <div ref={element} role="toolbar" aria-label={t('layer.bar')} className={styles['bar']} tabIndex={-1}>
      {aligned && (
        <>
          <Realign />
          <Button small tone="quiet" className={styles['next']} onClick={() => desk.run('nextUncertain')}>
            {t('action.nextUncertain')}
            <Kbd keyId={alignKeyId('nextUncertain')} />
          </Button>
          <Menu
            trigger={
              <Button small tone="quiet">
                {t('layer.menu')} ▾
              </Button>
            }
          >
            <AlignMenuItems of="pair" />
          </Menu>
          <span className={styles['rule']} />
          <Select
            quiet
            className={styles['filter'] ?? ''}
            label={t('filter.label')}
            value={filter}
            options={BEAD_FILTERS.map((value) => ({ value, label: t(`filter.${value}`) }))}
            onChange={desk.setFilter}
          />
          <span className={styles['lock']}>
            <span aria-hidden="true">{t('lock.label')}</span>
            <Segmented
              label={t('lock.label')}
              value={locked ?? 'none'}
              options={[
                { value: 'none', label: t('lock.none') },
                ...sides.map((side) => ({ value: side, label: formatLanguageShort(desk.languages[side]) })),
              ]}
              onChange={(value) => desk.lock(value === 'none' ? null : value)}
            />
          </span>
        </>
      )}
      <span className={styles['spring']} />
      <Button small tone="quiet" className={styles['links']} onClick={desk.showSuggestions}>
        {t('action.suggestions')}
      </Button>
      <Button small tone="quiet" onClick={() => desk.setOn(false)}>
        {t('layer.close')}
        <Kbd keyId={alignKeyId('leave')} />
      </Button>
    </div>
  )
}

/** Aligns again around what is verified; tells how far it is meanwhile. */
function Realign(): ReactNode {
  const t = useT('aligning')
  const desk = useAlignDesk()
  const running = useAlignJob(desk.pairId)
  if (running === undefined)
    return (
      <Button small tone="quiet" onClick={desk.align}>
        {t('action.realign')}
        <Kbd keyId={alignKeyId('realign')} />
      </Button>
    )
  return (
    <span className={styles['running']} role="status">
      <AlignProgress job={running} className={styles['progress'] ?? ''} />
    </span>
  )
}
