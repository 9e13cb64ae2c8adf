import { Suspense, type ReactNode } from 'react'
import { pathOf, type Place } from './address/place.ts'
import { Link } from './address/link.tsx'
import { useAddress } from './address/use-address.ts'
import { useLanguage } from './language/language.tsx'
import { PAGES } from './pages.ts'
import { useSetting, type Setting } from './setting/setting.tsx'
import { SHELL_WORDS } from './shell/words.ts'
import { FailedPart } from './ui/failed-part.tsx'
import { EmptyState, FaultState, Loading } from './ui/states.tsx'

export function Page({ place }: { place: Place }) {
  const { Page: About, needsSetting } = PAGES[place.page] ?? PAGES['not-found']!
  const path = pathOf(place)
  return (
    <FailedPart key={path} page>
      <Suspense fallback={<Loading rows={7} />}>
        {needsSetting ? (
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

/** A page about figures needs a college that has some. */
function WithSetting({ children }: { children: (setting: Setting) => ReactNode }) {
  const { say } = useLanguage()
  const address = useAddress()
  const state = useSetting()
  const choose = (
    <Link className="button" href={address.to({ page: 'institutions' })}>
      {say(SHELL_WORDS.choose)}
    </Link>
  )
  const bring = (
    <Link className="button" href={address.to({ page: 'data' }, { tab: 'import' })}>
      {say(SHELL_WORDS.bring)}
    </Link>
  )
  switch (state.state) {
    case 'waiting':
      return <Loading rows={7} />
    case 'fault':
      return <FaultState fault={state.fault} retry={state.retry} page />
    case 'no-institution':
      return state.code === null ? (
        <EmptyState title={say(SHELL_WORDS.noInstitution)} page>
          <p>{say(SHELL_WORDS.noInstitutionText)}</p>
          <pre className="command">npm run -s causeway -- import institutions.xlsx --as institution</pre>
          {bring}
        </EmptyState>
      ) : (
        <EmptyState title={say(SHELL_WORDS.unknownInstitution)} page>
          {choose}
        </EmptyState>
      )
    case 'no-records':
      return (
        <EmptyState title={`${state.institution.name}${say({ zh: '：', en: ': ' })}${say(SHELL_WORDS.noRecords)}`} page>
          <p>{say(SHELL_WORDS.noRecordsText)}</p>
          <pre className="command">{`npm run -s causeway -- import enrolments.xlsx --as enrolment --institution ${state.institution.code}`}</pre>
          <div className="actions">
            {bring}
            {choose}
          </div>
        </EmptyState>
      )
    case 'ready':
      return children(state.setting)
  }
}
