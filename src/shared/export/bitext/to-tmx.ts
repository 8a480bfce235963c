import type { LanguageTag, Side } from '../../domain/article.ts'
import { beadProperties, headProperties, type Property } from './bead-properties.ts'
import { chosenBeads, type BeadChoice, type ChosenBead } from './bead-choice.ts'
import { beadSideText } from './bead-side-text.ts'
import type { BitextBead, BitextModel } from './bitext-model.ts'
import { blockRecord } from './block-record.ts'
import { xmlAttributes, xmlSafe, xmlText } from './escape-xml.ts'
import { directionOf, PLAIN_MEMORY, type MemoryOptions } from './memory-options.ts'

/**
 * TMX 1.4b, level 1 (LISA OSCAR, 2005-04-26): a `tu` for each bead, a `tuv` for each side that has text, the source
 * first. What TMX has no place for is in `prop`s named `x-duizhao:…`, so that reading the file back gives the same beads and
 * segments. No DOCTYPE: readers that obey one would look for a file. Throws `invalid_input` without beads.
 */
export function toTmx(
  model: BitextModel,
  choice: BeadChoice = 'all',
  options: MemoryOptions = PLAIN_MEMORY,
): string {
  const header = xmlAttributes({
    creationtool: 'Duizhao',
    creationtoolversion: model.version,
    segtype: 'sentence',
    'o-tmf': 'duizhao',
    adminlang: 'en',
    srclang: directionOf(model, options).sourceCode,
    datatype: 'plaintext',
    creationdate: tmxDate(model.changedAt),
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<tmx version="1.4">',
    `  <header${header}>`,
    ...props(headProperties(model, options), '    '),
    '  </header>',
    '  <body>',
    ...chosenBeads(model, choice).flatMap((chosen) => unit(model, chosen, options)),
    '  </body>',
    '</tmx>',
    '',
  ].join('\n')
}

function unit(model: BitextModel, { bead, number }: ChosenBead, options: MemoryOptions): string[] {
  const { source, target, sourceCode, targetCode } = directionOf(model, options)
  return [
    `    <tu${xmlAttributes({ tuid: bead.id === '' ? number : bead.id })}>`,
    ...(bead.note === null ? [] : [`      <note>${xmlText(bead.note)}</note>`]),
    ...props(beadProperties(bead), '      '),
    ...variant(model, bead, source, sourceCode),
    ...variant(model, bead, target, targetCode),
    '    </tu>',
  ]
}

function variant(model: BitextModel, bead: BitextBead, name: Side, code: LanguageTag): string[] {
  const [side, range] = [model[name], bead[name]]
  const joined = beadSideText(side, range, xmlSafe)
  if (joined === null) return []
  const blocks = blockRecord(side, range)
  const properties: readonly Property[] = [
    ['side', name],
    ['segments', joined.record],
    ...(blocks === null ? [] : [['blocks', blocks] as const]),
  ]
  return [
    `      <tuv${xmlAttributes({ 'xml:lang': code })}>`,
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
