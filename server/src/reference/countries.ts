import { createRequire } from 'node:module'
import { FOREIGN, foreignWords, UNKNOWN, unknownWords } from '@causeway/shared/unknown'
import type { Words } from '@causeway/shared/words/words'
import { CONTINENTS } from './continents.ts'
import { readDataFile } from './read-data-file.ts'

interface Country {
  /** ISO 3166-1 alpha-2. */
  code: string
  alpha3: string
  zh: string
  en: string
  /** Id of its continent. */
  continent: string
}

const UNKNOWN_ALIASES = [UNKNOWN, '未注明', '未知', '不详', 'not known', 'n/a']
/** Words that say abroad and nothing nearer. 境外 is none of them: that may be Hong Kong, Macao or Taiwan. */
const FOREIGN_ALIASES = [FOREIGN, ...Object.values(foreignWords), '国外', '外国', '外籍', 'foreign, country unknown']

type Names = Record<string, string | string[]>
const require = createRequire(import.meta.url)
const [zhNames, enNames] = ['zh', 'en'].map(
  (language) => (require(`i18n-iso-countries/langs/${language}.json`) as { countries: Names }).countries,
) as [Names, Names]
const alpha3Of = new Map(
  (require('i18n-iso-countries/codes.json') as string[][]).map(([alpha2, alpha3]) => [alpha2!, alpha3!]),
)
const ours = readDataFile<Record<string, { zh: string[]; en: string[] }>>('country-names.yaml').data

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
const BY_ALPHA_3 = new Map(COUNTRIES.map(({ alpha3, code }) => [alpha3, code]))
const BY_NAME = new Map<string, string>()
/** Names that more than one country has, and the codes of these. */
const SHARED_NAMES = new Map<string, string[]>()
for (const { code } of COUNTRIES) {
  for (const name of [...namesOf(code, 'zh'), ...namesOf(code, 'en')]) {
    const comparable = toComparable(name)
    const other = BY_NAME.get(comparable) ?? code
    if (other !== code) SHARED_NAMES.set(comparable, [...(SHARED_NAMES.get(comparable) ?? [other]), code])
    BY_NAME.set(comparable, code)
  }
}
for (const name of SHARED_NAMES.keys()) BY_NAME.delete(name)
for (const name of UNKNOWN_ALIASES) BY_NAME.set(toComparable(name), UNKNOWN)
for (const name of FOREIGN_ALIASES) BY_NAME.set(toComparable(name), FOREIGN)

/**
 * The code of a country that a person wrote: its Chinese or English name, alpha-2 or alpha-3; `unknown` and `foreign` for
 * words that say so. A name that two have is neither's.
 */
export function findCountry(text: string): string | undefined {
  // Codes to the letter, or `N/A` would be Namibia.
  const code = text.normalize('NFKC').trim().toUpperCase()
  if (BY_CODE.has(code)) return code
  return BY_ALPHA_3.get(code) ?? BY_NAME.get(toComparable(text))
}

/** Codes of the countries that go by one name, as Congo: which of them is meant cannot be told. Empty: no such name. */
export function findNamesakes(text: string): readonly string[] {
  return SHARED_NAMES.get(toComparable(text)) ?? []
}

/** The country of a code. */
export function countryOf(code: string): Country | undefined {
  return BY_CODE.get(code)
}

/** 中国香港, `Hong Kong, China`; a code that is none stands for itself. */
export function countryName(code: string): Words {
  if (code === UNKNOWN) return unknownWords
  if (code === FOREIGN) return foreignWords
  const country = BY_CODE.get(code)
  return country ? { zh: country.zh, en: country.en } : { zh: code, en: code }
}

/** Every name a country is known by in a language, the one that is shown first. */
function namesOf(code: string, language: 'zh' | 'en'): string[] {
  const listed = (language === 'zh' ? zhNames : enNames)[code]
  return [...(ours[code]?.[language] ?? []), ...(listed === undefined ? [] : [listed].flat())]
}

/** Case, width, accents, spaces and punctuation do not tell two countries apart. */
function toComparable(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('&', 'and')
    .replace(/[^\p{L}\p{N}]/gu, '')
}
