import { createContext, useContext, type ReactNode } from 'react'
import type { PageName, PlaceOf } from '@causeway/shared/pages'
import { useAddress } from '../address/address.tsx'
import type { Fault } from '../graph/fault.ts'
import { useAnswer } from '../graph/use-answer.ts'
import { useLanguage } from '../language/language.tsx'
import { mayRead, useSession } from '../session/use-session.tsx'
import type { InstitutionFacts } from '../graph/generated.ts'
import { InstitutionQuery, readYears, registerDay, reportLabel, windowOf, type Years } from './years.ts'

/** What a page about figures is given. */
export interface PageProps<Name extends PageName> {
  setting: Setting
  place: PlaceOf<Name>
}

/** Which college and which year the page is about. */
export interface Setting {
  institution: InstitutionFacts
  years: Years
  /** The year the chosen period begins in. */
  year: number
  /** That year by the report it is filed in, in the reader's language. */
  report: string
  /** The years around it that pictures show. */
  window: { from: number; to: number }
  /** The day that registers are read for in it, YYYY-MM-DD. */
  on: string
  /** Anyone who looks may read records and exact figures of the college. */
  may: boolean
}

export type SettingState =
  | { state: 'waiting' }
  | { state: 'fault'; fault: Fault; retry: () => void }
  /** Nobody has imported an institution yet, or the one asked for is not there. */
  | { state: 'no-institution'; code: string | null }
  | { state: 'no-records'; institution: InstitutionFacts }
  | { state: 'ready'; setting: Setting }

const SettingContext = createContext<SettingState>({ state: 'waiting' })

export function SettingProvider({ children }: { children: ReactNode }) {
  return <SettingContext value={useSettingState()}>{children}</SettingContext>
}

export function useSetting(): SettingState {
  return useContext(SettingContext)
}

/** The college that is chosen, whether it has records or not; null: there is none, or it is not known yet. */
export function useInstitution(): InstitutionFacts | null {
  const state = useSetting()
  if (state.state === 'ready') return state.setting.institution
  return state.state === 'no-records' ? state.institution : null
}

function useSettingState(): SettingState {
  const { view } = useAddress()
  const { locale } = useLanguage()
  const { session } = useSession()
  const code = view.institution
  const { data, waiting, fault, retry } = useAnswer(InstitutionQuery, { code, locale })
  // While another college is asked for, the last one is still what was answered.
  const found = code === null || data?.institution?.code === code ? (data?.institution ?? null) : null
  if (fault && fault.code !== 'UNKNOWN_INSTITUTION' && !found) return { state: 'fault', fault, retry }
  if (!found) return waiting ? { state: 'waiting' } : { state: 'no-institution', code }
  const years = readYears(found)
  if (!years) return { state: 'no-records', institution: found }
  const year = view.year ?? years.last
  const period = years.periodOf(year)
  return {
    state: 'ready',
    setting: {
      ...{ institution: found, years, year, window: windowOf(years, year) },
      ...{ report: reportLabel(period, locale), on: registerDay(found, period), may: mayRead(session, found.code) },
    },
  }
}
