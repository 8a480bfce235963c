function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/u).filter((word) => word !== ''))
}

/** Always go on: a name or the thing meant follows. Lower case, without the last dot. */
export const ALWAYS_GO_ON = words(`
  mr mrs ms messrs dr prof gen col lt maj capt cmdr sgt cpl adm sen rep gov pres amb rev hon fr st mt
  vs viz cf e.g i.e eg ie ca approx incl esp resp
`)

/** Go on unless a word follows that begins sentences. */
export const USUALLY_GO_ON = words(`
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
  inc ltd co corp bros plc jr sr esq etc al ed eds est dept univ assn ave blvd rd bldg intl gov't
  ph.d b.a m.a b.sc m.sc m.d d.c u.s u.k u.n e.u a.m p.m a.d b.c
`)

/** Go on before a number only: `No. 5`, but `No. It is not.` */
export const GO_ON_BEFORE_NUMBER = words('no nos vol vols fig figs p pp para art sec ch chap pt eq')

/** Words that begin sentences and hardly ever follow an abbreviation within one. */
export const SENTENCE_STARTERS = words(`
  The A An It He She We They You I This That These Those There Here His Her Its Our Their My Your
  In On At For But And So Then However When While After Before As If With What Who Why How Where Since
  Although Yet Or Not No Yes Some Many Most All Both Each Another Meanwhile Also More To From By
`)

/** The starters that are Chinese surnames too: after an initial they are names (`K. He`). */
export const STARTERS_THAT_ARE_NAMES = words('He An You So Her Yet To')

/** Verbs of speaking, for `“Really?” Li Ming asked.` */
export const SPEECH_VERBS = words(`
  said says asked asks replied replies answered added noted told shouted cried exclaimed wondered
  continued explained demanded inquired remarked responded stressed wrote
`)
