import { assertNever, DuizhaoError } from '../domain/error.ts'
import { articleDocument, type DocumentOptions } from './article-document.ts'
import type { ExportedText, ExportModel, ExportScope } from './export-model.ts'
import { fileNames } from './file-name.ts'
import { libraryDocument } from './library-document.ts'
import { linkModel, type LinkedModel } from './linked-model.ts'
import { printDocument } from './merge-managed.ts'
import { pairDocument, pairStem } from './pair-document.ts'
import { speakerDocument, speakerTitle } from './speaker-document.ts'
import { tagDocument } from './tag-document.ts'

/**
 * A scope as Markdown files, made for Obsidian and readable everywhere: one file for an article, a pair,
 * a tag or a speaker, a folder for the library (`README.md`, `articles/`, `pairs/`, `tags/`). A pure function: the same
 * model and options give the same bytes, whatever the time, the machine or the order of the model's lists.
 * Throws `not_found` for a thing that is not in the model.
 */
export function toMarkdown(model: ExportModel, scope: ExportScope, options: DocumentOptions): ExportedText[] {
  const linked = linkModel(model)
  const names = namesIn(linked)
  switch (scope.kind) {
    case 'article': {
      const article = found(linked.articleById.get(scope.articleId))
      return [{ path: names(article.id), content: printDocument(articleDocument(linked, article, options)) }]
    }
    case 'pair': {
      const pair = found(linked.pairById.get(scope.pairId))
      return [{ path: names(pair.pair.id), content: printDocument(pairDocument(linked, pair, options)) }]
    }
    case 'tag': {
      const tag = found(linked.tagById.get(scope.tagId))
      return [{ path: names(tag.tag.id), content: printDocument(tagDocument(linked, tag)) }]
    }
    case 'speaker': {
      const speaker = found(linked.speakerById.get(scope.speakerId))
      return [{ path: names(speaker.id), content: printDocument(speakerDocument(linked, speaker)) }]
    }
    case 'library':
      return libraryFiles(linked, names, options)
    default:
      return assertNever(scope)
  }
}

function libraryFiles(
  linked: LinkedModel,
  names: (id: string) => string,
  options: DocumentOptions,
): ExportedText[] {
  const files = [
    ...linked.articles.map((article) => ({
      id: article.id,
      path: `articles/${names(article.id)}`,
      content: printDocument(articleDocument(linked, article, options)),
    })),
    ...linked.pairs.map((pair) => ({
      id: pair.pair.id,
      path: `pairs/${names(pair.pair.id)}`,
      content: printDocument(pairDocument(linked, pair, options)),
    })),
    ...linked.tags.map((tag) => ({
      id: tag.tag.id,
      path: `tags/${names(tag.tag.id)}`,
      content: printDocument(tagDocument(linked, tag)),
    })),
  ]
  const paths = new Map<string, string>(files.map(({ id, path }) => [id, path]))
  const front = printDocument(libraryDocument(linked, (id) => paths.get(id)))
  return [{ path: 'README.md', content: front }, ...files.map(({ path, content }) => ({ path, content }))]
}

/** Names are made for all things at once, so that no two in a model are the same. */
function namesIn(linked: LinkedModel): (id: string) => string {
  const names = fileNames([
    ...linked.articles.map((article) => ({ id: article.id, title: article.title })),
    ...linked.pairs.map((pair) => ({ id: pair.pair.id, title: pairStem(pair) })),
    ...linked.tags.map((tag) => ({ id: tag.tag.id, title: tag.names.join(' - ') })),
    ...[...linked.speakerById.values()].map((speaker) => ({ id: speaker.id, title: speakerTitle(speaker) })),
  ])
  return (id) => found(names.get(id))
}

function found<Thing>(thing: Thing | undefined): Thing {
  if (thing === undefined) {
    throw new DuizhaoError('not_found', 'What was to be exported is not in the library, or has been removed.')
  }
  return thing
}
