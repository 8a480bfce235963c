import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { alignKeyId } from './align-key-id.ts'
import { alignStore } from './align-store.ts'
import styles from './half-hint.module.css'

/** While the first of two sentences is chosen: what to do for the second. */
export function HalfHint(): ReactNode {
  const t = useT('aligning')
  const half = useStore(alignStore, ({ firstHalf }) => firstHalf?.kind ?? null)
  if (half === null) return null
  return (
    <div className={styles['hint']}>
      {t(`markHint.${half}`)}
      <Button small tone="quiet" onClick={() => alignStore.setState({ firstHalf: null })}>
        {t('markHint.cancel')}
        <Kbd keyId={alignKeyId('leave')} />
      </Button>
    </div>
  )
}
