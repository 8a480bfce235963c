import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { DoubtfulAnchor } from '../../../shared/contract/schemas/revision.ts'
import { attachingStore, stopAttaching, type Attaching } from '../../data/attaching.ts'
import { announce } from '../../features/annotating/announce.tsx'
import { locate } from '../../features/reading/prepare-reading.ts'
import { AttachBanner } from '../../features/revising/attach-banner.tsx'
import { attachDoubt, goBack } from '../../features/revising/doubt-actions.ts'
import { getT, useT } from '../../i18n/i18n.ts'
import { useKeys } from '../../ui/keys.ts'
import { showToast } from '../../ui/toast.ts'
import type { Workbench } from './highlight-commands.ts'
import { select } from './reading-commands.ts'
import type { Turn } from './turn.ts'

export interface AttachRoomParts {
  readonly on: boolean
  readonly banner: ReactNode
}

/** Selecting where a highlight or a link belongs. Its keys are bound before all others. */
export function useAttachRoom(bench: Workbench, turn: Turn, backToText: () => void): AttachRoomParts {
  const t = useT('revising')
  const { stage, selection } = bench
  const asked = useStore(attachingStore, (state) => state.attaching)
  const { left, right } = stage.source.reading
  const article = [left, right].find((each) => each !== null && each.id === asked?.anchor.articleId) ?? null
  const attaching = article === null ? null : asked

  const shown = useRef<Attaching | null>(null)
  useEffect(() => {
    shown.current = attaching
  }, [attaching])
  useEffect(
    () => () => {
      if (shown.current !== null && attachingStore.getState().attaching === shown.current) stopAttaching()
    },
    [],
  )

  const begin = useEffectEvent((anchor: DoubtfulAnchor) => {
    bench.annotations.activate(null)
    backToText()
    announce(`${t('attach.hint')} ${anchor.was ?? anchor.exact}`)
    void selectAnchor(bench, anchor)
  })
  const anchor = attaching?.anchor ?? null
  useEffect(() => {
    if (anchor !== null) begin(anchor)
  }, [anchor, stage])

  const leave = (): void => {
    const back = attaching?.back ?? null
    stopAttaching()
    selection.clear()
    backToText()
    goBack(back)
  }
  const attach = (): void => {
    if (attaching === null) return
    void turn.take(async () => {
      const selected = await selection.resolve()
      if (selected === null) {
        sayNothingSelected()
        return
      }
      if (!(await attachDoubt(attaching.anchor, selected))) return
      announce(getT('revising')('attach.done'))
      leave()
    })
  }
  useKeys(t('attach.label'), [
    { chord: 'Enter', when: () => attaching !== null && !onControl(), run: attach },
    {
      chord: 'Escape',
      when: () => attaching !== null,
      run: leave,
    },
  ])

  return {
    on: attaching !== null,
    banner:
      attaching === null || article === null ? null : (
        <AttachBanner
          doubt={attaching.anchor}
          language={article.language}
          onAttach={attach}
          onLeave={leave}
        />
      ),
  }
}

/** Begins with the place it has now. */
async function selectAnchor({ stage, selection }: Workbench, { parts }: DoubtfulAnchor): Promise<void> {
  const [first, last] = [parts[0], parts.at(-1)]
  if (first === undefined || last === undefined) return
  const { source } = stage
  for (const { segmentId } of [first, last]) {
    const rowIndex = source.home(segmentId)?.rowIndex ?? (await locate(source.reading.target, segmentId))
    if (rowIndex !== null) await source.load(source.chunkOf(rowIndex))
  }
  const home = source.home(first.segmentId)
  if (home === null) return
  await select(
    stage,
    selection,
    home.side,
    { segmentId: first.segmentId, offset: first.start },
    { segmentId: last.segmentId, offset: last.end },
  )
}

function sayNothingSelected(): void {
  const title = getT('revising')('attach.nothing')
  showToast({ id: 'attach', title })
  announce(title)
}

function onControl(): boolean {
  return document.activeElement?.closest('button, a, input, [role="radio"], [role="menu"]') !== null
}
