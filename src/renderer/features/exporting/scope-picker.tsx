import { useState, type ReactNode } from 'react'
import type { ExportScope } from '../../../shared/contract/schemas/export.ts'
import { navigate } from '../../data/route.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './scope-picker.module.css'
import { scopeKey, useScopeChoices, type ScopeChoice, type ScopeKind } from './use-scope-choices.ts'

const KINDS: readonly ScopeKind[] = ['library', 'pair', 'article', 'tag', 'speaker']
const MOST = 200
const ROW_HEIGHT = 32

export interface ScopePickerProps {
  readonly scope: ExportScope
  /** The kind being chosen from, before anything of it is chosen. */
  readonly kind: ScopeKind
  readonly onKind: (kind: ScopeKind) => void
}

/** What to export: the library, or one pair, article, tag or speaker. */
export function ScopePicker({ scope, kind, onKind }: ScopePickerProps): ReactNode {
  const t = useT('exporting')
  const choices = useScopeChoices(kind)
  const [isOpen, setOpen] = useState(false)
  const chosen = scope.kind === kind ? choices.find(({ key }) => key === scopeKey(scope)) : undefined

  return (
    <div className={styles['picker']}>
      <Select
        label={t('scope')}
        value={kind}
        options={(scope.kind === 'highlights' ? [...KINDS, scope.kind] : KINDS).map((value) => ({
          value,
          label: t(`scopes.${value}`),
        }))}
        onChange={(next) => {
          onKind(next)
          if (next === 'library') navigate({ name: 'export', scope: { kind: 'library' } }, { replace: true })
          else if (next !== 'highlights') setOpen(true)
        }}
      />
      {kind !== 'library' && kind !== 'highlights' && (
        <Button className={styles['chosen']} onClick={() => setOpen(true)}>
          <span>{chosen?.label ?? t('choose')}</span>
        </Button>
      )}
      {isOpen && kind !== 'library' && kind !== 'highlights' && (
        <ChoiceDialog
          kind={kind}
          choices={choices}
          onClose={() => setOpen(false)}
          onChoose={(choice) => {
            setOpen(false)
            navigate({ name: 'export', scope: choice.scope }, { replace: true })
          }}
        />
      )}
    </div>
  )
}

interface ChoiceDialogProps {
  readonly kind: Exclude<ScopeKind, 'library' | 'highlights'>
  readonly choices: readonly ScopeChoice[]
  readonly onClose: () => void
  readonly onChoose: (choice: ScopeChoice) => void
}

function ChoiceDialog({ kind, choices, onClose, onChoose }: ChoiceDialogProps): ReactNode {
  const t = useT('exporting')
  const shell = useT('shell')
  const [text, setText] = useState('')
  // As high as all there is to choose from, so that filtering moves nothing.
  const height = Math.max(2, Math.min(choices.length, MOST)) * ROW_HEIGHT
  const wanted = text.trim().toLowerCase()
  const shown = choices.filter(({ label }) => label.toLowerCase().includes(wanted)).slice(0, MOST)
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(`chooseTitle.${kind}`)}
      closeLabel={shell('action.close')}
      size="small"
    >
      <TextField
        label={t('search')}
        labelUnseen
        type="search"
        placeholder={t('search')}
        value={text}
        onChange={setText}
      />
      <ul className={styles['choices']} style={{ height: `min(${height}px, 340px, 45vh)` }}>
        {shown.length === 0 && <li className={styles['none']}>{t('noMatch')}</li>}
        {shown.map((choice) => (
          <li key={choice.key}>
            <button type="button" className={styles['choice']} onClick={() => onChoose(choice)}>
              {choice.label}
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
