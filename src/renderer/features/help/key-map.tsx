import { useState, type ReactNode } from 'react'
import { useSettings } from '../../data/settings.ts'
import { useT } from '../../i18n/i18n.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeyGroups } from '../../ui/key-list.ts'
import { TextField } from '../../ui/text-field.tsx'
import { mergeGroups } from './merge-groups.ts'
import styles from './key-map.module.css'

/** The keys that work on this page, as they were bound: the list can't go out of date. */
export function KeyMap({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useT('shell')
  const { singleKeys } = useSettings()
  const groups = mergeGroups(useKeyGroups())
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('keys.title')}
      closeLabel={t('action.close')}
      size="large"
      footer={
        <p className={styles['note']}>
          {!singleKeys && <>{t('keys.singleOff')} </>}
          {t('keys.imeNote')} {t('keys.elsewhere')}
        </p>
      }
    >
      <TextField
        label={t('keys.search')}
        labelUnseen
        type="search"
        placeholder={t('keys.search')}
        value={text}
        onChange={setText}
      />
      <div className={styles['groups']}>
        {groups.map(({ group, keys }) => {
          const shown = keys.filter(({ label }) => label.toLowerCase().includes(wanted))
          if (shown.length === 0) return null
          return (
            <section key={group} className={styles['group']}>
              <h3 className={styles['heading']}>{group}</h3>
              <dl>
                {shown.map(({ label, chords }) => (
                  <div key={`${label} ${chords.join()}`} className={styles['key']}>
                    <dt>{label}</dt>
                    <dd className={styles['chords']}>
                      {chords.map((chord) => (
                        <Kbd key={chord} chord={chord} />
                      ))}
                    </dd>
                  </div>
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
