import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { COUNTRIES, countryName } from '@causeway/server/ground/reference/countries'
import { LANGUAGES } from '@causeway/server/ground/reference/place-names'
import { findCountry, findMistyped, readPlace } from '@causeway/server/ground/reference/find-country'

type Names = Record<string, string[]>
const NAMES = parse(readFileSync(join(import.meta.dirname, 'countries.yaml'), 'utf8')) as Record<
  'known' | 'written' | 'shared' | 'several',
  Names
> & { none: string[] }

describe('a country is known by', () => {
  it.each(Object.entries(NAMES.known))('%s: %j', (code, names) => {
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

it.each(Object.entries(NAMES.shared))('%j may be each of several places and is none of them', (name, codes) => {
  expect(readPlace(name)?.is).toBe('shared')
  expect(said(name)).toEqual(codes)
})

describe('what people write of one country', () => {
  // No name here is in the list that the code reads, but for those of the first two lines.
  it.each(Object.entries(NAMES.written))('%s: %j', (code, names) => {
    expect(names.map(findCountry)).toEqual(names.map(() => code))
  })

  it('in each of the languages that CLDR has here, but for what two countries are called alike', () => {
    const wrong: string[] = []
    for (const language of LANGUAGES) {
      const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
      for (const { code } of COUNTRIES) {
        const name = names.of(code)
        if (name === undefined) continue
        const place = readPlace(name)
        if (place?.is === 'country' ? place.code !== code : !(place?.is === 'shared' && place.codes.includes(code)))
          wrong.push(`${language} ${code} ${name}`)
      }
    }
    // The Vietnamese for Russia is the code of Nigeria, and codes come first.
    expect(wrong).toEqual(['vi RU Nga'])
  })
})

it.each(NAMES.none)('%j is no country', (text) => {
  expect(findCountry(text)).toBeUndefined()
})

it.each(Object.entries(NAMES.several))('%j are several countries, and never one of them', (text, codes) => {
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
