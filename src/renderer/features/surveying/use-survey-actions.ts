import type { Input } from '../../../shared/contract/contract.ts'
import type { AnnotationFilter, SurveyRow } from '../../../shared/contract/schemas/survey.ts'
import type { Color } from '../../../shared/domain/highlight.ts'
import type { HighlightId, TagId } from '../../../shared/domain/ids.ts'
import { api } from '../../api/api.ts'
import { reportError } from '../../data/query-client.ts'
import { navigate, openReading } from '../../data/route.ts'
import { useSettings } from '../../data/settings.ts'
import { useT } from '../../i18n/i18n.ts'
import { useColorNames } from '../../i18n/use-color-names.ts'
import { showToast, STEP_TOAST } from '../../ui/toast.ts'
import { announce } from './announce.tsx'
import { clearSelection, countSelected, useSurveySelection } from './survey-selection.ts'

type Choice = Input<'annotations.remove'>

/** What is to be done to: the selection, or the row the keys are on. */
export interface Target {
  readonly choice: Choice
  readonly count: number
}

export interface SurveyActions {
  /** Null where there is nothing. */
  readonly target: (current: HighlightId | null) => Target | null
  readonly tag: (target: Target, paths: readonly string[]) => void
  readonly untag: (target: Target, tagId: TagId, path: string) => void
  readonly recolor: (target: Target, color: Color) => void
  readonly remove: (target: Target) => void
  readonly exportThem: (target: Target) => void
  readonly open: (row: SurveyRow) => void
}

export function useSurveyActions(filter: AnnotationFilter, total: number): SurveyActions {
  const t = useT('annotations')
  const shell = useT('shell')
  const colorNames = useColorNames(useSettings().colorNames)

  /** Done in one step; told, with a way back. */
  function run(work: Promise<unknown>, said: string): void {
    work.then(() => {
      announce(said)
      showToast({
        id: STEP_TOAST,
        title: said,
        action: {
          label: shell('action.undo'),
          run: () => {
            api.history.undo({}).catch(reportError)
          },
        },
      })
    }, reportError)
  }

  return {
    target(current) {
      const { selected } = useSurveySelection.getState()
      const count = countSelected(selected, total)
      if (selected.kind === 'all') {
        return count === 0 ? null : { count, choice: { filter, except: [...selected.except] } }
      }
      if (count > 0) return { count, choice: { highlightIds: [...selected.ids] } }
      return current === null ? null : { count: 1, choice: { highlightIds: [current] } }
    },
    tag: ({ choice, count }, paths) =>
      run(
        api.annotations.tag({ ...choice, tagPaths: [...paths] }),
        t('done.tagged', { count, tags: paths.join(' · ') }),
      ),
    untag: ({ choice, count }, tagId, path) =>
      run(api.annotations.untag({ ...choice, tagId }), t('done.untagged', { count, tag: path })),
    recolor: ({ choice, count }, color) =>
      run(
        api.annotations.recolor({ ...choice, color }),
        t('done.recolored', { count, color: colorNames[color] }),
      ),
    remove: ({ choice, count }) =>
      run(api.annotations.remove(choice).then(clearSelection), t('done.removed', { count })),
    exportThem: ({ choice }) =>
      navigate({ name: 'export', scope: { kind: 'highlights', ...exportable(choice) } }),
    open({ pairId, articleId, segmentId }) {
      openReading(pairId === null ? { kind: 'article', articleId } : { kind: 'pair', pairId }, segmentId)
    },
  }
}

function exportable({ highlightIds, filter, except }: Choice) {
  return {
    ...(highlightIds === undefined ? {} : { highlightIds }),
    ...(filter === undefined ? {} : { filter: filter as AnnotationFilter }),
    ...(except === undefined || except.length === 0 ? {} : { except }),
  }
}
