import { describe, expect, it } from 'vitest'
import { COUNTRIES, countryName, findCountry, findNamesakes } from '@causeway/server/reference/countries'

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

it.each([
  ['Korea', ['KR', 'KP']],
  [' korea ', ['KR', 'KP']],
  ['CONGO', ['CD', 'CG']],
])('%j is the name of two countries and stands for neither', (name, both) => {
  expect(findCountry(name)).toBeUndefined()
  expect([...findNamesakes(name)].sort()).toEqual([...both].sort())
})

it('a name that one country has is no shared one', () => {
  expect(findNamesakes('South Korea')).toEqual([])
  expect(findNamesakes('Narnia')).toEqual([])
})

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
