/**
 * English words with little meaning of their own, in lower case and as they stand in texts (not stemmed), with the halves
 * that clitics leave (`don`, `ll`). They say next to nothing about which sentence a sentence translates.
 */
export const ENGLISH_STOPWORDS: ReadonlySet<string> = new Set(
  `a an the this that these those such some any each every either neither no none all both other another same
  i me my mine myself you your yours yourself yourselves he him his himself she her hers herself it its itself we us our
  ours ourselves they them their theirs themselves one one's oneself who whom whose which what whatever whoever whichever
  somebody someone something anybody anyone anything everybody everyone everything nobody nothing
  be am is are was were been being do does did done doing have has had having will would shall should can could may
  might must ought need dare get gets got getting let lets
  and or but nor so yet for if then else than as because since while when where why how although though unless until
  whether whereas lest once
  of to in on at by with from into onto upon about above below under over after before between among through during
  against without within along across behind beyond near off out up down around toward towards per via
  not n't no yes too very just only also even still again ever never always often almost quite rather really
  here there now thus hence therefore however moreover
  's 're 've 'll 'd 'm s t d ll re ve m don doesn didn isn aren wasn weren won wouldn couldn shouldn hasn haven hadn
  etc e.g i.e sb sth`.split(/\s+/u),
)
