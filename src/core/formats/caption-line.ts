// A caption is one short paragraph; a longer one that begins alike is a paragraph about a photo.
const LONGEST_CAPTION = 700

const BEGINS_EN =
  /^(?:(?:The|This|An?)\s)?(?:(?:undated|combined|combo|aerial|drone|file|handout|stitched|panoramic)\s){0,2}(?:photo|photograph|picture|image|screenshot)s?(?:\s(?:taken|shot|captured|released|provided)\b|\s(?:shows?|dated)\b|,?\staken\b|\s\([^()]{1,60}\)\s(?:shows?|taken)\b)/iu
const BEGINS_ZH =
  /^(?:[▲△▼↑↓←→]\s*|(?:[上下左右]|资料)?[图圖](?:为|為|片说明|[①-⑳一二三四五六七八九十\d]{1,2}[:：]))/u

/** Agencies and papers that sign photos; others must show a photographer's full name. */
const PHOTO_AGENCIES =
  'Xinhua|AP|AFP|Reuters|CNS|CFP|VCG|IC|TASS|EPA|Getty Images|China News Service|China Daily|CGTN|Global Times'

// A credit in brackets at the very end: “(Xinhua/Li Hong)”, “(Photo by …)”, “[Photo/VCG]”.
const ENDS_EN = new RegExp(
  String.raw`[([](?:` +
    String.raw`(?:AP |File |Courtesy )?(?:Photo|Image|Picture|Handout)s?(?:[:/]| by | from | courtesy | provided )[^()[\]]{2,110}` +
    String.raw`|File [Pp]hoto` +
    String.raw`|(?:${PHOTO_AGENCIES})/\p{Lu}[\p{L}.'’ -]{2,40}` +
    String.raw`|\p{Lu}[\p{L}.'’& -]{1,40}/\p{Lu}[\p{L}.'’-]{1,20}(?: \p{Lu}[\p{L}.'’-]{1,20}){1,3}` +
    String.raw`)[)\]]\s*$`,
  'u',
)
const ENDS_ZH =
  /[（(](?:[^（()）]{0,40}(?:记者|記者|通讯员|新华社|新華社|中新社)[^（()）]{0,30}[摄攝](?:影)?|(?:新华社|新華社|中新社)发[^（()）]{0,20}|资料图片|資料圖片|图片由[^（()）]{2,40}提供|(?:摄影|攝影|图|圖|供图|图片来源)[:：／/][^（()）]{1,30})[）)]\s*$/u

/**
 * Whether a paragraph is the caption of a photo by its own words: “Photo shows…”, “This photo taken on…”,
 * 图为…, or an agency's photo credit in brackets at its end.
 */
export function isCaption(text: string): boolean {
  if (text.length > LONGEST_CAPTION) return false
  const tail = text.slice(-160)
  return BEGINS_EN.test(text) || BEGINS_ZH.test(text) || ENDS_EN.test(tail) || ENDS_ZH.test(tail)
}
