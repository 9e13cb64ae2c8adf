import type { ReactNode } from 'react'
import type { Place } from './address/place.ts'
import { Link } from './address/link.tsx'
import { useAddress } from './address/use-address.ts'
import { IndicatorPage } from './features/indicator/indicator-page.tsx'
import { InstitutionsPage } from './features/institutions/institutions-page.tsx'
import { NotFoundPage } from './features/not-found/not-found-page.tsx'
import { OverviewPage } from './features/overview/overview-page.tsx'
import { SignInPage } from './features/sign-in/sign-in-page.tsx'
import { ThemePage } from './features/theme/theme-page.tsx'
import { useLanguage } from './language/language.tsx'
import { useSetting, type Setting } from './setting/setting.tsx'
import { SHELL_WORDS } from './shell/words.ts'
import { EmptyState, FaultState, Loading } from './ui/states.tsx'

export function Page({ place }: { place: Place }) {
  switch (place.page) {
    case 'overview':
      return <WithSetting>{(setting) => <OverviewPage key={setting.institution.code} setting={setting} />}</WithSetting>
    case 'theme':
      return (
        <WithSetting>
          {(setting) => (
            <ThemePage key={`${setting.institution.code} ${place.theme}`} setting={setting} theme={place.theme} />
          )}
        </WithSetting>
      )
    case 'indicator':
      return (
        <WithSetting>
          {(setting) => (
            <IndicatorPage key={`${setting.institution.code} ${place.id}`} setting={setting} id={place.id} />
          )}
        </WithSetting>
      )
    case 'institutions':
      return <InstitutionsPage />
    case 'sign-in':
      return <SignInPage />
    case 'not-found':
      return <NotFoundPage />
  }
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
  switch (state.state) {
    case 'waiting':
      return <Loading rows={6} />
    case 'fault':
      return <FaultState fault={state.fault} retry={state.retry} page />
    case 'no-institution':
      return state.code === null ? (
        <EmptyState title={say(SHELL_WORDS.noInstitution)} page>
          <p>{say(SHELL_WORDS.noInstitutionText)}</p>
          <pre className="command">npm run -s causeway -- import institutions.xlsx --as institution</pre>
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
          {choose}
        </EmptyState>
      )
    case 'ready':
      return children(state.setting)
  }
}
