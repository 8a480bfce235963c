/** What highlights of the whole library can be counted by. `month` and `year`: of their article's date. */
export const SURVEY_DIMENSIONS = ['article', 'tag', 'color', 'speaker', 'month', 'year', 'language'] as const
export type SurveyDimension = (typeof SURVEY_DIMENSIONS)[number]

/**
 * `newest`, `oldest`: by when they were made. `changed`: what was changed last first. `article`: by title, then in
 * reading order. `date`: the latest article first, then in reading order.
 */
export const SURVEY_SORTS = ['newest', 'oldest', 'changed', 'article', 'date'] as const
export type SurveySort = (typeof SURVEY_SORTS)[number]

/** What a crosstab's columns may be. */
export const CROSSTAB_COLUMNS = ['speaker', 'language', 'year', 'month'] as const
export type CrosstabColumn = (typeof CROSSTAB_COLUMNS)[number]
