import { createRequire } from 'node:module'
import type { Words } from '@causeway/shared/words/words'
import type { Scope } from '@causeway/shared/series'
import { UNKNOWN, FOREIGN, foreignWords, unknownWords } from '@causeway/shared/unknown'
import { readShipped } from '../shipped-yaml.ts'

interface Continent {
  /** `asia`, `africa`, … */
  id: string
  name: Words
  /** Codes of its countries. */
  countries: string[]
}

interface ContinentsFile {
  continents: Record<string, { name: Words; countries: string }>
}

const file = readShipped<ContinentsFile>(import.meta.dirname, 'data/continents.yaml')
export const CONTINENTS_TEXT = file.text

/** In the order they are shown. */
export const CONTINENTS: readonly Continent[] = Object.entries(file.data.continents).map(
  ([id, { name, countries }]) => ({
    id,
    name,
    countries: countries.split(' '),
  }),
)

/** 国外 leaves them out for China, 国（境）外 takes them in (contract.md, Periods, scopes, zero). */
const OUTSIDE_THE_BORDER_BUT_NOT_ABROAD: Record<string, string[]> = { CN: ['HK', 'MO', 'TW'] }

/** The country codes that are not inside a scope, seen from an institution's country. */
export function placesOutside(scope: Scope, home: string): string[] {
  return scope === 'ABROAD' ? [home, ...(OUTSIDE_THE_BORDER_BUT_NOT_ABROAD[home] ?? []), UNKNOWN] : [home, UNKNOWN]
}

interface Country {
  /** ISO 3166-1 alpha-2. */
  code: string
  alpha3: string
  zh: string
  en: string
  /** Id of its continent. */
  continent: string
}

type Names = Record<string, string | string[]>
const require = createRequire(import.meta.url)
const listed = { zh: listedNames('zh'), en: listedNames('en') }
const alpha3Of = new Map(
  (require('i18n-iso-countries/codes.json') as string[][]).map(([alpha2, alpha3]) => [alpha2!, alpha3!]),
)
const ours = readShipped<Record<string, { zh?: string[]; en?: string[] }>>(
  import.meta.dirname,
  'data/country-names.yaml',
).data

/** Every country and region of ISO 3166-1, by continent. */
export const COUNTRIES: readonly Country[] = CONTINENTS.flatMap(({ id, countries }) =>
  countries.map((code) => ({
    code,
    alpha3: alpha3Of.get(code) ?? code,
    zh: namesOf(code, 'zh')[0]!,
    en: namesOf(code, 'en')[0]!,
    continent: id,
  })),
)

const BY_CODE = new Map(COUNTRIES.map((country) => [country.code, country]))

/** The country of a code. */
export function countryOf(code: string): Country | undefined {
  return BY_CODE.get(code)
}

/** 中国香港, `Hong Kong, China`; a code that is none represents itself. */
export function countryName(code: string): Words {
  if (code === UNKNOWN) return unknownWords
  if (code === FOREIGN) return foreignWords
  const country = BY_CODE.get(code)
  return country ? { zh: country.zh, en: country.en } : { zh: code, en: code }
}

/** The names that a country has in our own list and in i18n-iso-countries, the one that is shown first. */
export function namesOf(code: string, language: 'zh' | 'en'): string[] {
  return [...(ours[code]?.[language] ?? []), ...[listed[language][code] ?? []].flat()]
}

/** The names by code that i18n-iso-countries has in a language; none where it lacks the language. */
export function listedNames(language: string): Names {
  const isThere = (require('i18n-iso-countries/supportedLocales.json') as string[]).includes(language)
  return isThere ? (require(`i18n-iso-countries/langs/${language}.json`) as { countries: Names }).countries : {}
}
