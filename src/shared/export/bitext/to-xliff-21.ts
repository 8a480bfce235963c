import { beadProperties, headProperties, sidesProperties, type Property } from './bead-properties.ts'
import { chosenBeads, type BeadChoice, type ChosenBead } from './bead-choice.ts'
import { beadSideText } from './bead-side-text.ts'
import type { BitextModel } from './bitext-model.ts'
import { xmlAttributes, xmlSafe, xmlText } from './escape-xml.ts'
import { directionOf, PLAIN_MEMORY, type MemoryOptions } from './memory-options.ts'

/**
 * XLIFF 2.1 (OASIS Standard, 2018-02-13): a unit with one segment for each bead; verified is `final`, aligned
 * by machine is `translated`, without a counterpart `initial`. A bead of the right side alone has an empty
 * source, which XLIFF asks for. The rest is in the metadata module. Throws `invalid_input` without beads.
 */
export function toXliff21(
  model: BitextModel,
  choice: BeadChoice = 'all',
  options: MemoryOptions = PLAIN_MEMORY,
): string {
  const { sourceCode, targetCode } = directionOf(model, options)
  const root = xmlAttributes({
    xmlns: 'urn:oasis:names:tc:xliff:document:2.0',
    'xmlns:mda': 'urn:oasis:names:tc:xliff:metadata:2.0',
    version: '2.1',
    srcLang: sourceCode,
    trgLang: targetCode,
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<xliff${root}>`,
    `  <file${xmlAttributes({ id: 'f1', original: model.title, 'xml:space': 'preserve' })}>`,
    ...metadata([['tool', `Duizhao ${model.version}`], ...headProperties(model, options)], '    '),
    ...chosenBeads(model, choice).flatMap((chosen) => unit(model, chosen, options)),
    '  </file>',
    '</xliff>',
    '',
  ].join('\n')
}

function unit(model: BitextModel, { bead, number }: ChosenBead, options: MemoryOptions): string[] {
  const sides = {
    left: beadSideText(model.left, bead.left, xmlSafe),
    right: beadSideText(model.right, bead.right, xmlSafe),
  }
  const direction = directionOf(model, options)
  const [source, target] = [sides[direction.source], sides[direction.target]]
  const properties: Property[] = [
    ...(bead.id === '' ? [] : [['bead', bead.id] as const]),
    ...beadProperties(bead),
    ...sidesProperties(model, bead, {
      left: sides.left?.record ?? null,
      right: sides.right?.record ?? null,
    }),
  ]
  const state =
    source === null || target === null ? 'initial' : bead.status === 'verified' ? 'final' : 'translated'
  return [
    `    <unit${xmlAttributes({ id: `u${number}`, canResegment: 'no' })}>`,
    ...metadata(properties, '      '),
    ...(bead.note === null ? [] : [`      <notes><note>${xmlText(bead.note)}</note></notes>`]),
    `      <segment${xmlAttributes({ id: 's1', state })}>`,
    `        <source>${xmlText(source?.text ?? '')}</source>`,
    ...(target === null ? [] : [`        <target>${xmlText(target.text)}</target>`]),
    '      </segment>',
    '    </unit>',
  ]
}

function metadata(properties: readonly Property[], indent: string): string[] {
  return [
    `${indent}<mda:metadata>`,
    `${indent}  <mda:metaGroup category="duizhao">`,
    ...properties.map(
      ([name, value]) =>
        `${indent}    <mda:meta${xmlAttributes({ type: name })}>${xmlText(value)}</mda:meta>`,
    ),
    `${indent}  </mda:metaGroup>`,
    `${indent}</mda:metadata>`,
  ]
}
