/** A random generator with a seed (mulberry32), so that every run measures the same text. */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const HAN = [
  ...'的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处',
]

/** Chinese prose in shape only: paragraphs of a few sentences, ended by full stops, of about `characters` characters. */
export function makeChineseText(characters: number, seed = 1): string {
  const random = seededRandom(seed)
  const pick = (): string => HAN[Math.floor(random() * HAN.length)] ?? '的'
  const paragraphs: string[] = ['基准长文']
  let written = 0
  while (written < characters) {
    let paragraph = ''
    const sentences = 2 + Math.floor(random() * 4)
    for (let sentence = 0; sentence < sentences; sentence += 1) {
      const length = 12 + Math.floor(random() * 36)
      for (let place = 0; place < length; place += 1)
        paragraph += place === Math.floor(length / 2) ? '，' : pick()
      paragraph += '。'
    }
    paragraphs.push(paragraph)
    written += paragraph.length
  }
  return paragraphs.join('\n\n')
}
