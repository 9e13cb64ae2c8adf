import { periodLabel } from '@causeway/shared/period'
import { isReported } from '@causeway/shared/reported-years'
import { Link } from '../address/link.tsx'
import { factsOf, type PageName } from '@causeway/shared/pages'
import { useAddress } from '../address/use-address.ts'
import { fill } from '../language/fill.ts'
import { useLanguage } from '../language/language.tsx'
import { mayRead } from '../session/may.ts'
import { useSession } from '../session/use-session.tsx'
import { useSetting } from '../setting/setting.tsx'
import { lessReported } from '../setting/years.ts'
import { SHELL_WORDS } from './words.ts'

/** Of a year that is less reported than the one that pages open on: how much of it is, and who owes the rest. */
export function ReportedBand({ page }: { page: PageName }) {
  const { locale, say } = useLanguage()
  const { session } = useSession()
  const address = useAddress()
  const state = useSetting()
  if (state.state !== 'ready' || factsOf(page).ofNoYear) return null
  const { institution, years, year } = state.setting
  const less = lessReported(institution, year)
  if (!less) return null
  const label = periodLabel(years.periodOf(year), locale)
  return (
    <p className="note reported-band" role="note">
      {say(fill(SHELL_WORDS.lessReported, { year: label, expected: less.expected, reported: less.reported }))}{' '}
      {!isReported(less) && say(SHELL_WORDS.notCompared)}{' '}
      {mayRead(session, institution.code) && (
        <Link className="nowrap" href={address.to({ page: 'data' }, { tab: 'missing' })}>
          {say(SHELL_WORDS.owedBy)}
        </Link>
      )}
    </p>
  )
}
