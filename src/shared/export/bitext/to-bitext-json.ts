import { chosenBeads, type BeadChoice } from './bead-choice.ts'
import type { BitextModel, BitextSide } from './bitext-model.ts'

/** The number of the format's version; it changes when an old reader would misread a new file. */
export const BITEXT_JSON_VERSION = 1

/**
 * Duizhao's own format, `duizhao-bitext`: everything the model holds, one segment and one bead a line so that
 * versions can be compared. Both texts are always whole; `choice` is about the beads. Any text survives, half
 * surrogate pairs included. docs/formats.md describes it. Throws `invalid_input` without beads.
 */
export function toBitextJson(model: BitextModel, choice: BeadChoice = 'all'): string {
  const beads = chosenBeads(model, choice).map(
    ({ bead: { id, left, right, confidence, status, unmatched, review, note } }) => ({
      id,
      left,
      right,
      confidence,
      status,
      unmatched,
      review,
      note,
    }),
  )
  return [
    '{',
    `"format": "duizhao-bitext",`,
    `"version": ${BITEXT_JSON_VERSION},`,
    `"generator": ${JSON.stringify(`Duizhao ${model.version}`)},`,
    `"changedAt": ${JSON.stringify(new Date(model.changedAt).toISOString())},`,
    `"title": ${JSON.stringify(model.title)},`,
    `"left": ${sideJson(model.left)},`,
    `"right": ${sideJson(model.right)},`,
    `"beads": ${listJson(beads)}`,
    '}',
    '',
  ].join('\n')
}

function sideJson({ language, title, source, author, date, segments }: BitextSide): string {
  const head = JSON.stringify({ language, title, source, author, date }).slice(0, -1)
  const list = listJson(segments.map(({ text, opensBlock, block }) => ({ text, opensBlock, block })))
  return `${head},"segments":${list}}`
}

function listJson(items: readonly unknown[]): string {
  return items.length === 0 ? '[]' : `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`
}
