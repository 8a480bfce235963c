import type { LanguageTag } from '../../domain/article.ts'
import { eastAsianFont } from './east-asian-font.ts'
import { xmlAttributes } from './escape-xml.ts'
import { XML_HEAD } from './package-part.ts'

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const LATIN_FONT = 'Cambria'

/** The styles of a bilingual table in Word: one for each side, so that a reader can change a whole side at once. */
export function docxStyles(left: LanguageTag, right: LanguageTag): string {
  return [
    `${XML_HEAD}<w:styles xmlns:w="${MAIN}">`,
    `<w:docDefaults><w:rPrDefault><w:rPr>${fontsOf(eastAsianFont(left) === null ? right : left)}</w:rPr></w:rPrDefault></w:docDefaults>`,
    style('Normal', '', ''),
    style('Title', '<w:spacing w:after="200"/>', '<w:b/><w:sz w:val="30"/>'),
    style('BitextLeft', '<w:spacing w:before="40" w:after="40"/>', fontsOf(left)),
    style('BitextRight', '<w:spacing w:before="40" w:after="40"/>', fontsOf(right)),
    style('BitextHead', '<w:spacing w:before="40" w:after="40"/>', '<w:b/><w:sz w:val="19"/>'),
    style(
      'BitextFact',
      '<w:spacing w:before="60" w:after="40"/>',
      '<w:color w:val="6B655A"/><w:sz w:val="17"/>',
    ),
    '<w:style w:type="table" w:styleId="BitextTable"><w:name w:val="Bitext Table"/><w:tblPr>',
    `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders>`,
    '<w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar>',
    '</w:tblPr></w:style>',
    '</w:styles>',
  ].join('\n')
}

function style(id: string, paragraph: string, run: string): string {
  const base = id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/>'
  const isDefault = id === 'Normal' ? ' w:default="1"' : ''
  const name = id.replace(/(?<=[a-z])(?=[A-Z])/gu, ' ')
  return (
    `<w:style w:type="paragraph"${isDefault} w:styleId="${id}"><w:name w:val="${name}"/>${base}<w:qFormat/>` +
    `${paragraph === '' ? '' : `<w:pPr>${paragraph}</w:pPr>`}${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}</w:style>`
  )
}

/** How a text of a language is set: Latin letters in one font, East Asian characters in that of their language. */
function fontsOf(language: LanguageTag): string {
  const eastAsian = eastAsianFont(language)
  const fonts = xmlAttributes({
    'w:ascii': LATIN_FONT,
    'w:hAnsi': LATIN_FONT,
    'w:eastAsia': eastAsian?.name ?? null,
    'w:cs': LATIN_FONT,
  })
  const tags = xmlAttributes(
    eastAsian === null ? { 'w:val': language } : { 'w:val': 'en-GB', 'w:eastAsia': eastAsian.language },
  )
  return `<w:rFonts${fonts}/><w:sz w:val="21"/><w:lang${tags}/>`
}

function border(side: string): string {
  return `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="C9C2B4"/>`
}
