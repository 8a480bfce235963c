// Where news is datelined: capitals, and cities and regions of China and its neighbours. It only has to
// tell a place from a one-word title and a bare “PARIS —” from an acronym; it need not be complete.
const ENGLISH =
  'Abu Dhabi,Abuja,Accra,Addis Ababa,Algiers,Almaty,Amman,Amsterdam,Ankara,Ashgabat,Astana,Athens,Baghdad,Baku,' +
  'Bangkok,Beijing,Beirut,Belgrade,Berlin,Bern,Bishkek,Brasilia,Brussels,Bucharest,Budapest,Buenos Aires,Cairo,' +
  'Canberra,Cape Town,Caracas,Changchun,Changsha,Chengdu,Chongqing,Colombo,Copenhagen,Dakar,Dalian,Damascus,Davos,' +
  'Delhi,Dhaka,Doha,Dubai,Dublin,Dushanbe,Fuzhou,Geneva,Guangzhou,Guiyang,Haikou,Hangzhou,Hanoi,Harare,Harbin,' +
  'Havana,Hefei,Helsinki,Hohhot,Hong Kong,Islamabad,Istanbul,Jakarta,Jerusalem,Jinan,Johannesburg,Kabul,Karachi,' +
  'Kashgar,Kathmandu,Kazan,Khartoum,Kuala Lumpur,Kunming,Kyiv,Lagos,Lahore,Lanzhou,Lhasa,Lima,Lisbon,London,' +
  'Los Angeles,Luxembourg,Macao,Madrid,Manila,Mexico City,Minsk,Moscow,Mumbai,Munich,Nairobi,Nanchang,Nanjing,' +
  'Nanning,New Delhi,New York,Ningbo,Oslo,Ottawa,Paris,Phnom Penh,Prague,Pretoria,Pyongyang,Qingdao,Quito,Rabat,' +
  'Rio de Janeiro,Riyadh,Rome,Samarkand,San Francisco,Santiago,Sarajevo,Seoul,Shanghai,Shenyang,Shenzhen,' +
  'Shijiazhuang,Singapore,Sochi,Sofia,St. Petersburg,Stockholm,Suzhou,Sydney,Taipei,Taiyuan,Tashkent,Tbilisi,' +
  'Tehran,Tianjin,Tokyo,Toronto,Tripoli,Tunis,Ufa,Ulan Bator,Ulaanbaatar,United Nations,Urumqi,Vienna,Vientiane,' +
  'Vladivostok,Warsaw,Washington,Wellington,Wuhan,Xiamen,Xi’an,Xining,Yangon,Yerevan,Yinchuan,Zagreb,Zhengzhou'
const CHINESE =
  '北京,上海,天津,重庆,重慶,香港,澳门,澳門,台北,臺北,石家庄,石家莊,太原,呼和浩特,沈阳,瀋陽,长春,長春,哈尔滨,哈爾濱,' +
  '南京,杭州,合肥,福州,南昌,济南,濟南,郑州,鄭州,武汉,武漢,长沙,長沙,广州,廣州,南宁,南寧,海口,成都,贵阳,貴陽,昆明,' +
  '拉萨,拉薩,西安,兰州,蘭州,西宁,西寧,银川,銀川,乌鲁木齐,烏魯木齊,深圳,青岛,青島,大连,大連,宁波,寧波,厦门,廈門,苏州,' +
  '莫斯科,华盛顿,華盛頓,纽约,紐約,伦敦,倫敦,巴黎,柏林,东京,東京,首尔,首爾,平壤,新德里,伊斯兰堡,阿斯塔纳,塔什干,比什凯克,' +
  '杜尚别,撒马尔罕,德黑兰,明斯克,喀布尔,日内瓦,联合国,聯合國,布鲁塞尔,新加坡,曼谷,河内,雅加达,吉隆坡,马尼拉,堪培拉'

function fold(name: string): string {
  return name.toLowerCase().replaceAll("'", '’').replace(/\s+/gu, ' ').trim()
}

const PLACES: ReadonlySet<string> = new Set([...ENGLISH.split(','), ...CHINESE.split(',')].map(fold))

/** Whether a name is one of the places that news is often datelined from. Capitals make no difference. */
export function isKnownPlace(name: string): boolean {
  return PLACES.has(fold(name))
}

const PARTICLES: ReadonlySet<string> = new Set(['DE', 'DEL', 'DU', 'DA', 'OF', 'AND', 'AU', 'SUR', 'UPON'])

/**
 * A place as datelines print it → as it is written: `ZHENGZHOU` → `Zhengzhou`, `RIO DE JANEIRO` → `Rio de
 * Janeiro`, `XI'AN` → `Xi'an`. Names that are not all capitals, and abbreviations with stops (`D.C.`), stay.
 */
export function placeAsWritten(name: string): string {
  if (/\p{Ll}/u.test(name)) return name
  return name
    .split(/(?<=[\s-])/u)
    .map((word, index) => {
      if (/\p{Lu}\.\p{Lu}/u.test(word)) return word
      if (index > 0 && PARTICLES.has(word.replace(/[\s-]$/u, ''))) return word.toLowerCase()
      return word.slice(0, 1) + word.slice(1).toLowerCase()
    })
    .join('')
}
