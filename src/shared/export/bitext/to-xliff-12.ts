import { beadProperties, headProperties, sidesProperties, type Property } from './bead-properties.ts'
import { chosenBeads, type BeadChoice, type ChosenBead } from './bead-choice.ts'
import { beadSideText } from './bead-side-text.ts'
import type { BitextModel } from './bitext-model.ts'
import { xmlAttributes, xmlSafe, xmlText } from './escape-xml.ts'
import { directionOf, PLAIN_MEMORY, type MemoryOptions } from './memory-options.ts'

/**
 * XLIFF 1.2, strict (OASIS Standard, 2008-02-01): a `trans-unit` for each bead; verified is `approved` and
 * `final`, aligned by machine is `translated`. A bead of the target alone has an empty source. The rest is
 * in `context` elements of types `x-duizhao:…`, which the strict schema has room for, as it has none for foreign
 * elements. Throws `invalid_input` without beads.
 */
export function toXliff12(
  model: BitextModel,
  choice: BeadChoice = 'all',
  options: MemoryOptions = PLAIN_MEMORY,
): string {
  const { sourceCode, targetCode } = directionOf(model, options)
  const file = xmlAttributes({
    original: model.title,
    datatype: 'plaintext',
    'source-language': sourceCode,
    'target-language': targetCode,
    'tool-id': 'duizhao',
    date: new Date(model.changedAt).toISOString().replace(/\.\d+/u, ''),
    'xml:space': 'preserve',
  })
  const tool = xmlAttributes({
    'tool-id': 'duizhao',
    'tool-name': 'Duizhao',
    'tool-version': model.version,
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">',
    `  <file${file}>`,
    '    <header>',
    `      <tool${tool}/>`,
    ...headProperties(model, options).map(
      ([name, value]) => `      <note${xmlAttributes({ from: `duizhao:${name}` })}>${xmlText(value)}</note>`,
    ),
    '    </header>',
    '    <body>',
    ...chosenBeads(model, choice).flatMap((chosen) => unit(model, chosen, options)),
    '    </body>',
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
  const isVerified = bead.status === 'verified'
  const properties: Property[] = [
    ...beadProperties(bead),
    ...sidesProperties(model, bead, {
      left: sides.left?.record ?? null,
      right: sides.right?.record ?? null,
    }),
  ]
  const id = bead.id === '' ? number : bead.id
  const approved = isVerified && source !== null && target !== null ? 'yes' : 'no'
  const state = xmlAttributes({ state: isVerified ? 'final' : 'translated' })
  return [
    `      <trans-unit${xmlAttributes({ id, approved })}>`,
    `        <source>${xmlText(source?.text ?? '')}</source>`,
    ...(target === null ? [] : [`        <target${state}>${xmlText(target.text)}</target>`]),
    '        <context-group purpose="x-duizhao">',
    ...properties.map(
      ([name, value]) => `          <context context-type="x-duizhao:${name}">${xmlText(value)}</context>`,
    ),
    '        </context-group>',
    ...(bead.note === null ? [] : [`        <note>${xmlText(bead.note)}</note>`]),
    '      </trans-unit>',
  ]
}
