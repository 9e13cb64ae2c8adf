import { formatFigure } from '@causeway/shared/format-figure'
import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'
import { spoken } from '../../language/spoken.ts'
import type { SkillIndicator, SkillsAnswer } from './skills-query.ts'

/** What is told first of those who graduated. */
const OF_GRADUATES: { code: string; words: Words }[] = [
  { code: 'SK04', words: { zh: '证书获取率', en: 'certificate rate' } },
  { code: 'SK15.dec', words: { zh: '年底毕业去向落实率', en: 'destination rate at the end of the year' } },
]

/** What the figures of a year say of those who graduated, else of what was won abroad. Null: neither is known. */
export function headlineOf({ indicators }: SkillsAnswer, year: number, locale: Locale): string | null {
  const told = OF_GRADUATES.flatMap(({ code, words }) => {
    const figure = figureOf(indicators, code, year)
    return figure ? [{ label: figure.label, text: `${inLocale(words, locale)} ${textOf(figure, locale)}` }] : []
  })
  if (told.length === 0) return awardsOf(indicators, year, locale)
  const cohort = told[0]!.label
  const texts = told.map(({ text }) => text)
  return inLocale({ zh: `${cohort}毕业生：${texts.join('，')}`, en: `The ${cohort}: ${texts.join(', ')}` }, locale)
}

/** Of a college that has no graduates on record: what its competitors won. */
function awardsOf(indicators: SkillIndicator[], year: number, locale: Locale): string | null {
  const won = figureOf(indicators, 'SK01', year)
  if (!won?.figure.value) return null
  const text = textOf(won, locale)
  const words = {
    zh: `${won.label}国（境）外技能大赛获奖 ${text}`,
    en: `${text} won in competitions abroad in ${won.label}`,
  }
  return inLocale(words, locale)
}

/** The number that an indicator has in a year, if it has one. */
function figureOf(indicators: SkillIndicator[], code: string, year: number) {
  const indicator = indicators.find((one) => one.code === code)
  const figure = indicator?.series?.figures.find(({ period }) => period.year === year)
  if (!indicator || !figure || figure.value === null) return null
  return { figure, unit: indicator.unit, label: figure.period.label }
}

function textOf({ figure, unit }: NonNullable<ReturnType<typeof figureOf>>, locale: Locale): string {
  return formatFigure(figure, { decimals: 0, unit: spoken(unit) }, locale)
}
