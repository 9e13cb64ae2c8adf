import { Suspense, type ReactNode } from 'react'
import { factsOf, pathOf, type Place, type PageName } from '@causeway/shared/pages'
import { Link } from './address/address.tsx'
import { useLanguage } from './language/language.tsx'
import { PAGE_PARTS } from './pages.ts'
import { useSetting, type Setting } from './setting/setting.tsx'
import { NothingReleased, ReleaseBand } from './shell/release-band.tsx'
import SHELL_WORDS from './shell/words.json' with { type: 'json' }
import { FailedPart, EmptyState, FaultState, Loading } from './ui/states.tsx'
import { RecordsWanted } from './ui/records-wanted.tsx'
import { periodLabel } from '@causeway/shared/period'
import { isReported } from '@causeway/shared/reported-years'
import { mayRead, useSession } from './session/use-session.tsx'
import { lessReported } from './setting/years.ts'

export function Page({ place }: { place: Place }) {
  const { Page: About } = PAGE_PARTS[place.page]
  const path = pathOf(place)
  const setting = useSetting()
  // The catalogue and what the site is are of no college.
  if (setting.state === 'no-records' && setting.institution.nothingReleased && !APART.has(place.page))
    return <NothingReleased name={setting.institution.name} />
  return (
    <FailedPart key={path} page>
      <ReleaseBand page={place.page} />
      <ReportedBand page={place.page} />
      <Suspense fallback={<Loading rows={7} />}>
        {factsOf(place.page).figures ? (
          <WithSetting>
            {/* Another college, or another thing of the same page, begins anew. */}
            {(setting) => <About key={`${setting.institution.code} ${path}`} setting={setting} place={place} />}
          </WithSetting>
        ) : (
          <About key={path} place={place} />
        )}
      </Suspense>
    </FailedPart>
  )
}

const APART: ReadonlySet<PageName> = new Set([
  'catalogue',
  'developers',
  'about',
  'institutions',
  'sign-in',
  'not-found',
])

/** A page about figures needs a college that has some. */
function WithSetting({ children }: { children: (setting: Setting) => ReactNode }) {
  const { say } = useLanguage()
  const state = useSetting()
  const choose = (
    <Link className="button" to={{ page: 'institutions' }}>
      {say(SHELL_WORDS.choose)}
    </Link>
  )
  switch (state.state) {
    case 'waiting':
      return <Loading rows={7} />
    case 'fault':
      return <FaultState fault={state.fault} retry={state.retry} page />
    case 'no-institution':
      return state.code === null ? (
        <RecordsWanted
          page
          institution={null}
          title={say(SHELL_WORDS.noInstitution)}
          types={[{ name: 'institution', label: say(SHELL_WORDS.institutions) }]}
        />
      ) : (
        <EmptyState title={say(SHELL_WORDS.unknownInstitution)} page>
          {choose}
        </EmptyState>
      )
    case 'no-records':
      return (
        <RecordsWanted
          page
          institution={state.institution.code}
          title={`${state.institution.name}${say({ zh: '：', en: ': ' })}${say(SHELL_WORDS.noRecords)}`}
          types={[]}
        >
          {choose}
        </RecordsWanted>
      )
    case 'ready':
      return children(state.setting)
  }
}

/** Of a year that is less reported than the one that pages open on: how much of it is, and who owes the rest. */
function ReportedBand({ page }: { page: PageName }) {
  const { locale, say } = useLanguage()
  const { session } = useSession()
  const state = useSetting()
  if (state.state !== 'ready' || factsOf(page).ofNoYear) return null
  const { institution, years, year } = state.setting
  const less = lessReported(institution, year)
  if (!less) return null
  const label = periodLabel(years.periodOf(year), locale)
  return (
    <p className="note reported-band" role="note">
      {say(SHELL_WORDS.lessReported, { year: label, expected: less.expected, reported: less.reported })}{' '}
      {!isReported(less) && say(SHELL_WORDS.notCompared)}{' '}
      {mayRead(session, institution.code) && (
        <Link className="nowrap" to={{ page: 'data' }} view={{ tab: 'missing' }}>
          {say(SHELL_WORDS.owedBy)}
        </Link>
      )}
    </p>
  )
}
