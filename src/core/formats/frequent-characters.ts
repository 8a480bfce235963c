// Characters that running Chinese text cannot do without: function words, numbers, time and place, and
// what news and speeches speak of. Both scripts in one set, as GB18030 may hold traditional text and the
// question is only “does this read as Chinese at all”. Wrongly decoded bytes hit these in a few percent
// of characters, right ones in a third or more, so a short list is enough.
const SIMPLIFIED =
  '的一是不了在人有我他这中大来上个国到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后' +
  '小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两' +
  '长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很' +
  '业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五' +
  '太水万市别合安记总各展交建设员际社会议表示合作组织记者报主席经济发展共同体媒华京习近'
const TRADITIONAL =
  '這來個國說們為時會著過學對裡後麼沒於還發當無開頭動兩長樣現將與進實點種聲話兒問機給幾業間電東' +
  '門經關並內産產軍萬別總員際議組織報濟體媒習從見區應讓變該運轉專務權責領導歷歲號統壓廣擴簽訂論壇'

/** Frequent Han characters of both scripts. */
export const FREQUENT_HAN: ReadonlySet<string> = new Set(SIMPLIFIED + TRADITIONAL)

/** Punctuation of Chinese print. */
export const CJK_PUNCTUATION: ReadonlySet<string> = new Set(
  '，。、：；？！“”‘’（）《》〈〉「」『』【】—…·～　',
)
