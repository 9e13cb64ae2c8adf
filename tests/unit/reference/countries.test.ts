import { describe, expect, it } from 'vitest'
import { COUNTRIES, countryName } from '@causeway/server/ground/reference/countries'
import { LANGUAGES } from '@causeway/server/ground/reference/place-names'
import { findCountry, findMistyped, readPlace } from '@causeway/server/ground/reference/find-country'

describe('a country is known by', () => {
  it.each([
    ['VN', ['越南', 'Viet Nam', 'Vietnam', 'VIETNAM', 'VNM', 'vn', ' 越南 ']],
    ['HK', ['中国香港', '香港', 'Hong Kong', 'HK', 'HKG', 'Hong Kong SAR, China', '香港特别行政区']],
    ['MO', ['中国澳门', '澳门', 'Macao', 'Macau', 'MAC']],
    ['TW', ['中国台湾', '台湾', 'Taiwan', '台湾地区', 'TWN']],
    ['GB', ['英国', 'UK', 'United Kingdom', 'GBR', 'U.K.']],
    ['RU', ['俄罗斯', 'Russia', 'Russian Federation', '俄罗斯联邦', 'RUS']],
    ['LA', ['老挝', 'Laos', 'Lao PDR', 'LAO']],
    ['TR', ['土耳其', 'Türkiye', 'Turkiye', 'Turkey', 'TUR']],
    ['KR', ['韩国', '大韩民国', 'South Korea', 'Korea, Republic of', 'KOR']],
    ['KP', ['朝鲜', 'North Korea', 'DPRK', 'PRK']],
    ['CD', ['刚果（金）', '刚果(金)', 'DR Congo', 'COD']],
    ['CG', ['刚果（布）', '刚果(布)', 'Republic of the Congo', 'Congo-Brazzaville', 'COG']],
    ['CI', ['科特迪瓦', "Côte d'Ivoire", 'Cote d’Ivoire', 'Ivory Coast']],
    ['NO', ['挪威', 'Norway', 'NO']],
    ['ID', ['印度尼西亚', '印尼', 'Indonesia']],
    ['NA', ['NA', 'na', 'NAM', 'Namibia', '纳米比亚']],
    [
      'foreign',
      ['foreign', 'Foreign', '国外', '国外（国别不详）', '国外(国别不详)', 'Foreign, country not known', '外籍'],
    ],
    ['unknown', ['unknown', '未知', '不详', 'N/A', 'n/a']],
  ])('%s: %j', (code, names) => {
    expect(names.map(findCountry)).toEqual(names.map(() => code))
  })

  it('no other words', () => {
    expect(['', '国家', 'Narnia', 'XX', '中', '境外', '国（境）外'].map(findCountry)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})

const said = (text: string) => {
  const place = readPlace(text)
  return place === null ? null : 'codes' in place ? [...place.codes].sort() : place.is
}

it.each([
  ['Korea', ['KP', 'KR']],
  [' korea ', ['KP', 'KR']],
  ['CONGO', ['CD', 'CG']],
  ['刚果', ['CD', 'CG']],
  ['Virgin Islands', ['VG', 'VI']],
  ['维尔京群岛', ['VG', 'VI']],
  ['圣马丁', ['MF', 'SX']],
  ['Dominican', ['DM', 'DO']],
  ['Czechoslovakia', ['CZ', 'SK']],
  ['塞黑', ['ME', 'RS']],
  ['Netherlands Antilles', ['BQ', 'CW', 'SX']],
])('%j may be each of several places and is none of them', (name, codes) => {
  expect(readPlace(name)?.is).toBe('shared')
  expect(said(name)).toEqual(codes)
})

describe('what people write of one country', () => {
  // No name here is in the list that the code reads, but for those of the first two lines.
  it.each([
    ['LC', ['St. Lucia', 'ST LUCIA', '圣卢西亚']],
    ['KN', ['St. Kitts and Nevis', 'St Kitts & Nevis', 'Saint Kitts/Nevis']],
    ['VG', ['British Virgin Islands', 'Virgin Islands (British)', 'British Virgin Is.', '英属维尔京群岛']],
    ['VI', ['US Virgin Islands', 'Virgin Islands (U.S.)', 'Virgin Islands of the US', '美属维尔京群岛']],
    ['PS', ['Palestinian Territories', 'State of Palestine', '巴勒斯坦国']],
    ['RS', ['Republic of Serbia', 'Serbia, Republic of', 'Serbia (Republic of)', '塞尔维亚共和国', 'Србија', 'Srbija']],
    ['CV', ['Cabo Verde/Cape Verde', 'Cape Verde (Cabo Verde)', 'Republic of Cabo Verde', '佛得角共和国']],
    ['CI', ['Côte d’Ivoire/Ivory Coast', 'Cote d Ivoire', "Republic of Côte d'Ivoire", '科特迪瓦共和国']],
    [
      'CD',
      [
        'Congo, Dem. Rep. of the (Kinshasa)',
        'Congo, Dem. Rep.',
        'Dem. Rep. Congo',
        'D.R. Congo',
        'Congo (Democratic Republic of the)',
        'Congo/DR Congo',
        '刚果（金）',
        '扎伊尔',
      ],
    ],
    ['CG', ['Congo, Rep.', 'Rep. of the Congo', 'Congo (Brazzaville)', '刚果（布）']],
    ['TC', ['Turks and Caicos', 'Turks & Caicos Is.', '特克斯和凯科斯群岛']],
    ['SX', ['Sint Maarten', 'Sint Maarten (Dutch part)']],
    ['TL', ['Timor-Leste/East Timor', 'Democratic Republic of Timor-Leste', '东帝汶民主共和国']],
    ['KR', ['Korea, Rep.', 'Korea (Republic of)', 'Korea (South)', 'Rep. of Korea', '南韩']],
    ['KP', ["Korea, Dem. People's Rep.", "Korea (Democratic People's Republic of)", '北韩', '朝鲜民主主义人民共和国']],
    ['CN', ["People's Republic of China", 'P.R. China', 'China, PR', '中国', '中华人民共和国']],
    ['HK', ['China, Hong Kong SAR', 'Hong Kong (China)', '中国（香港）', '中国/香港', 'China - Hong Kong', '香港特区']],
    ['TW', ['China, Taiwan', 'Taiwan (China)', '中国（台湾）', '台湾地区', '中国台湾省']],
    ['EG', ['Egypt, Arab Rep.', 'Arab Republic of Egypt', '埃及阿拉伯共和国', 'Égypte']],
    ['IR', ['Iran (Islamic Republic of)', '伊朗伊斯兰共和国']],
    ['VE', ['Venezuela, RB', 'Venezuela (Bolivarian Republic of)', '委内瑞拉玻利瓦尔共和国']],
    ['MK', ['FYR Macedonia', 'The Former Yugoslav Republic of Macedonia', '北马其顿共和国']],
    ['GQ', ['Guinea (Equatorial)', 'Republic of Equatorial Guinea', '赤道几内亚共和国']],
    ['SS', ['Sudan (South)', 'Republic of South Sudan', '南苏丹共和国']],
    ['AS', ['Samoa (American)', '美属萨摩亚']],
    ['GB', ['U.K.', 'Ireland (Northern)', 'UK (England)', 'Great Britain/UK', '大不列颠及北爱尔兰联合王国']],
    ['ET', ['Federal Democratic Republic of Ethiopia', '埃塞俄比亚联邦民主共和国']],
    ['LK', ['Democratic Socialist Republic of Sri Lanka', '斯里兰卡民主社会主义共和国', '锡兰', 'Ceylon']],
    ['OM', ['Sultanate of Oman', '阿曼苏丹国', 'Umman']],
    ['LA', ['老挝人民民主共和国', '老挝(LA)', '寮國', 'Lao PDR / Laos']],
    ['TH', ['泰王国', '泰国 Thailand', '泰国（Thailand）', 'Thailand泰国', 'Kingdom of Thailand', 'ไทย', '泰國']],
    ['NL', ['Pays-Bas', 'Niederlande', 'Hollanda', 'the Netherlands', '荷兰王国']],
    ['CZ', ['Çek Cumhuriyeti', 'ÇEK CUMHURİYETİ', 'Tschechien', 'Czech Republic/Czechia', '捷克共和国']],
    ['HR', ['Hırvatistan', 'HIRVATISTAN', 'Kroatien', 'Hrvatska']],
    ['VN', ['越南籍', 'Socialist Republic of Viet Nam', 'Viet-Nam', '越南社会主义共和国', 'Việt Nam']],
    ['SZ', ['Swaziland', 'Kingdom of Eswatini']],
    ['MM', ['Myanmar (Burma)', 'Burma', '缅甸联邦共和国']],
    ['DE', ['Fed. Rep. of Germany', 'Bundesrepublik Deutschland', '德意志联邦共和国', 'East Germany']],
    ['RU', ['Russian Fed.', 'Federación de Rusia', 'Российская Федерация', '俄联邦']],
    ['KZ', ['Республика Казахстан', 'Kazakhstan, Rep.', '哈萨克斯坦共和国']],
    ['ZA', ['S. Africa', 'Republic of South Africa', '南非共和国']],
    ['MH', ['Marshall Is.', 'Republic of the Marshall Islands', '马绍尔群岛共和国']],
    ['foreign', ['国外', '外国', '国外，国别不详', 'foreign', 'foreign, country unknown']],
    ['unknown', ['国别不详', 'not specified', 'Country unknown']],
  ])('%s: %j', (code, names) => {
    expect(names.map(findCountry)).toEqual(names.map(() => code))
  })

  it('in each of the languages that CLDR has here, but for what two countries are called alike', () => {
    const wrong: string[] = []
    for (const language of LANGUAGES)
      for (const { code } of COUNTRIES) {
        const name = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }).of(code)
        if (name === undefined) continue
        const place = readPlace(name)
        if (place?.is === 'country' ? place.code !== code : !(place?.is === 'shared' && place.codes.includes(code)))
          wrong.push(`${language} ${code} ${name}`)
      }
    // The Vietnamese for Russia is the code of Nigeria, and codes come first.
    expect(wrong).toEqual(['vi RU Nga'])
  })
})

it.each([
  'Republic of China',
  'R. of China',
  'República de China',
  'Republika Srpska',
  '中华民国',
  '台湾共和国',
  'State of Georgia',
  '境外',
  '港澳',
  'Northern Cyprus',
  'Tibet',
  '5',
])('%j is no country', (text) => {
  expect(findCountry(text)).toBeUndefined()
})

it.each([
  ['马来西亚/泰国', ['MY', 'TH']],
  ['泰国、老挝', ['LA', 'TH']],
  ['泰国，老挝；越南', ['LA', 'TH', 'VN']],
  ['泰国和老挝', ['LA', 'TH']],
  ['泰国 老挝', ['LA', 'TH']],
  ['泰国、老挝等国', ['LA', 'TH']],
  ['泰国等3国', ['TH']],
  ['泰国→老挝', ['LA', 'TH']],
  ['泰国\n老挝', ['LA', 'TH']],
  ['Thailand and Laos', ['LA', 'TH']],
  ['Thailand, Laos & Viet Nam', ['LA', 'TH', 'VN']],
  ['TH/LA', ['LA', 'TH']],
  ['Sudan/South Sudan', ['SD', 'SS']],
  ['Georgia (USA)', ['GE', 'US']],
  ['中国/越南', ['CN', 'VN']],
])('%j are several countries, and never one of them', (text, codes) => {
  expect(readPlace(text)?.is).toBe('several')
  expect(said(text)).toEqual(codes)
})

it.each(
  '非洲|东南亚|欧盟|中亚五国|非洲8国|东盟国家|一带一路沿线国家|其他国家|多国|拉丁美洲|亚洲、非洲|欧洲各国|海湾国家|South America|Asia|Balkans|Sub-Saharan Africa|Latin America & Caribbean|European Union (27)|Central Asia (5 countries)|West African countries|Middle East|Other countries|Südamerika|Afrika|Юго-Восточная Азия'.split(
    '|',
  ),
)('%s is a region', (text) => {
  expect(readPlace(text)).toEqual({ is: 'region' })
})

describe('a slip of the pen is', () => {
  const names = COUNTRIES.flatMap(({ code, zh, en }) => [
    [zh, code],
    [en, code],
  ]) as [name: string, code: string][]

  it('asked about as the country that was meant, and never as another', () => {
    const wrong: string[] = []
    let [asked, right] = [0, 0]
    for (const [name, code] of names)
      for (const slip of slipsOf(name)) {
        if (readPlace(slip) !== null) continue
        asked++
        const meant = findMistyped(slip)
        if (meant === code) right++
        else if (meant !== undefined) wrong.push(`${slip} for ${name}: ${meant}`)
      }
    expect(wrong).toEqual([])
    expect(asked).toBeGreaterThan(1_500)
    expect(right / asked).toBeGreaterThan(0.6)
  })

  it.each(
    'Bali|Lagos|Konya|Chiba|Perm|Oran|Yalta|Angora|Cameron|Roma|Nice|Styria|Indiana|New Guinea|New England|East Korea|Northern Sudan|Papua|Gulf of Guinea|Columbia District|Total|Student|Siberia|Tahiti|Manama|Panama Canal|英属印度|几内亚湾|孟加拉湾|印度河|蒙古包|内蒙古|西班牙港|安卡拉|马拉加|格拉纳达|东朝鲜|西萨|南美|中非合作|中国南海|北爱|新德里|巴黎|学生|合计|国内|校外'.split(
      '|',
    ),
  )('not seen in %s', (text) => {
    expect(findMistyped(text)).toBeUndefined()
  })
})

/** Some of the ways to mistype a name: a letter left out, twice, or another, two swapped. */
function slipsOf(name: string): string[] {
  const letters = [...name]
  return letters.flatMap((letter, at) => {
    if (!/\p{L}/u.test(letter) || at % 3 !== 1) return []
    const put = (from: number, to: number, ...those: string[]) => letters.toSpliced(from, to, ...those).join('')
    const other = /\p{Script=Han}/u.test(letter) ? '塞' : letter === 'e' ? 'o' : 'e'
    return [put(at, 1), put(at, 0, letter), put(at, 1, other), put(at, 2, letters[at + 1] ?? '', letter)]
  })
}

it('every country has a name in both languages, an alpha-3 code and a continent, and is found by each of them', () => {
  expect(COUNTRIES).toHaveLength(250)
  for (const { code, alpha3, zh, en, continent } of COUNTRIES) {
    expect([zh, en, alpha3, code].map(findCountry), code).toEqual([code, code, code, code])
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(continent).not.toBe('')
  }
})

it('Hong Kong, Macao and Taiwan read as regions of China', () => {
  expect(['HK', 'MO', 'TW'].map((code) => countryName(code).zh)).toEqual(['中国香港', '中国澳门', '中国台湾'])
  expect(['HK', 'MO', 'TW'].map((code) => countryName(code).en)).toEqual([
    'Hong Kong, China',
    'Macao, China',
    'Taiwan, China',
  ])
  expect(countryName('unknown')).toEqual({ zh: '未注明', en: 'unknown' })
  expect(countryName('foreign')).toEqual({ zh: '国外（国别不详）', en: 'Foreign, country not known' })
})

it('a name of another language that says something else here is asked about, and no abbreviation of two letters is taken from it', () => {
  expect(readPlace('EU')).toEqual({ is: 'region' })
  expect(['VK', 'ZK', 'JK'].map(readPlace)).toEqual([null, null, null])
  expect(readPlace('Nigera')).toEqual({ is: 'shared', codes: ['NE', 'NG'] })
  expect(['Irlande', 'Letonia', 'Čad', 'США', 'EUA', '摩納哥'].map(findCountry)).toEqual([
    'IE',
    'LV',
    'TD',
    'US',
    'US',
    'MC',
  ])
})
