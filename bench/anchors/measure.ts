import { seededRandom } from '../make-text.ts'
import { toParagraphs } from './characters.ts'
import { fileOf, type Edit } from './edits.ts'
import { drawHighlights } from './highlights.ts'
import { judge, type Judgement } from './judge.ts'
import { reimport, type ImportedText } from './reimport.ts'

/** Puts highlights on texts, edits each text, brings it in again as a file, and judges where the highlights went. */
export function measure(
  texts: readonly ImportedText[],
  edit: Edit,
  { seed, highlights }: { readonly seed: number; readonly highlights: number },
): Judgement[] {
  return texts.flatMap((text, number) => {
    const random = seededRandom(seed * 1000 + number)
    const draw = (below: number): number => Math.floor(random() * below)
    const anchors = drawHighlights(text.text, Math.ceil(highlights / texts.length), draw)
    const paragraphs = edit.apply(toParagraphs(text.sentences.map((block) => block.join(''))), draw)
    const content = fileOf(paragraphs, edit.columns)
    return judge(text, reimport(text, { content, paragraphs }, anchors), anchors)
  })
}
