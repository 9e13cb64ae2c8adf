import { createContext, useContext, type ReactNode } from 'react'
import { useAddress } from '../address/use-address.ts'
import type { Fault } from '../graph/fault.ts'
import { useAnswer } from '../graph/use-answer.ts'
import { useLanguage } from '../language/language.tsx'
import { useSession } from '../session/use-session.tsx'
import { FirstInstitutionsQuery, InstitutionQuery, type InstitutionFacts } from './setting-query.ts'
import { readYears, type Years } from './years.ts'

/** Which college and which year the page is about. */
export interface Setting {
  institution: InstitutionFacts
  years: Years
  /** The year the chosen period begins in. */
  year: number
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

function useSettingState(): SettingState {
  const { view } = useAddress()
  const { locale } = useLanguage()
  const { session } = useSession()
  const code = view.institution ?? session?.institution ?? null
  const named = useAnswer(InstitutionQuery, { code: code ?? '', locale }, session === null || code === null)
  const first = useAnswer(FirstInstitutionsQuery, { locale }, session === null || code !== null)
  if (session === null) return { state: 'waiting' }

  const asked = code === null ? first : named
  const found =
    code === null
      ? openingOf(first.data?.institutions?.edges.map((edge) => edge.node) ?? [])
      : named.data?.institution?.code === code
        ? named.data.institution
        : null
  if (asked.fault && asked.fault.code !== 'UNKNOWN_INSTITUTION' && !found) {
    return { state: 'fault', fault: asked.fault, retry: asked.retry }
  }
  if (!found) return asked.waiting ? { state: 'waiting' } : { state: 'no-institution', code }
  const years = readYears(found)
  if (!years) return { state: 'no-records', institution: found }
  return { state: 'ready', setting: { institution: found, years, year: view.year ?? years.last } }
}

/** A college of one's own goes before the demonstration college. */
function openingOf(institutions: InstitutionFacts[]): InstitutionFacts | null {
  return institutions.find((one) => !one.demonstration && one.dataDate !== null) ?? institutions[0] ?? null
}
