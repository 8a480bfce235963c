import { assertNever, DuizhaoError } from '../domain/error.ts'
import type { SpeakerId } from '../domain/ids.ts'
import { articleDocument, type DocumentOptions } from './article-document.ts'
import type { ExportArticle, ExportedText, ExportModel, ExportNote, ExportScope } from './export-model.ts'
import { fileNames } from './file-name.ts'
import { highlightsDocument } from './highlights-document.ts'
import { libraryDocument } from './library-document.ts'
import { linkModel, type LinkedModel, type LinkedPair, type LinkedTag } from './linked-model.ts'
import { printDocument, type ManagedDocument } from './merge-managed.ts'
import { addressesIn, anchorsOf, type AnchoredFile } from './note-addresses.ts'
import { noteDocument } from './note-document.ts'
import { notesOfPair } from './note-section.ts'
import { pairAnnotations, pairDocument, pairStem } from './pair-document.ts'
import { speakerDocument, speakerTitle } from './speaker-document.ts'
import { tagDocument } from './tag-document.ts'

/**
 * A scope as Markdown files, made for Obsidian and readable everywhere: one file for an article, a pair,
 * a tag or a speaker, a folder for the library (`README.md`, `articles/`, `pairs/`, `tags/`, `notes/`). A pure function: the same
 * model and options give the same bytes, whatever the time, the machine or the order of the model's lists.
 * Throws `not_found` for a thing that is not in the model.
 */
export function toMarkdown(model: ExportModel, scope: ExportScope, options: DocumentOptions): ExportedText[] {
  const linked = linkModel(model)
  const names = namesIn(linked)
  switch (scope.kind) {
    case 'article':
      return print(linked, [
        articleFile(linked, found(linked.articleById.get(scope.articleId)), names, options),
      ])
    case 'pair':
      return print(linked, [pairFile(linked, found(linked.pairById.get(scope.pairId)), names, options)])
    case 'tag':
      return print(linked, [tagFile(linked, found(linked.tagById.get(scope.tagId)), names)])
    case 'speaker':
      return print(linked, [speakerFile(linked, scope.speakerId, names)])
    case 'highlights':
      return print(linked, [highlightsFile(linked)])
    case 'library':
      return libraryFiles(linked, names, options)
    default:
      return assertNever(scope)
  }
}

/** A file that is to be written, once it is known what the others hold. */
interface PlannedFile extends AnchoredFile {
  readonly id: string
  readonly document: (linked: LinkedModel) => ManagedDocument
}

type Names = (id: string) => string

function articleFile(
  linked: LinkedModel,
  article: ExportArticle,
  names: Names,
  options: DocumentOptions,
): PlannedFile {
  return {
    id: article.id,
    path: names(article.id),
    anchors: anchorsOf(
      { kind: 'article', id: article.id },
      linked.annotationsIn(article.id),
      linked.notesOnArticle(article.id),
    ),
    document: (at) => articleDocument(at, article, options),
  }
}

function pairFile(
  linked: LinkedModel,
  pair: LinkedPair,
  names: Names,
  options: DocumentOptions,
): PlannedFile {
  return {
    id: pair.pair.id,
    path: names(pair.pair.id),
    anchors: anchorsOf(null, pairAnnotations(linked, pair), notesOfPair(linked, pair)),
    document: (at) => pairDocument(at, pair, options),
  }
}

function tagFile(linked: LinkedModel, tag: LinkedTag, names: Names): PlannedFile {
  const { id } = tag.tag
  return {
    id,
    path: names(id),
    anchors: anchorsOf({ kind: 'tag', id }, linked.annotationsUnder(id), []),
    document: (at) => tagDocument(at, tag),
  }
}

function speakerFile(linked: LinkedModel, id: SpeakerId, names: Names): PlannedFile {
  const speaker = found(linked.speakerById.get(id))
  const annotations = linked.articles.flatMap((article) => linked.annotationsIn(article.id))
  return {
    id,
    path: names(id),
    anchors: anchorsOf(null, annotations, []),
    document: (at) => speakerDocument(at, speaker),
  }
}

function highlightsFile(linked: LinkedModel): PlannedFile {
  const annotations = linked.articles.flatMap(({ id }) => linked.annotationsIn(id))
  const { path } = highlightsDocument(linked)
  return { id: path, path, anchors: anchorsOf(null, annotations, []), document: highlightsDocument }
}

function noteFile(note: ExportNote, names: Names): PlannedFile {
  return {
    id: note.id,
    path: names(note.id),
    anchors: anchorsOf({ kind: 'note', id: note.id }, [], []),
    document: (at) => noteDocument(at, note),
  }
}

function libraryFiles(linked: LinkedModel, names: Names, options: DocumentOptions): ExportedText[] {
  const inFolder = (folder: string, file: PlannedFile): PlannedFile => ({
    ...file,
    path: `${folder}/${file.path}`,
  })
  // Of files that hold the same highlight, links lead to the first.
  const files = [
    ...linked.articles.map((article) => inFolder('articles', articleFile(linked, article, names, options))),
    ...linked.pairs.map((pair) => inFolder('pairs', pairFile(linked, pair, names, options))),
    ...linked.tags.map((tag) => inFolder('tags', tagFile(linked, tag, names))),
    ...linked.freeNotes.map((note) => inFolder('notes', noteFile(note, names))),
  ]
  const paths = new Map<string, string>(files.map(({ id, path }) => [id, path]))
  const front = printDocument(libraryDocument(linked, (id) => paths.get(id)))
  return [{ path: 'README.md', content: front }, ...print(linked, files)]
}

function print(linked: LinkedModel, files: readonly PlannedFile[]): ExportedText[] {
  const addressIn = addressesIn(files)
  return files.map(({ path, document }) => ({
    path,
    content: printDocument(document({ ...linked, noteAddress: addressIn(path) })),
  }))
}

/** Names are made for all things at once, so that no two in a model are the same. */
function namesIn(linked: LinkedModel): (id: string) => string {
  const names = fileNames([
    ...linked.articles.map((article) => ({ id: article.id, title: article.title })),
    ...linked.pairs.map((pair) => ({ id: pair.pair.id, title: pairStem(pair) })),
    ...linked.tags.map((tag) => ({ id: tag.tag.id, title: tag.names.join(' - ') })),
    ...linked.freeNotes.map(({ id, title }) => ({ id, title })),
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
