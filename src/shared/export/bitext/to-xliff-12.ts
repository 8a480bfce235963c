import { beadProperties, headProperties, sidesProperties, type Property } from './bead-properties.ts'
import { chosenBeads, type BeadChoice, type ChosenBead } from './bead-choice.ts'
import { beadSideText } from './bead-side-text.ts'
import type { BitextModel } from './bitext-model.ts'
import { xmlAttributes, xmlSafe, xmlText } from './escape-xml.ts'

/**
 * XLIFF 1.2, strict (OASIS Standard, 2008-02-01): a `trans-unit` for each bead; verified is `approved` and
 * `final`, aligned by machine is `translated`. A bead of the right side alone has an empty source. The rest is
 * in `context` elements of types `x-duizhao:…`, which the strict schema has room for, as it has none for foreign
 * elements. Throws `invalid_input` without beads.
 */
export function toXliff12(model: BitextModel, choice: BeadChoice = 'all'): string {
  const file = xmlAttributes({
    original: model.title,
    datatype: 'plaintext',
    'source-language': model.left.language,
    'target-language': model.right.language,
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
    ...headProperties(model).map(
      ([name, value]) => `      <note${xmlAttributes({ from: `duizhao:${name}` })}>${xmlText(value)}</note>`,
    ),
    '    </header>',
    '    <body>',
    ...chosenBeads(model, choice).flatMap((chosen) => unit(model, chosen)),
    '    </body>',
    '  </file>',
    '</xliff>',
    '',
  ].join('\n')
}

function unit(model: BitextModel, { bead, number }: ChosenBead): string[] {
  const left = beadSideText(model.left, bead.left, xmlSafe)
  const right = beadSideText(model.right, bead.right, xmlSafe)
  const isVerified = bead.status === 'verified'
  const properties: Property[] = [
    ...beadProperties(bead),
    ...sidesProperties(model, bead, { left: left?.record ?? null, right: right?.record ?? null }),
  ]
  const id = bead.id === '' ? number : bead.id
  const approved = isVerified && left !== null && right !== null ? 'yes' : 'no'
  const state = xmlAttributes({ state: isVerified ? 'final' : 'translated' })
  return [
    `      <trans-unit${xmlAttributes({ id, approved })}>`,
    `        <source>${xmlText(left?.text ?? '')}</source>`,
    ...(right === null ? [] : [`        <target${state}>${xmlText(right.text)}</target>`]),
    '        <context-group purpose="x-duizhao">',
    ...properties.map(
      ([name, value]) => `          <context context-type="x-duizhao:${name}">${xmlText(value)}</context>`,
    ),
    '        </context-group>',
    ...(bead.note === null ? [] : [`        <note>${xmlText(bead.note)}</note>`]),
    '      </trans-unit>',
  ]
}
