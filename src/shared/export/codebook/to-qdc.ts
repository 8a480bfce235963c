import { joinExamples } from '../../domain/codebook-text.ts'
import { COLOR_HEX } from '../../domain/color-hex.ts'
import { DuizhaoError } from '../../domain/error.ts'
import { xmlAttributes, xmlText } from '../bitext/escape-xml.ts'
import { childrenByName, type CodebookTag } from './codebook-tag.ts'

/**
 * A codebook of REFI-QDA 1.5 (`.qdc`, https://www.qdasoftware.org): every tag a code, nested as here, with its id as
 * guid. UTF-8 without a byte order mark, LF; the order within a code is the schema's: description, then codes.
 * Examples stand below the description (see `joinExamples`). Throws `invalid_input` without tags: the schema wants
 * one at least.
 */
export function toQdc(tags: readonly CodebookTag[], version: string): string {
  if (tags.length === 0)
    throw new DuizhaoError('invalid_input', 'There are no tags yet that could be exported.')
  const children = childrenByName(tags)
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"${xmlAttributes({ origin: `Duizhao ${version}` })}>`,
    '  <Codes>',
  ]
  const write = (tag: CodebookTag, indent: string): void => {
    const below = children.get(tag.id) ?? []
    const description = joinExamples(tag.description, tag.examples)
    const attributes = xmlAttributes({
      guid: tag.id,
      name: tag.name,
      isCodable: 'true',
      color: tag.color === null ? null : COLOR_HEX[tag.color],
    })
    if (description === '' && below.length === 0) {
      lines.push(`${indent}<Code${attributes}/>`)
      return
    }
    lines.push(`${indent}<Code${attributes}>`)
    if (description !== '') lines.push(`${indent}  <Description>${xmlText(description)}</Description>`)
    for (const child of below) write(child, `${indent}  `)
    lines.push(`${indent}</Code>`)
  }
  for (const tag of children.get(null) ?? []) write(tag, '    ')
  lines.push('  </Codes>', '</CodeBook>', '')
  return lines.join('\n')
}
