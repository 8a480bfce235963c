import { useVirtualizer } from '@tanstack/react-virtual'
import { useId, useMemo, useRef, type MouseEvent, type ReactNode, type RefObject } from 'react'
import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import type { SurveyRow } from '../../../shared/contract/schemas/survey.ts'
import { reportError } from '../../data/query-client.ts'
import type { Survey } from '../../data/survey-query.ts'
import { useT } from '../../i18n/i18n.ts'
import { useOffsetTop } from '../../ui/use-offset-top.ts'
import { GroupHeading } from './group-heading.tsx'
import { SurveyRowView } from './survey-row.tsx'
import styles from './survey-list.module.css'
import { countLines, countRows, lineAt, lineOf, type Section } from './survey-layout.ts'
import { isSelected, selectRun, setCurrent, toggle, useSurveySelection } from './survey-selection.ts'
import type { TagWish } from './tag-dialog.tsx'
import type { SurveyActions } from './use-survey-actions.ts'
import { useSurveyKeys } from './use-survey-keys.ts'
import { idsBetween, useSurveyRows } from './use-survey-rows.ts'

const ROW_HEIGHT = 94
const HEADING_HEIGHT = 44

export interface SurveyListProps {
  readonly sections: readonly Section[]
  readonly survey: Survey
  readonly tags: readonly Tag[]
  readonly actions: SurveyActions
  readonly scroller: RefObject<HTMLElement | null>
  readonly onTag: (wish: TagWish) => void
}

/** The highlights, drawn and fetched only where they are in sight. One element has the focus; keys walk the rows. */
export function SurveyList({ sections, survey, tags, actions, scroller, onTag }: SurveyListProps): ReactNode {
  const t = useT('annotations')
  const hintId = useId()
  const list = useRef<HTMLDivElement>(null)
  const margin = useOffsetTop(list, scroller)
  const selected = useSurveySelection((state) => state.selected)
  const rowCount = countRows(sections)
  const current = Math.min(
    useSurveySelection((state) => state.current),
    Math.max(0, rowCount - 1),
  )
  const tagById = useMemo(() => new Map(tags.map((tag) => [tag.id, tag])), [tags])

  const virtualizer = useVirtualizer({
    count: countLines(sections),
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (lineAt(sections, index)?.kind === 'heading' ? HEADING_HEIGHT : ROW_HEIGHT),
    scrollMargin: margin,
    overscan: 6,
  })
  const items = virtualizer.getVirtualItems()
  const lines = items.flatMap((item) => {
    const line = lineAt(sections, item.index)
    return line === null ? [] : [{ item, line }]
  })
  const places = lines.flatMap(({ line }) => (line.kind === 'row' ? [line.place] : []))
  const rows = useSurveyRows(sections, survey.sort, places)
  const isDrawn = places.includes(current) && rows.has(current)

  const run = (to: number): void => {
    const { anchor } = useSurveySelection.getState()
    idsBetween(sections, survey.sort, anchor, to).then((ids) => selectRun(ids, to), reportError)
  }
  const reveal = (place: number): void =>
    virtualizer.scrollToIndex(lineOf(sections, place), { align: 'auto' })

  const onKeyDown = useSurveyKeys({
    rowCount,
    current,
    row: rows.get(current) ?? null,
    actions,
    onTag,
    run,
    reveal,
    focus: () => list.current?.focus({ preventScroll: true }),
  })

  const press = (row: SurveyRow, place: number, event: MouseEvent): void => {
    if (event.shiftKey) run(place)
    else if (event.ctrlKey || event.metaKey) toggle(row.id, place)
    else {
      setCurrent(place)
      actions.open(row)
    }
  }

  return (
    <>
      <p id={hintId} data-unseen="">
        {t('list.hint')}
      </p>
      <div
        ref={list}
        role="grid"
        tabIndex={0}
        aria-label={t('list.label')}
        aria-describedby={hintId}
        aria-multiselectable="true"
        aria-rowcount={countLines(sections)}
        aria-activedescendant={isDrawn ? domId(current) : undefined}
        className={styles['list']}
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
      >
        {lines.map(({ item, line }) => (
          <div
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            role="presentation"
            className={styles['place']}
            style={{ transform: `translateY(${item.start - margin}px)` }}
          >
            {line.kind === 'heading' ? (
              <GroupHeading section={line.section} by={survey.group} line={item.index + 1} />
            ) : (
              <SurveyRowView
                row={rows.get(line.place) ?? null}
                domId={domId(line.place)}
                line={item.index + 1}
                isCurrent={line.place === current}
                isSelected={isSelectedRow(rows.get(line.place), selected)}
                tagById={tagById}
                onPress={(row, event) => press(row, line.place, event)}
                onToggle={(row) => toggle(row.id, line.place)}
              />
            )}
          </div>
        ))}
      </div>
    </>
  )
}

function isSelectedRow(row: SurveyRow | undefined, selected: Parameters<typeof isSelected>[0]): boolean {
  return row !== undefined && isSelected(selected, row.id)
}

function domId(place: number): string {
  return `survey-row-${place}`
}
