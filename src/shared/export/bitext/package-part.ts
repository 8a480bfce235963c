import { xmlText } from './escape-xml.ts'

/** A file inside an office document, which is a zip archive of them (ECMA-376, part 2). */
export interface PackagePart {
  readonly path: string
  readonly content: string
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** A part that others are reached from: the types of all parts, and which of them is the document. */
export function packageHead(
  main: { readonly path: string; readonly type: string },
  others: readonly { readonly path: string; readonly type: string }[],
): PackagePart[] {
  const overrides = [
    main,
    ...others,
    {
      path: 'docProps/core.xml',
      type: 'application/vnd.openxmlformats-package.core-properties+xml',
    },
  ].map(({ path, type }) => `<Override PartName="/${path}" ContentType="${type}"/>`)
  return [
    {
      path: '[Content_Types].xml',
      content:
        `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    },
    relationships('_rels/.rels', [
      { type: `${OFFICE}/officeDocument`, target: main.path },
      { type: `${PACKAGE}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
    ]),
  ]
}

/** What the document's main part refers to, by `rId1`, `rId2`, …; `name` is `worksheet`, `styles`, … */
export function documentRelationships(
  path: string,
  targets: readonly { readonly name: string; readonly target: string }[],
): PackagePart {
  return relationships(
    path,
    targets.map(({ name, target }) => ({ type: `${OFFICE}/${name}`, target })),
  )
}

/** Title and time of an office document; the time is the pair's, so that the bytes say when it changed. */
export function coreProperties(title: string, changedAt: number): PackagePart {
  const at = new Date(changedAt).toISOString().replace(/\.\d+/u, '')
  return {
    path: 'docProps/core.xml',
    content:
      `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties"` +
      ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
      ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
      `<dc:title>${xmlText(title)}</dc:title><dc:creator>Duizhao</dc:creator>` +
      `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created>` +
      `<dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified></cp:coreProperties>`,
  }
}

function relationships(
  path: string,
  targets: readonly { readonly type: string; readonly target: string }[],
): PackagePart {
  const entries = targets.map(
    ({ type, target }, index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  )
  return {
    path,
    content: `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${entries.join('')}</Relationships>`,
  }
}
