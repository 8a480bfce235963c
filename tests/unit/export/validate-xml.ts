import { readFileSync } from 'node:fs'
import { validateXML, type XMLFileInfo } from 'xmllint-wasm'

const FOLDER = new URL('../../fixtures/schemas/', import.meta.url)

function schema(fileName: string): XMLFileInfo {
  const text = readFileSync(new URL(fileName, FOLDER), 'utf8')
  // Nothing is fetched: what they import lies beside them.
  return { fileName, contents: text.replace(/schemaLocation="[^"]*xml\.xsd"/u, 'schemaLocation="xml.xsd"') }
}

/** What is wrong with an XLIFF document by its XSD; [] for a valid one. */
export async function xliffErrors(content: string, version: '1.2' | '2.1'): Promise<string[]> {
  const core = schema(version === '1.2' ? 'xliff-core-1.2-strict.xsd' : 'xliff-core-2.0.xsd')
  const all: XMLFileInfo = {
    fileName: 'all.xsd',
    contents: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:import namespace="urn:oasis:names:tc:xliff:document:${version === '1.2' ? '1.2' : '2.0'}" schemaLocation="${core.fileName}"/>
      <xs:import namespace="urn:oasis:names:tc:xliff:metadata:2.0" schemaLocation="xliff-metadata-2.0.xsd"/>
    </xs:schema>`,
  }
  const { errors } = await validateXML({
    xml: [{ fileName: 'document.xlf', contents: content }],
    schema: [all],
    preload: [core, schema('xml.xsd'), schema('xliff-metadata-2.0.xsd')],
  })
  return errors.map((error) => error.message)
}

/** What is wrong with a TMX document by the schema that we wrote from the text of TMX 1.4b. */
export async function tmxErrors(content: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'document.tmx', contents: content }],
    schema: [schema('tmx-1.4b.xsd')],
    preload: [schema('xml.xsd')],
  })
  return errors.map((error) => error.message)
}

/** What is wrong with a codebook by the schema that we wrote from the text of REFI-QDA 1.5. */
export async function qdcErrors(content: string): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'codebook.qdc', contents: content }],
    schema: [schema('refi-codebook-1.0.xsd')],
  })
  return errors.map((error) => error.message)
}
