import type { Brackets } from './bracket-pairs.ts'
import { CONTINUATIONS, OPENING_QUOTES, isWhiteSpace, skipWhiteSpace } from './sentence-marks.ts'
import { hasContent, isQuotedWord, isStopCharacter, type Stop } from './stop.ts'

/** Go on with the sentence right after a closing quote: “加油！”的喊声. */
const PARTICLES = new Set('的地得之等和与及或')

/** How far an attribution may reach, in code units: 新华社记者在接受采访时对本报记者说 has 18. */
const ATTRIBUTION_LENGTH = 25

const SPEECH_VERBS =
  /表示|指出|强调|認為|认为|写道|寫道|回答|解释|解釋|补充|補充|坦言|告诉|告訴|感慨|感叹|感嘆|称赞|稱讚|评价|評價|呼吁|呼籲|回忆|回憶|提醒|叮嘱|叮囑|透露|说(?![明法服])|說(?![明法服])/u

const ENDING_VERBS = /[说說问問喊叫嚷叹嘆骂罵道答想](?:了|着|著|起来|起來)?$/u

/** 我没回答。 tells what was not said. */
const NEGATION = /[没沒未]/u

const PRONOUNS = new Set('他她它我你您咱')

/**
 * Whether a Chinese sentence ends at a stop. It does, except
 * - before a comma or the like, and before a particle: “好！”，他说 · “加油！”的喊声;
 * - where an ellipsis is a stutter: 我……我不知道;
 * - where the quote that just closed is a word of the sentence: 他喊“加油！”然后跑了;
 * - where the quote is followed by its attribution: “我们走吧。”他说。 A judgement: the clause up to the next
 *   mark is short, opens no quote, names speaking, and ends in a full stop or before the quote goes on. A
 *   clause that ends in 说： or 会议指出， introduces what comes next and begins a sentence of its own.
 */
export function endsChineseSentence(text: string, stop: Stop, brackets: Brackets): boolean {
  const next = text.charAt(stop.after)
  if (next === '') return true
  if (CONTINUATIONS.has(next) || next === '、') return false
  if (!hasContent(text, stop)) return false
  if (stop.kind === 'ellipsis' && isStutter(text, stop)) return false
  if (stop.closingQuote === null) return true
  if (PARTICLES.has(next)) return false
  if (!isWhiteSpace(next) && isQuotedWord(text, stop, brackets)) return false
  return !isAttribution(text, stop.after)
}

/** One or two characters before an ellipsis with no pause after it. */
function isStutter(text: string, stop: Stop): boolean {
  if (stop.after > stop.end || isWhiteSpace(text.charAt(stop.after))) return false
  return stop.start - stop.sentenceStart <= 2
}

function isAttribution(text: string, after: number): boolean {
  const start = skipWhiteSpace(text, after)
  if (/[\r\n]/u.test(text.slice(after, start))) return false
  const end = clauseEnd(text, start)
  if (end === null) return false
  const clause = text.slice(start, end)
  if (NEGATION.test(clause)) return false
  if (!SPEECH_VERBS.test(clause) && !ENDING_VERBS.test(clause)) return false
  const mark = text.charAt(end)
  if (mark === '：' || mark === ':') return false
  if (mark !== '，' && mark !== ',') return true
  return OPENING_QUOTES.has(text.charAt(skipWhiteSpace(text, end + 1))) || PRONOUNS.has(clause.charAt(0))
}

/** Where the clause at `start` ends; null when it is too long for an attribution or opens a quote or a line. */
function clauseEnd(text: string, start: number): number | null {
  const limit = Math.min(text.length, start + ATTRIBUTION_LENGTH)
  for (let offset = start; offset < limit; offset += 1) {
    const character = text.charAt(offset)
    if (OPENING_QUOTES.has(character) || character === '\n') return null
    if (CONTINUATIONS.has(character) || isStopCharacter(character)) return offset
  }
  return limit === text.length ? limit : null
}
