import { LIBRARY_ADDRESS } from './addresses.ts'
import { properties } from './article-document.ts'
import { escapeLine } from './escape-markdown.ts'
import { linkDestination } from './inline-markdown.ts'
import { LABELS, REFERENCE_SIGN } from './labels.ts'
import type { LinkedModel } from './linked-model.ts'
import type { ManagedBlock } from './managed-blocks.ts'
import { IDENTITY_KEY, type ManagedDocument } from './merge-managed.ts'
import { pairTitle } from './pair-document.ts'

/** Where each thing's file is, relative to the library's own. */
export type PathOf = (id: string) => string | undefined

/** The library's front page: what it holds, with links to the other files. */
export function libraryDocument(linked: LinkedModel, pathOf: PathOf): ManagedDocument {
  const entry = (id: string, title: string, details: readonly (string | null)[]): string => {
    const link = `[${escapeLine(title)}](${linkDestination(pathOf(id) ?? '')})`
    return `- ${[link, ...details.filter((detail) => detail !== null).map(escapeLine)].join(' · ')}`
  }
  const articles = linked.articles.map((article) =>
    entry(article.id, article.title, [
      article.date,
      article.source,
      article.language,
      count(linked.annotationsIn(article.id)),
    ]),
  )
  const pairs = linked.pairs.map((pair) =>
    entry(pair.pair.id, pairTitle(pair), [pair.left.date ?? pair.right.date]),
  )
  const tags = linked.tags.map(({ tag, path }) =>
    entry(tag.id, path, [count(linked.annotationsUnder(tag.id))]),
  )
  const notes = linked.freeNotes.map(({ id, title }) => entry(id, title, []))
  return {
    frontMatter: properties([
      ['title', LABELS.library],
      [IDENTITY_KEY, LIBRARY_ADDRESS],
    ]),
    blocks: [
      { key: 'library', body: `# ${LABELS.library}` },
      ...section('articles', LABELS.articles, articles),
      ...section('pairs', LABELS.pairs, pairs),
      ...section('tags', LABELS.tags, tags),
      ...section('notes', LABELS.notes, notes),
    ],
  }
}

function section(key: string, heading: string, lines: readonly string[]): ManagedBlock[] {
  return lines.length === 0 ? [] : [{ key, body: `## ${heading}\n\n${lines.join('\n')}` }]
}

function count(things: readonly unknown[]): string | null {
  return things.length === 0 ? null : `${REFERENCE_SIGN} ${things.length}`
}
