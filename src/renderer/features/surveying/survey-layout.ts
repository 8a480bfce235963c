import type { AnnotationFilter, SurveyGroup } from '../../../shared/contract/schemas/survey.ts'
import type { SurveyDimension } from '../../../shared/domain/highlight-survey.ts'

/** A run of rows under one heading, or all of them under none. */
export interface Section {
  readonly group: SurveyGroup | null
  /** What finds its rows. */
  readonly filter: AnnotationFilter
  readonly count: number
  /** The place of its first row among all rows. */
  readonly from: number
}

/** A line of the list. */
export type Line =
  | { readonly kind: 'heading'; readonly section: Section }
  | { readonly kind: 'row'; readonly section: Section; readonly place: number }

export function sectionsOf(
  filter: AnnotationFilter,
  by: SurveyDimension | null,
  groups: readonly SurveyGroup[],
  total: number,
): Section[] {
  if (by === null) return [{ group: null, filter, count: total, from: 0 }]
  let from = 0
  return groups.map((group) => {
    const within = [...filter.within, { by, key: group.key }]
    const section: Section = { group, filter: { ...filter, within }, count: group.count, from }
    from += group.count
    return section
  })
}

/** How many lines the sections take: their rows, and a heading for each that has one. */
export function countLines(sections: readonly Section[]): number {
  return sections.reduce((sum, { count, group }) => sum + count + (group === null ? 0 : 1), 0)
}

export function countRows(sections: readonly Section[]): number {
  return sections.reduce((sum, { count }) => sum + count, 0)
}

/** What stands on a line. */
export function lineAt(sections: readonly Section[], index: number): Line | null {
  const number = lastBefore(sections, (section, at) => headingLine(sections, section, at) <= index)
  const section = sections[number]
  if (section === undefined) return null
  const first = headingLine(sections, section, number)
  if (section.group === null) return { kind: 'row', section, place: index }
  if (index === first) return { kind: 'heading', section }
  return { kind: 'row', section, place: section.from + index - first - 1 }
}

/** The line a row stands on. */
export function lineOf(sections: readonly Section[], place: number): number {
  const number = lastBefore(sections, (section) => section.from <= place)
  const isGrouped = sections[0]?.group !== null
  return place + (isGrouped ? number + 1 : 0)
}

export function sectionOf(sections: readonly Section[], place: number): Section | undefined {
  return sections[lastBefore(sections, (section) => section.from <= place)]
}

function headingLine(sections: readonly Section[], section: Section, number: number): number {
  return section.from + (sections[0]?.group === null ? 0 : number)
}

/** The number of the last section that holds; sections are many when grouped by article, so by halving. */
function lastBefore(
  sections: readonly Section[],
  holds: (section: Section, number: number) => boolean,
): number {
  let [low, high] = [0, sections.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const section = sections[middle]
    if (section !== undefined && holds(section, middle)) low = middle
    else high = middle - 1
  }
  return low
}
