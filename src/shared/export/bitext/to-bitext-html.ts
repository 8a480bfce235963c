import { UNCERTAIN_BELOW } from '../../domain/bead.ts'
import { chosenBeads, type BeadChoice, type ChosenBead } from './bead-choice.ts'
import { beadParagraphs, type BeadParagraphs } from './bead-paragraphs.ts'
import { BITEXT_HTML_STYLE } from './bitext-html-style.ts'
import { BITEXT_LABELS, confidenceLabel, statusLabel } from './bitext-labels.ts'
import type { BitextModel, BitextSide } from './bitext-model.ts'
import { xmlAttributes, xmlText } from './escape-xml.ts'

/**
 * The two texts facing each other as one HTML file, for reading and printing: no scripts, nothing fetched, each
 * text under its own language. Throws `invalid_input` without beads.
 */
export function toBitextHtml(model: BitextModel, choice: BeadChoice = 'all'): string {
  const beads = chosenBeads(model, choice)
  return [
    '<!doctype html>',
    `<html${xmlAttributes({ lang: model.left.language })}>`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta${xmlAttributes({ name: 'generator', content: `Duizhao ${model.version}` })}>`,
    `<title>${xmlText(model.title)}</title>`,
    `<style>${BITEXT_HTML_STYLE}</style>`,
    '</head>',
    '<body>',
    '<table>',
    '<thead>',
    '<tr>',
    `<th scope="col" class="fact">${BITEXT_LABELS.number}</th>`,
    sideHead(model.left),
    sideHead(model.right),
    `<th scope="col" class="fact">${BITEXT_LABELS.confidence}</th>`,
    '</tr>',
    '</thead>',
    '<tbody>',
    ...beads.flatMap((chosen) => row(model, chosen)),
    '</tbody>',
    '</table>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

function sideHead({ language, title, author, source, date }: BitextSide): string {
  const facts = [author, source, date].filter((fact) => fact !== null).join(' · ')
  const small = facts === '' ? '' : `<small>${xmlText(facts)}</small>`
  return `<th${xmlAttributes({ scope: 'col', lang: language })}><h1>${xmlText(title)}</h1>${small}</th>`
}

function row(model: BitextModel, { bead, number }: ChosenBead): string[] {
  const left = beadParagraphs(model.left, bead.left)
  const right = beadParagraphs(model.right, bead.right)
  const isUncertain =
    bead.status !== 'verified' &&
    !bead.unmatched &&
    bead.confidence !== null &&
    bead.confidence < UNCERTAIN_BELOW
  const classes = [
    ...(left.opensBlock || right.opensBlock ? ['opens'] : []),
    ...(isUncertain ? ['uncertain'] : []),
  ]
  const state = bead.status === 'verified' ? '✓' : confidenceLabel(bead.confidence)
  const attributes = xmlAttributes({
    id: `bead-${number}`,
    class: classes.length === 0 ? null : classes.join(' '),
  })
  return [
    `<tr${attributes}>`,
    `<td class="fact">${number}</td>`,
    cell(model.left, left),
    cell(model.right, right),
    `<td class="fact"${xmlAttributes({ title: statusLabel(bead) })}>${state}</td>`,
    '</tr>',
    ...(bead.note === null
      ? []
      : [`<tr class="note"><td></td><td colspan="2">${xmlText(bead.note)}</td><td></td></tr>`]),
  ]
}

function cell(side: BitextSide, { paragraphs }: BeadParagraphs): string {
  const content = paragraphs.map((text) => `<p>${xmlText(text)}</p>`).join('')
  return `<td${xmlAttributes({ lang: side.language })}>${content}</td>`
}
