import type { ImportedSpeaker } from '../../shared/domain/imported-document.ts'

const LONGEST_SPEAKER_LINE = 90

// The hundred-odd family names that cover nearly all Chinese people; without one, two or three Han
// characters after a space are as likely a half of a slogan.
const FAMILY_NAMES =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許邓鄧韩韓冯馮曹彭曾肖萧蕭田董潘袁蔡蒋蔣' +
  '余于於杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾鐘姜崔谭譚陆陸范範汪廖石金韦韋贾賈夏付傅方邹鄒熊白孟秦邱丘侯江尹薛闫閻阎雷龙龍' +
  '史陶贺賀毛段郝顾顧龚龔邵万萬钱錢严嚴赖賴覃洪武莫孔汤湯常温康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟申欧歐耿关關' +
  '兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童毕畢单單裴霍成苗谷盛曲翁冉骆駱蓝藍路游辛靳管柴蒙鲍鮑华華喻祁房蒲滕屈饶饒解牟艾尤时時穆农農司卓古吉缪繆' +
  '简簡车車项項连連芦蘆麦麥褚娄婁窦竇戚岑景党宫宮费費卜冷晏席卫衛米柏宗瞿桂全佟应應臧闵閔苟邬鄔边邊卞姬师師和仇栾欒隋商刁沙荣榮巫寇桑郎甄丛叢仲虞敖巩鞏明池查麻苑迟遲'
const DOUBLE_FAMILY_NAMES = '欧阳|歐陽|上官|司马|司馬|诸葛|諸葛|皇甫|夏侯|慕容|令狐|端木|公孙|公孫|司徒|尉迟'

const NAME_ZH = [
  String.raw`\p{Script=Han}{1,10}(?:[·•・‧]\p{Script=Han}{1,12}){1,4}`,
  // Foreigners with initials: D.K.哈特利, J. 史密斯.
  String.raw`(?:\p{Lu}[.．·•・‧]\s?){1,3}\p{Script=Han}{1,10}`,
  String.raw`[${FAMILY_NAMES}][\s　]?\p{Script=Han}{1,2}`,
  String.raw`(?:${DOUBLE_FAMILY_NAMES})\p{Script=Han}{1,2}`,
].join('|')

// What a role ends in: 主席, 部长, 书记, 主任, 教授, 发言人 …
const ROLE_END =
  '[长長席记記任员員授使统統理家师師辑輯裁官事问問监監帅帥相]|代表|发言人|發言人|负责人|負責人|主持人|创始人|創始人|院士|博士|学者|學者|记者|記者|首脑|总工|法人|女士|先生|国王|國王'
const ROLE_ZH = String.raw`[\p{Script=Han}\p{L}\d、（）()“”《》「」『』·—-]{1,48}?(?:${ROLE_END})`

const ROLE_THEN_NAME = new RegExp(`^(?<role>${ROLE_ZH})[\\s　]+(?<name>${NAME_ZH})$`, 'u')
// Without a space the border shows only where the name has a middle dot.
const ROLE_WITH_NAME = new RegExp(
  `^(?<role>${ROLE_ZH})(?<name>\\p{Script=Han}{1,10}(?:[·•・‧]\\p{Script=Han}{1,12}){1,4})$`,
  'u',
)
const NAME_THEN_ROLE = new RegExp(`^(?<name>${NAME_ZH})[（(](?<role>${ROLE_ZH})[）)]$`, 'u')
const CHINESE = [ROLE_THEN_NAME, ROLE_WITH_NAME, NAME_THEN_ROLE]

const NAME_EN = String.raw`\p{Lu}[\p{L}.'’-]*(?: (?:(?:al|bin|da|de|del|der|la|le|van|von) )?\p{Lu}[\p{L}.'’-]*){1,3}`
const ROLE_WORD =
  /\b(?:secretary|secretary-general|minister|premier|president|vice-president|chancellor|chair|chairman|chairwoman|chairperson|director|director-general|editor|editor-in-chief|ambassador|professor|head|chief|CEO|governor|mayor|member|representative|reporter|journalist|spokesman|spokeswoman|spokesperson|founder|dean|fellow|researcher|scholar|senator|commissioner|manager|general manager|king|queen|envoy|counsellor|counselor|consul|delegate|author|translator|economist|analyst|advisor|adviser|rector|moderator)\b/iu
const NAME_COMMA_ROLE = new RegExp(`^(?<name>${NAME_EN}), (?<role>.{3,80})$`, 'u')
const WHOLE_NAME_EN = new RegExp(`^${NAME_EN}$`, 'u')

function parseChinese(line: string): ImportedSpeaker | null {
  for (const pattern of CHINESE) {
    const groups = pattern.exec(line)?.groups
    if (groups?.name !== undefined && groups.role !== undefined) {
      return { name: groups.name.replace(/[\s　]/gu, ''), role: groups.role }
    }
  }
  return null
}

function parseEnglish(line: string): ImportedSpeaker | null {
  const named = NAME_COMMA_ROLE.exec(line)?.groups
  if (named?.name !== undefined && named.role !== undefined && ROLE_WORD.test(named.role)) {
    return { name: named.name, role: named.role }
  }
  // “Deputy Secretary-General Jane Doe”: the name begins after the last word for an office.
  const words = line.split(' ')
  const office = words.findLastIndex((word) => ROLE_WORD.test(word))
  const role = words.slice(0, office + 1).join(' ')
  const name = words.slice(office + 1).join(' ')
  return /^\p{Lu}/u.test(role) && WHOLE_NAME_EN.test(name) ? { name, role } : null
}

/**
 * Reads a short line that names a speaker with a role: 某组织副秘书长 某某·某, 某某（某部部长）,
 * “Jane Doe, President of the Forum”, “Secretary-General Jane Doe”. Null for everything else; names
 * without a role are not enough, as two words may be anything.
 */
export function parseSpeakerLine(line: string): ImportedSpeaker | null {
  if (line.length > LONGEST_SPEAKER_LINE || /[。！？；，,.!?;:：]$|[。！？；]/u.test(line)) return null
  return parseChinese(line) ?? parseEnglish(line)
}

// What people are called by before a colon: by name, or by what they do there.
const LABEL_ZH = new RegExp(
  `^(?<name>${NAME_ZH}|主持人|记者|記者|观众|觀眾|嘉宾|嘉賓|提问者|提問者|发言人|發言人)\\s?[：:]\\s*\\S`,
  'u',
)
const LABEL_EN =
  /^(?<name>(?:(?:Mr|Mrs|Ms|Dr|Prof)\. )?\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3}):\s+\S/u
const NO_NAME =
  /^(?:note|notes|source|sources|warning|example|figure|table|summary|result|results|conclusion|photo|caption|background|question|answer|step|tip|update|date|time|place|tel|email|phone|fax|address|subject|[qa])$/iu

/**
 * Reads who speaks from the beginning of a paragraph: 王毅：…, 主持人：…, “Anna: …”, “MODERATOR: …”. Null where there
 * is no such beginning. One alone proves little; where names take turns, it is a conversation.
 */
export function parseSpeakerLabel(paragraph: string): ImportedSpeaker | null {
  const start = paragraph.slice(0, LONGEST_SPEAKER_LINE)
  const name = (LABEL_ZH.exec(start) ?? LABEL_EN.exec(start))?.groups?.name
  if (name === undefined || NO_NAME.test(name)) return null
  return { name: name.replace(/(?<=\p{Script=Han})[\s　](?=\p{Script=Han})/gu, ''), role: null }
}
