import { useCallback, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { SegmentId } from '../../../shared/domain/ids.ts'
import { BLOCK_KINDS, type BlockKind } from '../../../shared/domain/text.ts'
import { useT } from '../../i18n/i18n.ts'
import { Menu, MenuChoices } from '../../ui/menu.tsx'
import { textStore } from './text-store.ts'

export interface KindMenuProps {
  readonly elementOf: (segmentId: SegmentId) => Element | null
  /** What the paragraph is now. */
  readonly kindOf: (segmentId: SegmentId) => { readonly kind: BlockKind; readonly level: number } | null
  readonly onChoose: (segmentId: SegmentId, kind: BlockKind, level: number) => void
  readonly onClose: () => void
}

const LEVELS = [1, 2, 3, 4, 5, 6] as const
const VALUES = BLOCK_KINDS.flatMap((kind): { readonly kind: BlockKind; readonly level: number }[] =>
  kind === 'heading' ? LEVELS.map((level) => ({ kind, level })) : [{ kind, level: 0 }],
)

/** What a paragraph is: a small menu beside it. */
export function KindMenu({ elementOf, kindOf, onChoose, onClose }: KindMenuProps): ReactNode {
  const t = useT('revising')
  const segmentId = useStore(textStore, (state) => state.kindOf)
  const anchor = useCallback(() => (segmentId === null ? null : elementOf(segmentId)), [segmentId, elementOf])
  if (segmentId === null) return null
  const now = kindOf(segmentId)
  const value = now === null ? '' : valueOf(now.kind, now.kind === 'heading' ? now.level : 0)
  return (
    <Menu
      open
      anchor={anchor}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
    >
      <MenuChoices
        label={t('kind.label')}
        value={value}
        options={VALUES.map(({ kind, level }) => ({
          value: valueOf(kind, level),
          label: kind === 'heading' ? t('kind.level', { level }) : t(`kind.${kind}`),
        }))}
        onChange={(chosen) => {
          const found = VALUES.find(({ kind, level }) => valueOf(kind, level) === chosen)
          if (found !== undefined) onChoose(segmentId, found.kind, found.level)
        }}
      />
    </Menu>
  )
}

function valueOf(kind: BlockKind, level: number): string {
  return `${kind} ${level}`
}
