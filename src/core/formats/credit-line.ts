// Lines that say who made a page: photographers, editors, designers. They are short; a longer line that
// begins the same way is a paragraph.
const LONGEST_CREDIT = 160

const PHOTOGRAPHER_ZH =
  /^[（(]?(?=.{2,40}$)(?:.*(?:记者|記者|通讯员|通訊員|本报|本報|新华社|新華社|中新社|实习生)\s*.*|\p{Script=Han}{2,4}[\s　]*)(?:摄|攝)(?:影(?:报道)?)?[）)]?$/u
const PHOTO_LABEL_ZH = /^[（(]?(?:摄影|攝影|图片来源|圖片來源|图|圖|图片|圖片|供图)\s*[:：／/].{1,40}$/u
const PHOTO_EN =
  /^[([]?(?:AP |File )?(?:Photos?|Images?|Pictures?)(?: by |: ?|\/| from | provided by )[^.]{2,100}[)\]]?$/u

const PAGE_ZH =
  /^[（(【]?(?:(?:本版|本期|本报|本報|本文)(?:责编|責編|责任编辑|編輯|编辑|主编|文字|图片|圖片|稿件|统筹|统稿|撰稿|撰文|摄影|美编|策划|审校|校对|制图|版式|内容)|(?:责任编辑|責任編輯|责编|責編|版式设计|版式設計|美术编辑|美編|美编|文字编辑|执行主编|见习编辑|值班主任|校对|校對|审校|审核|監製|监制|统筹|策划|制图|製圖|设计|編輯|编辑|编译|翻译)\s*[:：])/u
const COMPILED_ZH =
  /^[（(](?:据|本版|本文|本报|記者|记者).{2,120}(?:整理|采写|编译|綜合|综合报道|摘编|供稿|执笔)[）)]$/u

const PAGE_EN =
  /^[([]?(?:(?:Web |Managing |Executive |Copy |Photo |Page )?[Ee]ditors?|Edited by|Reporting by|Editing by|Writing by|Written by|Translated by|Translators?|Compiled by|Proofread(?:er|ing)? by|Layout|Designed by|Page design|Graphics? by|Additional reporting by)(?:\s*:|\s)\s*\p{Lu}.{1,120}$/u

/** What a credit line credits: a photo (whose caption then stands before it), or the page. */
export type CreditKind = 'photo' | 'page'

/**
 * Recognises a line that is only a credit: 本报记者 某某摄, 本版责编：…, 版式设计：…, （本版文字由…整理）,
 * “(Web editor: …)”, “Photo by …”. Null for everything else.
 */
export function creditKind(line: string): CreditKind | null {
  if (line.length > LONGEST_CREDIT) return null
  if (PHOTOGRAPHER_ZH.test(line) || PHOTO_LABEL_ZH.test(line) || PHOTO_EN.test(line)) return 'photo'
  if (PAGE_ZH.test(line) || COMPILED_ZH.test(line)) return 'page'
  // An English credit has no sentence after it.
  return PAGE_EN.test(line) && !/[.!?]\s+\p{Lu}\p{Ll}+\s/u.test(line) ? 'page' : null
}
