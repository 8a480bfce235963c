import { beadProperties, headProperties, type Property } from './bead-properties.ts'
import { chosenBeads, type BeadChoice, type ChosenBead } from './bead-choice.ts'
import { beadSideText } from './bead-side-text.ts'
import type { BitextModel, BitextSide } from './bitext-model.ts'
import { blockRecord } from './block-record.ts'
import { xmlAttributes, xmlSafe, xmlText } from './escape-xml.ts'

/**
 * TMX 1.4b, level 1 (LISA OSCAR, 2005-04-26): a `tu` for each bead, a `tuv` for each side that has text. What
 * TMX has no place for is in `prop`s named `x-duizhao:…`, so that reading the file back gives the same beads and
 * segments. No DOCTYPE: readers that obey one would look for a file. Throws `invalid_input` without beads.
 */
export function toTmx(model: BitextModel, choice: BeadChoice = 'all'): string {
  const header = xmlAttributes({
    creationtool: 'Duizhao',
    creationtoolversion: model.version,
    segtype: 'sentence',
    'o-tmf': 'duizhao',
    adminlang: 'en',
    srclang: model.left.language,
    datatype: 'plaintext',
    creationdate: tmxDate(model.changedAt),
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<tmx version="1.4">',
    `  <header${header}>`,
    ...props(headProperties(model), '    '),
    '  </header>',
    '  <body>',
    ...chosenBeads(model, choice).flatMap((chosen) => unit(model, chosen)),
    '  </body>',
    '</tmx>',
    '',
  ].join('\n')
}

function unit(model: BitextModel, { bead, number }: ChosenBead): string[] {
  const variants = [...variant('left', model.left, bead.left), ...variant('right', model.right, bead.right)]
  return [
    `    <tu${xmlAttributes({ tuid: bead.id === '' ? number : bead.id })}>`,
    ...(bead.note === null ? [] : [`      <note>${xmlText(bead.note)}</note>`]),
    ...props(beadProperties(bead), '      '),
    ...variants,
    '    </tu>',
  ]
}

function variant(name: 'left' | 'right', side: BitextSide, range: readonly [number, number]): string[] {
  const joined = beadSideText(side, range, xmlSafe)
  if (joined === null) return []
  const blocks = blockRecord(side, range)
  const properties: readonly Property[] = [
    ['side', name],
    ['segments', joined.record],
    ...(blocks === null ? [] : [['blocks', blocks] as const]),
  ]
  return [
    `      <tuv${xmlAttributes({ 'xml:lang': side.language })}>`,
    ...props(properties, '        '),
    `        <seg>${xmlText(joined.text)}</seg>`,
    '      </tuv>',
  ]
}

function props(properties: readonly Property[], indent: string): string[] {
  return properties.map(([name, value]) => `${indent}<prop type="x-duizhao:${name}">${xmlText(value)}</prop>`)
}

/** `yyyyMMddTHHmmssZ`. */
function tmxDate(at: number): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/gu, '')
}
