import { Option, type Command } from 'commander'
import type { DimensionFilter } from '@causeway/shared/series'
import {
  argumentOf,
  parseFilter,
  SERIES_ARGUMENT_NAMES,
  type ArgumentKind,
  type SeriesArgument,
} from '@causeway/shared/series-arguments'
import { say } from '../../ground/locale.ts'
import type { SeriesFormat, SeriesOptions } from './print-series.ts'
import { command, invalid, parseYear } from './command-line.ts'
import SAID from './said.json' with { type: 'json' }

const FORMATS: readonly SeriesFormat[] = ['table', 'csv', 'json']

export function seriesCommand(): Command {
  const series = command('series')
  series.given('<INDICATOR>')
  for (const name of SERIES_ARGUMENT_NAMES) series.addOption(optionOf(name))
  const heads = SAID.HEADS
  return series
    .addOption(oneOf('--format <format>', say({ zh: '输出格式', en: 'how to write it' }), FORMATS).default(FORMATS[0]))
    .addOption(oneOf('--heads <language>', say(heads), ['ZH', 'EN']))
    .runs(async (causeway, indicator: string, options: SeriesOptions) => {
      const { printSeries } = await import('./print-series.ts')
      await printSeries(causeway, indicator, options)
    })
}

/** What the command takes where the question has no default. */
const DEFAULTS: { [Name in SeriesArgument]?: string } = {
  from: say({ zh: '默认共五个时段', en: 'default: five periods in all' }),
  to: say({ zh: '默认最近已报齐的完整时段', en: 'default: the last that is complete and reported' }),
}

/** As `--cumulative-from <year>`. */
function optionOf(name: SeriesArgument): Option {
  const { kind, words, values, needed } = argumentOf(name)
  const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  const said =
    asHelp(say(words)) + (DEFAULTS[name] ? say({ zh: `（${DEFAULTS[name]}）`, en: ` (${DEFAULTS[name]})` }) : '')
  if (kind === 'choice') return oneOf(`${flag} <${name}>`, said, values!)
  const [placeholder, parse] = FORMS[kind]
  const option = new Option(`${flag} <${placeholder}>`, said)
  if (parse) option.argParser(parse)
  return option.makeOptionMandatory(needed === true && DEFAULTS[name] === undefined)
}

type Form = [placeholder: string, parse?: (text: string, before: unknown) => unknown]

const FORMS: Record<Exclude<ArgumentKind, 'choice'>, Form> = {
  code: ['code'],
  day: ['MM-DD'],
  year: ['year', parseYear],
  version: ['number', parseVersion],
  release: ['release'],
  time: ['time'],
  dimension: ['dimension'],
  filter: ['D=V,…', (text, before) => [...((before as DimensionFilter[] | undefined) ?? []), readFilter(text)]],
}

/** A sentence of the declaration as help has them: no capital, no full stop. */
function asHelp(sentence: string): string {
  return sentence
    .replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase())
    .replace(/\.$/, '')
    .replaceAll('`', '')
}

/** An option with a closed list of values, written in either case. */
function oneOf(flags: string, description: string, values: readonly string[]): Option {
  const words = values.map((value) => value.toLowerCase()).join('|')
  return new Option(flags, `${description} (${words})`).argParser((text: string) => {
    const found = values.find((value) => value.toLowerCase() === text.toLowerCase().replaceAll('-', '_'))
    if (found === undefined) throw invalid({ zh: `可用：${words}`, en: `It is one of ${words}.` })
    return found
  })
}

function parseVersion(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw invalid({ zh: '应为正整数。', en: 'It must be a whole number from 1 on.' })
  return Number(text)
}

/** `country=VN,LA`; also with the colon of an address. */
function readFilter(text: string): DimensionFilter {
  const filter = parseFilter(text, '=') ?? parseFilter(text, ':')
  if (filter === null) throw invalid({ zh: '应写作 country=VN,LA。', en: 'It is written country=VN,LA.' })
  return filter
}
