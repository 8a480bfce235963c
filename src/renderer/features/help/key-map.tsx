import { useRef, useState, type ReactNode } from 'react'
import { useSettings } from '../../data/settings.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useKeyGroups } from '../../ui/key-list.ts'
import { TextField } from '../../ui/text-field.tsx'
import { placedKeys } from './key-changes.ts'
import styles from './key-map.module.css'
import { KeyRow } from './key-row.tsx'
import { mergeGroups } from './merge-groups.ts'
import { useKeyChanges } from './use-key-changes.ts'

/** The keys that work on this page, as they were bound: the list can't go out of date. Each can be given another. */
export function KeyMap({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useT('shell')
  const { singleKeys, keys: userKeys } = useSettings()
  const groups = mergeGroups(useKeyGroups())
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const list = useRef<HTMLDivElement>(null)
  const changes = useKeyChanges(placedKeys(groups), (id) => {
    list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(id)}"] [data-change]`)?.focus()
  })
  const hasChanges = Object.keys(userKeys).length > 0

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('keys.title')}
      closeLabel={t('action.close')}
      size="large"
      footer={
        <>
          <p className={styles['note']}>
            {!singleKeys && <>{t('keys.singleOff')} </>}
            {t('keys.imeNote')} {t('keys.elsewhere')}
          </p>
          {changes.canTakeBack ? (
            <Button small onClick={changes.takeBack}>
              {t('keys.takeBack')}
            </Button>
          ) : (
            <Button small disabled={!hasChanges} onClick={changes.resetAll}>
              {t('keys.resetAll')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles['top']}>
        <TextField
          label={t('keys.search')}
          labelUnseen
          type="search"
          placeholder={t('keys.search')}
          value={text}
          onChange={setText}
        />
        <p role="status" className={styles['said']}>
          {changes.said}
        </p>
      </div>
      <div ref={list} className={styles['groups']}>
        {groups.map(({ group, place, keys }) => {
          const shown = keys.filter(({ label }) => label.toLowerCase().includes(wanted))
          if (shown.length === 0) return null
          return (
            <section key={group} className={styles['group']}>
              <h3 className={styles['heading']}>{group}</h3>
              <dl>
                {shown.map((key) => (
                  <KeyRow key={key.id} row={{ ...key, place }} changes={changes} />
                ))}
              </dl>
            </section>
          )
        })}
      </div>
      <div className={styles['fade']} />
    </Dialog>
  )
}
