import { InvalidArgumentError } from 'commander'
import { FIRST_YEAR, LAST_YEAR } from '@causeway/shared/period'
import type { ReplacedStretch } from '../../records/replaced-stretch.ts'
import { say } from '../../ground/locale.ts'

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
