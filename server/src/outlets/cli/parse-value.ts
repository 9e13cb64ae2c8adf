import { InvalidArgumentError } from 'commander'
import { isIsoDate } from '@causeway/shared/day'
import { say } from '../../ground/locale.ts'
import { FIRST_YEAR, LAST_YEAR } from '@causeway/shared/period'
import type { ReplacedStretch } from '../../records/stretch.ts'

/** A day of the command line, YYYY-MM-DD. */
export function parseDay(text: string): string {
  if (!isIsoDate(text)) throw new InvalidArgumentError(say({ zh: '应为 YYYY-MM-DD。', en: 'It must be YYYY-MM-DD.' }))
  return text
}

/** A year of the command line. */
export function parseYear(text: string): number {
  if (!/^\d{4}$/.test(text))
    throw new InvalidArgumentError(say({ zh: '应为四位年份。', en: 'It must be a year of four digits.' }))
  return Number(text)
}

/** One `--replaces` of a command line, put with those before it. */
export function parseReplaces(text: string, before: ReplacedStretch | undefined): ReplacedStretch {
  const { years, units } = before ?? { years: [], units: [] }
  const [, name, value] = /^(year|unit)=(.+)$/s.exec(text.normalize('NFKC').trim()) ?? []
  if (name === 'unit') return { years, units: [...units, value!.trim()] }
  const year = Number(value)
  if (name === 'year' && /^\d{4}$/.test(value!) && year >= FIRST_YEAR && year <= LAST_YEAR)
    return { years: [...years, year], units }
  throw new InvalidArgumentError(
    say({
      zh: '应为 year=年份（如 year=2023，即 2023—2024学年）或 unit=部门代码。',
      en: 'It must be year=Y (year=2023 is the school year 2023/24) or unit=CODE.',
    }),
  )
}
