/**
 * Small words that render each other: what dictionaries of content words leave out, though a text's *she* and
 * *never* say a good deal about which sentence stands where. English forms of one line count as one word.
 */
const CLASSES: readonly (readonly [english: string, chinese: string])[] = [
  ['i me my mine myself', '我 俺 咱 我的 本人'],
  ['we us our ours ourselves', '我们 咱们 我们的 我国 我方 本'],
  ['you your yours yourself yourselves', '你 您 你们 你的 您的 尔'],
  ['he him his himself', '他 他的'],
  ['she her hers herself', '她 她的'],
  ['they them their theirs themselves', '他们 她们 它们 他们的 人家'],
  ['it its itself', '它 其 它的'],
  ['this these here', '这 这个 这些 这里 这儿 这样 这种 此 本 该 这么 这次'],
  ['that those there', '那 那个 那些 那里 那儿 那样 那种 那么 该'],
  [
    "not n't no none nothing nobody neither nor without",
    '不 没 没有 无 未 别 非 不是 不能 不会 不要 不可 勿 并非 毫无',
  ],
  ['never', '从不 从未 从来 决不 永不 绝不 不曾 未曾'],
  ['what which whatever', '什么 啥 何 哪 哪个 哪些 什麽'],
  ['who whom whose', '谁 何人'],
  ['why', '为什么 为何 何以 干吗 干嘛'],
  ['how', '怎么 怎样 如何 多么 怎 何等 多少'],
  ['when while whenever', '时 时候 当 之时 每当'],
  ['where', '哪里 哪儿 何处 何方'],
  ['if whether unless', '如果 要是 倘若 若 假如 如 若是 假使 是否 除非 只要'],
  ['but however yet although though', '但 但是 可是 不过 然而 却 可 而 虽然 虽 尽管'],
  ['because since as', '因为 由于 因 既然 以'],
  ['so therefore thus hence', '所以 因此 于是 因而 故 从而 这么 那么'],
  ['also too', '也 亦 还 又 同时 并 太'],
  ['or either', '或 或者 还是 抑或'],
  [
    'all every each everything everyone everybody both',
    '都 所有 一切 每 全 各 全部 每个 大家 均 皆 人人 凡 两',
  ],
  ['some any something someone anything', '一些 有些 某 某些 任何 有的 有人'],
  ['can could able', '能 可以 能够 可 会 得以'],
  ['must should ought need', '应 应该 必须 要 须 应当 需要 得 需 务必'],
  ['will would shall', '将 会 要 将要 将会'],
  ['may might', '可能 可 也许 或许 恐怕'],
  ['one once', '一 一个 一次 一旦 曾 曾经 一位'],
  ['before', '前 之前 以前 先'],
  ['after', '后 之后 以后 然后'],
  ['between among', '之间 间 其中 中间'],
  ['in into within inside', '在 里 内 中 之中 里面 进 入'],
  ['on upon above over', '上 之上 上面 以上'],
  ['under below beneath', '下 之下 下面 以下'],
  ['up', '起 起来 上'],
  ['down', '下 下来 下去'],
  ['out outside off away', '出 外 外面 出来 出去 走'],
  ['with together', '与 和 同 跟 带 一起 以 用'],
  ['for', '为 为了 对 给 替'],
  ['from', '从 自 由 来自'],
  ['by', '被 由 所 受'],
  ['like', '像 似 如 好像 一样'],
  ['about', '约 大约 关于 有关 左右'],
  ['through throughout', '通过 经过 经'],
  ['against', '反对 对抗 针对 靠'],
  ['until till', '直到 直至 到'],
  ['now', '现在 如今 目前 今 此刻 现'],
  ['then', '然后 就 便 那时 于是 当时 这时'],
  ['again', '又 再 再次 再度 重新'],
  ['still', '还 仍 仍然 依然 仍旧 还是'],
  ['already', '已 已经 早已'],
  ['very quite rather really', '很 非常 十分 极 挺 甚 真 颇 实在 真的'],
  ['only just merely', '只 仅 才 只是 仅仅 只有 刚 不过 刚刚'],
  ['even', '甚至 连 即使 就是 哪怕'],
  ['always ever', '总 一直 总是 始终 老 永远 历来 向来'],
  ['often', '常 经常 常常 往往 时常'],
  ['other another others', '其他 别的 另 另外 其它 另一 别 他人 别人 其余'],
  ['same such', '同样 相同 同 同一 如此 这样 这种'],
  ['than', '比 较 于'],
  ['more most', '更 最 更加 多 越 较'],
  ['do does did done', '做 干 作 办'],
  ['have has had having', '有 拥有 具有'],
  ['yes', '是 是的 对 好 嗯'],
]

const ENGLISH = new Map(
  CLASSES.flatMap(([english]) => english.split(' ').map((word) => [word, keyOf(english)] as const)),
)
const CHINESE = new Map<string, string[]>()
for (const [english, chinese] of CLASSES) {
  for (const word of chinese.split(' ')) CHINESE.set(word, [...(CHINESE.get(word) ?? []), keyOf(english)])
}

function keyOf(english: string): string {
  return `~${english.split(' ')[0] ?? ''}`
}

/** What an English function word counts as, in lower case as it stands in a text; undefined for any other word. */
export function englishFunctionWord(word: string): string | undefined {
  return ENGLISH.get(word)
}

/** What the Chinese word may be rendered by among the English function words. */
export function functionWordsFor(chinese: string): readonly string[] {
  return CHINESE.get(chinese) ?? []
}
