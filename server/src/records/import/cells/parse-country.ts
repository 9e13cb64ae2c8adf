import { fill } from '@causeway/shared/words/words'
import { FOREIGN, foreignWords, UNKNOWN, unknownWords } from '@causeway/shared/unknown'
import { didYouMean, findSoundingAlike } from '../../../ground/nearest.ts'
import type { FieldOption } from '../../field-options.ts'
import { countryName, COUNTRIES } from '../../../ground/reference/countries.ts'
import { findCountry, findMistyped, isElsewhere, readPlace } from '../../../ground/reference/find-country.ts'
import { CellProblem, type ParseCell } from '../ground/row-problem.ts'
import { countryWithin } from './country-within.ts'
import REFUSALS from '../ground/refusals.json' with { type: 'json' }

/** Looking for what was meant is slow next to reading a row: a file of a million wrong rows gets it for the first ones only. */
const MOST_SUGGESTIONS = 2_000
/** What is longer is no name, as of a contest with its place, but a text. */
const LONGEST_NAMED = 60
const CODE_BY_CHINESE_NAME = new Map(COUNTRIES.map(({ code, zh }) => [zh, code]))
const FOREIGN_OPTION: FieldOption = { key: FOREIGN, label: foreignWords }
const OR_NONE = fill(REFUSALS.OR_NONE, { foreignWordsZh: foreignWords.zh, unknownWordsZh: unknownWords.zh })

/**
 * How cells of a country are read. `isNothing`: the marks that people write where there is nothing. `mustBeKnown`: it may be neither
 * `unknown` nor `foreign`.
 */
export function makeCountryParser(isNothing: (text: string) => boolean, mustBeKnown = false): ParseCell {
  let suggestions = 0
  return (text) => {
    if (text.trim() === '' || isNothing(text)) return mustBeKnown ? null : UNKNOWN
    const place = readPlace(text)
    switch (place?.is) {
      case 'country':
        return mustBeKnown && (place.code === UNKNOWN || place.code === FOREIGN) ? notKnown() : place.code
      case 'shared':
        return sharedName(place.codes)
      case 'several':
        return severalCountries(place.codes, mustBeKnown)
      case 'region':
        return new CellProblem(
          'UNKNOWN_COUNTRY',
          fill(REFUSALS.NO_ONE_COUNTRY, { OR_NONEZh: OR_NONE.zh, OR_NONEEn: OR_NONE.en }),
        )
    }
    return unknownCountry(suggestions++ < MOST_SUGGESTIONS ? meantBy(text) : [])
  }
}

function notKnown(): CellProblem {
  return new CellProblem('UNKNOWN_COUNTRY', REFUSALS.COUNTRY_NEEDED)
}

/** Who types by sound picks the wrong one of several characters, 太国 for 泰国: of several that sound so, all are asked about. */
function meantBy(text: string): FieldOption[] {
  if (isElsewhere(text)) return []
  const sounding = findSoundingAlike(text, CODE_BY_CHINESE_NAME.keys()).map((name) => CODE_BY_CHINESE_NAME.get(name)!)
  if (sounding.length > 0) return sounding.map(asOption)
  const named = text.length <= LONGEST_NAMED ? countryWithin(text) : null
  const meant = findMistyped(text) ?? (named ? findCountry(text.slice(named.from, named.to)) : undefined)
  return meant === undefined ? [] : [asOption(meant)]
}

function unknownCountry(meant: FieldOption[]): CellProblem {
  const near = asked(meant)
  return new CellProblem('UNKNOWN_COUNTRY', {
    ...fill(REFUSALS.NO_COUNTRY, { nearZh: near.zh, nearEn: near.en }),
    nearest: meant,
  })
}

function sharedName(codes: readonly string[]): CellProblem {
  const meant = codes.map(asOption)
  const near = asked(meant)
  return new CellProblem('UNKNOWN_COUNTRY', {
    ...fill(REFUSALS.SEVERAL_COUNTRIES, { nearZh: near.zh, nearEn: near.en }),
    nearest: meant,
  })
}

/** Of what is spread over several countries, all of them foreign, that much is known. */
const NOT_FOREIGN = ['CN', 'HK', 'MO', 'TW']

function severalCountries(codes: readonly string[], mustBeKnown: boolean): CellProblem {
  const names = codes.map(asOption)
  const list = {
    zh: names.map(({ label }) => label.zh).join('、'),
    en: names.map(({ label }) => label.en).join('; '),
  }
  return new CellProblem('SEVERAL_VALUES', {
    zh: `写有不止一个国家（${list.zh}）；此处只能填一个。请每国各写一行，或在对照中写明如何拆分（split_rows、split），或用 values 写明它算哪一国${OR_NONE.zh}`,
    en: `it names more than one country (${list.en}), and the field takes one. Give each country its own row, or say in a mapping how to part them (split_rows, split), or by values which it is${OR_NONE.en}`,
    nearest: mustBeKnown || codes.some((code) => NOT_FOREIGN.includes(code)) ? names : [...names, FOREIGN_OPTION],
  })
}

function asked(meant: readonly FieldOption[]): { zh: string; en: string } {
  return {
    zh: didYouMean(meant.map(({ label }) => label.zh)).zh,
    en: didYouMean(meant.map(({ label }) => label.en)).en,
  }
}

function asOption(code: string): FieldOption {
  return { key: code, label: countryName(code) }
}
