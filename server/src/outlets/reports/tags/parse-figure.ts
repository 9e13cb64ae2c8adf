import { argumentOf } from '@causeway/shared/series-arguments'
import { findNearest } from '../../../ground/nearest.ts'
import { once } from '../../../ground/once.ts'
import type { Declaration } from '../../../figures/indicators/definition.ts'
import {
  choices,
  facets,
  FACT_WORDS,
  inside,
  keyAndValue,
  meantBy,
  modifiers,
  nearestWords,
  piecesOf,
  tidy,
  wordOf,
} from './spoken.ts'
import {
  CHOICES,
  FACETS,
  FACTS,
  isWith,
  problem,
  TAG_ARGUMENTS,
  WITH,
  type FigureTag,
  type TagProblem,
} from './kinds.ts'

const MOST_BACK = 50
const MOST_TOP = 100
export const MOST_YEARS = 30

export type Indicators = readonly Declaration[]

/** `EX02`, `SK05.best`, `foreign-students`, 接收国外留学生人数, each with what follows: `.previous`, `.calendar`, `.country=VN,LA`. */
export function parseFigure(name: string, indicators: Indicators, inCategories: boolean): FigureTag | TagProblem {
  const pieces = apartFromName(piecesOf(name), indicators)
  const found = findDeclaration(pieces.length > 0 ? pieces : [''], indicators, inCategories)
  if ('words' in found) return found
  const figure: FigureTag = { declaration: found.declaration, back: 0, facet: 'value' }
  const said = new Map<string, string>()
  for (const piece of pieces.slice(found.length)) {
    const added = addModifier(figure, piece)
    if (typeof added !== 'string') return added
    const before = said.get(added)
    if (before !== undefined)
      return problem(`“${before}”与“${piece}”只能取其一`, `only one of ${before} and ${piece} can be in a tag`)
    said.set(added, piece)
  }
  return figure
}

/** By what each is called in a tag, in small letters: its id, its code, its Chinese name. */
const calledOf = once((indicators: Indicators) => {
  const called = new Map<string, Declaration>()
  for (const one of indicators)
    for (const name of [one.id, one.code.toLowerCase(), tidy(one.name.zh).toLowerCase()])
      if (!called.has(name)) called.set(name, one)
  return called
})

/** What follows the Chinese name of an indicator without a blank: 接收国外留学生人数的增幅. */
function apartFromName([first = '', ...others]: string[], indicators: Indicators): string[] {
  if (!/^\p{Script=Han}/u.test(first) || calledOf(indicators).has(first.toLowerCase())) return [first, ...others]
  const begins = [...calledOf(indicators).keys()].filter((one) => first.toLowerCase().startsWith(one))
  if (begins.length === 0) return [first, ...others]
  const longest = begins.reduce((a, b) => (b.length > a.length ? b : a))
  return [longest, first.slice(longest.length).replace(/^的|^\((.*)\)$/, '$1'), ...others]
}

function findDeclaration(
  pieces: string[],
  indicators: Indicators,
  inCategories: boolean,
): { declaration: Declaration | null; length: number } | TagProblem {
  const [first] = pieces as [string, ...string[]]
  if (inCategories && wordOf(first, inside) === 'figure') return { declaration: null, length: 1 }
  for (const length of [2, 1]) {
    const wanted = pieces.slice(0, length).join('.').toLowerCase()
    const declaration = calledOf(indicators).get(wanted)
    if (declaration) return { declaration, length }
  }
  const variants = indicators
    .filter(({ code }) => code.toLowerCase().startsWith(`${first.toLowerCase()}.`))
    .map(({ code }) => code)
  if (variants.length > 0)
    return problem(`须指明口径：${variants.join('、')}`, `it has variants only: ${variants.join(', ')}`)
  const known = [
    ...FACTS,
    ...Object.values(FACT_WORDS).flat(),
    ...indicators.flatMap(({ id, code, name }) => [code, id, name.zh]),
  ]
  const meant = [...pieces.flatMap((piece) => meantBy(piece)), ...nearestWords(first)]
  const near = [...new Set([...meant, ...findNearest(pieces.join('.'), known, 3)])].slice(0, 3)
  return near.length > 0
    ? problem(`没有这样的标签，是否想用：${near.join('、')}`, `there is no such tag; perhaps ${near.join(', ')}`)
    : problem('没有这样的标签', 'there is no such tag')
}

/** @returns what the modifier settles; each is settled once */
function addModifier(figure: FigureTag, piece: string): string | TagProblem {
  const word = wordOf(piece, modifiers, choices, facets)
  const [, back] = /^(?:previous|上)(\d*)年?$/.exec(word) ?? []
  if (back !== undefined) {
    figure.back = Number(back || 1)
    return figure.back <= MOST_BACK ? 'year' : problem(`最多回溯 ${MOST_BACK} 年`, `at most ${MOST_BACK} years back`)
  }
  if (word === 'next') {
    figure.back = -1
    return 'year'
  }
  if (word === 'partner') {
    figure.ofPartner = true
    return 'partner='
  }
  if (word === 'rest' || word === 'omit') {
    figure[word] = true
    return word
  }
  if (isWith(word)) {
    figure[WITH[word]] = true
    return word
  }
  if (word === 'size-order') {
    figure.bySize = true
    return word
  }
  const facet = FACETS.find((one) => one === word)
  if (facet) {
    figure.facet = facet
    return 'facet'
  }
  const choice = CHOICES.find((one) => one.word === word)
  if (choice) {
    Object.assign(figure, { [choice.name]: choice.value })
    return choice.name
  }
  const said = keyAndValue(piece)
  if (said) return addValue(figure, said.key.toLowerCase(), said.value)
  const words = [...CHOICES.map((one) => one.word), ...FACETS, ...Object.keys(modifiers)]
  const known = [...words, ...Object.values({ ...facets, ...modifiers, ...choices }).flat()]
  const meant = [...new Set([...meantBy(piece), ...findNearest(word, known, 1)])].slice(0, 2)
  return meant.length > 0
    ? problem(
        `不认识“${piece}”，是否想用 ${meant.join(' 或 ')}`,
        `${piece} is not known; perhaps ${meant.join(' or ')}`,
      )
    : problem(`不认识“${piece}”`, `${piece} is not known`)
}

function addValue(figure: FigureTag, key: string, value: string): string | TagProblem {
  const settled = `${key}=`
  if (key === 'against') {
    figure.against = value
    return settled
  }
  if (key === 'top' || key === 'years' || key === 'since') {
    const most = { top: MOST_TOP, years: MOST_YEARS, since: 9999 }[key]
    const number = /^\d{1,4}$/.test(value) ? Number(value) : 0
    if (number < 1 || number > most) return problem(`${key} 须为 1 至 ${most} 的整数`, `${key} is from 1 to ${most}`)
    figure[key] = number
    return settled
  }
  const name = TAG_ARGUMENTS.find((one) => one.toLowerCase() === key)
  const kind = key === 'across' ? 'dimension' : name && argumentOf(name).kind
  if (!kind || kind === 'choice' || kind === 'filter') {
    figure.filter = [...(figure.filter ?? []), { dimension: key, in: value.split(',').filter(Boolean) }]
    return settled
  }
  const isNumber = kind === 'year' || kind === 'version'
  if (isNumber && !/^\d{1,6}$/.test(value)) return problem(`${name} 须为整数`, `${name} is a whole number`)
  const said = isNumber ? Number(value) : kind === 'dimension' ? value.toLowerCase() : value
  Object.assign(figure, { [name ?? key]: said })
  return settled
}
