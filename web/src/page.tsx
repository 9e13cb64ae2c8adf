import { Suspense, type ReactNode } from 'react'
import { factsOf, pathOf, type Place } from '@causeway/shared/pages'
import { Link } from './address/link.tsx'
import { useAddress } from './address/use-address.ts'
import { useLanguage } from './language/language.tsx'
import { PAGE_PARTS } from './pages.ts'
import { useSetting, type Setting } from './setting/setting.tsx'
import { ReportedBand } from './shell/reported-band.tsx'
import { SHELL_WORDS } from './shell/words.ts'
import { FailedPart } from './ui/failed-part.tsx'
import { RecordsWanted } from './ui/records-wanted.tsx'
import { EmptyState, FaultState, Loading } from './ui/states.tsx'

export function Page({ place }: { place: Place }) {
  const { Page: About } = PAGE_PARTS[place.page]
  const path = pathOf(place)
  return (
    <FailedPart key={path} page>
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
