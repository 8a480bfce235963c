import { duizhaoAddress } from './addresses.ts'
import { highlightSection, primarySpan, properties } from './article-document.ts'
import { checksum } from './checksum.ts'
import { fileNames } from './file-name.ts'
import { obsidianTagsOf } from './highlight-block.ts'
import { LABELS } from './labels.ts'
import type { LinkedModel } from './linked-model.ts'
import { IDENTITY_KEY, type ManagedDocument } from './merge-managed.ts'
import { highlightsByArticle } from './tag-document.ts'

/**
 * Chosen highlights in one file, article by article. The file is called after which they are: the same choice
 * brings its file up to date, another one gets a file of its own.
 */
export function highlightsDocument(linked: LinkedModel): ManagedDocument & { readonly path: string } {
  const annotations = linked.articles.flatMap(({ id }) => linked.annotationsIn(id))
  const chosen = [...new Map(annotations.map((annotation) => [annotation.id, annotation])).values()]
  const id = checksum(
    chosen
      .map((annotation) => annotation.id)
      .toSorted()
      .join(' '),
  )
  return {
    path: fileNames([{ id, title: LABELS.highlights }]).get(id) ?? `${id}.md`,
    frontMatter: properties([
      ['title', LABELS.highlights],
      [IDENTITY_KEY, duizhaoAddress('highlights', id)],
      ['tags', obsidianTagsOf(linked, chosen)],
    ]),
    blocks: [
      { key: `highlights/${id}`, body: `# ${LABELS.highlights}` },
      ...highlightSection(highlightsByArticle(linked, chosen, primarySpan)),
    ],
  }
}
