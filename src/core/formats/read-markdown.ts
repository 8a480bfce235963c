import type { Definition, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'

import { DuizhaoError } from '../../shared/domain/error.ts'
import { readFrontMatter } from './front-matter.ts'
import { isWideText } from './line-layout.ts'
import { markdownBlocks } from './markdown-blocks.ts'
import { hasExcessiveMarks, isNestedTooDeeply } from './markdown-limits.ts'
import { addFinding, bestFinding, draftBlock, type Reading } from './reading.ts'
import { understand } from './understand.ts'

// Names of micromark's constructs: without them the marks stay in the text as they were typed.
const WITHOUT_MARKS = {
  disable: { null: ['attention', 'strikethrough', 'labelStartImage', 'labelStartLink'] },
}

function parseMarkdown(text: string): Root {
  if (isNestedTooDeeply(text)) throw tooDeep()
  try {
    return fromMarkdown(text, {
      extensions: [frontmatter(['yaml']), gfm(), ...(hasExcessiveMarks(text) ? [WITHOUT_MARKS] : [])],
      mdastExtensions: [frontmatterFromMarkdown(['yaml']), gfmFromMarkdown()],
    })
  } catch (error) {
    // The parser calls itself for what is nested; a text made to exhaust the stack is no fault of ours.
    if (!(error instanceof RangeError)) throw error
    throw tooDeep()
  }
}

function tooDeep(): DuizhaoError {
  return new DuizhaoError(
    'corrupt_file',
    'The Markdown is nested too deeply to be read. Rename the file to .txt to import it as plain text. Nothing was imported.',
  )
}

function definitionsOf(tree: Root): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>()
  for (const node of tree.children) {
    // The first definition of a name counts, as CommonMark has it.
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node)
  }
  return definitions
}

function blocksOf(tree: Root, text: string): Reading['blocks'] {
  try {
    return markdownBlocks(tree, { definitions: definitionsOf(tree), wide: isWideText(text) })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw tooDeep()
  }
}

/** The front matter's title, else the heading the text begins with, else its first heading of level 1. */
function findTitle(reading: Reading): void {
  const { blocks } = reading
  const stated = bestFinding(reading, 'title')
  const first = blocks[0]
  if (stated !== null) {
    if (first?.kind === 'heading' && first.text === stated.value) {
      first.kind = 'title'
      first.level = 0
    } else {
      blocks.unshift(draftBlock('title', stated.value))
    }
    return
  }
  const heading =
    first?.kind === 'heading' ? first : blocks.find(({ kind, level }) => kind === 'heading' && level === 1)
  if (heading === undefined) return
  heading.kind = 'title'
  heading.level = 0
  addFinding(reading, 'title', heading.text, 'first-heading', 0.9)
}

/**
 * Markdown (CommonMark, GFM, YAML front matter) → blocks with marks and what is understood of them. Raw
 * HTML is dropped to its text, images to captions. The title, also one that only the front matter has,
 * is a block of kind `title`. Where one paragraph holds thousands of emphasis and link marks, the marks of
 * the whole document stay in the text as they were typed (see `markdown-limits.ts`).
 *
 * @param text as `decodeBytes` gives it
 * @throws DuizhaoError `corrupt_file` when it is nested too deeply to be parsed
 */
export function readMarkdown(text: string): Reading {
  const tree = parseMarkdown(text)
  const reading: Reading = { blocks: blocksOf(tree, text), speakers: [], findings: [] }
  const [first] = tree.children
  if (first?.type === 'yaml' && !readFrontMatter(reading, first.value)) {
    const lines = first.value.split('\n').filter((line) => line.trim() !== '')
    reading.blocks.unshift(...lines.map((line) => draftBlock('paragraph', line.trim())))
  }
  findTitle(reading)
  understand(reading, false)
  return reading
}
