import { WINDOW_YEARS } from '@causeway/shared/opening-years'
import { useAddress } from '../address/use-address.ts'
import { useLanguage } from '../language/language.tsx'
import type { Setting } from '../setting/setting.tsx'
import { reportLabel } from '../setting/years.ts'
import { useStill } from '../still/still.ts'
import { SHELL_WORDS } from './words.ts'

/** Years by the report they are filed in, both years of the school year in sight. */
export function YearPicker({ setting }: { setting: Setting }) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const still = useStill()
  const { years, year } = setting
  // A page that is a file shows the year it was written for.
  if (still) return <span className="year">{reportLabel(years.periodOf(year), locale)}</span>
  const listed = Array.from({ length: WINDOW_YEARS }, (_, back) => years.newest - back)
  if (!listed.includes(year)) listed.push(year)
  return (
    <>
      <label className="for-ears" htmlFor="year">
        {say(SHELL_WORDS.year)}
      </label>
      <select
        id="year"
        className="year"
        value={year}
        onChange={(event) =>
          address.change({ year: Number(event.target.value), on: null, category: null, records: null, after: null })
        }
      >
        {listed.map((one) => {
          const period = years.periodOf(one)
          return (
            <option key={one} value={one}>
              {reportLabel(period, locale)}
              {period.partial ? say(SHELL_WORDS.partial) : ''}
            </option>
          )
        })}
      </select>
    </>
  )
}
