import { Command } from 'cmdk'
import { useDeferredValue, useMemo, useRef, useState, type ReactNode } from 'react'
import { openReading } from '../../data/route.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { englishOf } from '../../i18n/english-of.ts'
import { useT } from '../../i18n/i18n.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeyGroups } from '../../ui/key-list.ts'
import { isComposing } from '../../ui/keys.ts'
import { findEntries, highlighted, type PaletteEntry } from './find-entries.ts'
import styles from './palette.module.css'
import { useOwnCommands } from './use-own-commands.ts'

/** Finds texts and commands by a few letters. Commands are what keys do on this page, and a few more. */
export function Palette({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useT('shell')
  const [text, setText] = useState('')
  // Null: nothing but the first.
  const [picked, setPicked] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const wanted = useDeferredValue(text)
  const texts = useTexts()
  const commands = useCommands()
  const found = useMemo(() => findEntries([...texts, ...commands], wanted), [texts, commands, wanted])

  const run = (entry: PaletteEntry): void => {
    onClose()
    // After the dialog has given the focus back, so that a command may take it.
    setTimeout(entry.run, 0)
  }

  return (
    <Dialog open onClose={onClose} title={t('commands.title')} titleUnseen place="top" initialFocus={field}>
      <Command
        label={t('commands.title')}
        shouldFilter={false}
        value={highlighted(found, picked)}
        onValueChange={(id) => setPicked(id === found[0]?.id ? null : id)}
        className={styles['palette']}
        onKeyDown={(event) => {
          // cmdk runs a command on Enter even where an input method only confirms its characters.
          if (isComposing(event)) event.stopPropagation()
        }}
      >
        <Command.Input
          ref={field}
          className={styles['input']}
          placeholder={t('commands.placeholder')}
          value={text}
          onValueChange={(next) => {
            setText(next)
            setPicked(null)
          }}
        />
        <Command.List label={t('commands.commands')} className={styles['list']}>
          <Command.Empty className={styles['empty']}>{t('commands.empty')}</Command.Empty>
          {(['pair', 'article', 'command'] as const).map((kind) => {
            const entries = found.filter((entry) => entry.kind === kind)
            if (entries.length === 0) return null
            return (
              <Command.Group key={kind} heading={t(HEADINGS[kind])} className={styles['group']}>
                {entries.map((entry) => (
                  <Command.Item
                    key={entry.id}
                    value={entry.id}
                    className={styles['item']}
                    onSelect={() => run(entry)}
                  >
                    <span className={styles['label']}>{entry.label}</span>
                    {entry.detail !== '' && <span className={styles['detail']}>{entry.detail}</span>}
                    {entry.chord !== null && <Kbd chord={entry.chord} />}
                  </Command.Item>
                ))}
              </Command.Group>
            )
          })}
        </Command.List>
        <p className={styles['hint']}>{t('commands.hint')}</p>
      </Command>
    </Dialog>
  )
}

/** What opened the palette needs no line in it. */
const PALETTE_KEY = 'everywhere.palette'

const HEADINGS = {
  command: 'commands.commands',
  pair: 'commands.pairs',
  article: 'commands.articles',
} as const

function useTexts(): readonly PaletteEntry[] {
  const articles = useApiQuery('articles.list', { removed: false }).data
  const pairs = useApiQuery('pairs.list', { removed: false }).data
  return useMemo(
    () => [
      ...(pairs ?? []).map(({ id, kind, left, right }): PaletteEntry => ({
        kind: 'pair',
        id,
        label: `${left.title} ${kind === 'parallel' ? '⇄' : '≈'} ${right.title}`,
        detail: left.date ?? '',
        chord: null,
        run: () => openReading({ kind: 'pair', pairId: id }),
      })),
      ...(articles ?? []).map(({ id, title, date }): PaletteEntry => ({
        kind: 'article',
        id,
        label: title,
        detail: date ?? '',
        chord: null,
        run: () => openReading({ kind: 'article', articleId: id }),
      })),
    ],
    [articles, pairs],
  )
}

function useCommands(): readonly PaletteEntry[] {
  const groups = useKeyGroups()
  const own = useOwnCommands()
  return useMemo(() => {
    const bound = [...groups].flatMap(([id, { group, keys }]) =>
      keys.map(({ id: keyId, label, chords, run }, index): PaletteEntry => ({
        kind: 'command',
        id: `${id}-${index}`,
        label,
        detail: group,
        chord: chords[0] ?? null,
        keyId,
        run,
      })),
    )
    return [...bound.filter(({ keyId }) => keyId !== PALETTE_KEY), ...own].map((entry) => ({
      ...entry,
      keywords: `${entry.keywords ?? ''} ${englishOf(entry.label)}`,
    }))
  }, [groups, own])
}
