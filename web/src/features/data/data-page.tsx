import '../../styles/data.css'
import { useEffect, useState } from 'react'
import { Link, useAddress } from '../../address/address.tsx'
import { useLanguage } from '../../language/language.tsx'
import { mayDo, mayRead, leaveNoTrace, useSession } from '../../session/use-session.tsx'
import { useInstitution, useSetting, type SettingState, type Setting } from '../../setting/setting.tsx'
import type { InstitutionFacts } from '../../graph/generated.ts'
import { FailedPart, EmptyState, FaultState, Loading } from '../../ui/states.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { BatchesTab } from './batches-tab.tsx'
import { DataDate } from './data-date.tsx'
import DATA_WORDS from './words.json' with { type: 'json' }
import MISSING_WORDS from './missing-words.json' with { type: 'json' }
import { readBegun } from './import/begun-import.ts'
import { isOf, useImportState } from './import/import-draft.ts'
import { HandTab, type HandWay } from './hand/hand-tab.tsx'
import { ImportTab } from './import/import-tab.tsx'
import { PageHead, PublicData } from './public-data.tsx'
import { RecordsTab } from './records/records-tab.tsx'
import { ReleasesTab } from './releases/releases-tab.tsx'
import { ReportsTab } from './reports/reports-tab.tsx'
import { SameTab } from './same-tab.tsx'
import { periodLabel } from '@causeway/shared/period'
import { rightsOf, rolesWith, ROLE_WORDS, type Role } from '@causeway/shared/rights'
import { owedWords } from '@causeway/shared/reported-years'
import { useAnswer } from '../../graph/use-answer.ts'
import { DueList } from './due-list.tsx'
import { FindingsPanel } from './findings-panel.tsx'
import { MissingQuery, missingVariables, yearsOf, countStates, listDue, unitNames } from './reporting.ts'
import { ReportingMatrix } from './reporting-matrix.tsx'

const TABS = ['missing', 'records', 'import', 'hand', 'batches', 'same', 'releases', 'reports'] as const
type Tab = (typeof TABS)[number]

/** Where a clerk sees what is missing and corrects it; for everyone else, what data there are. */
export function DataPage() {
  const { say } = useLanguage()
  const { session } = useSession()
  const state = useSetting()
  const institution = useInstitution()
  const left = session !== null && !session.signedIn
  useEffect(() => {
    // Of a session that ended by itself, too.
    if (left) leaveNoTrace()
  }, [left])
  useTitle(say(DATA_WORDS.title))
  if (state.state === 'waiting') return <Loading rows={7} />
  if (state.state === 'fault') return <FaultState fault={state.fault} retry={state.retry} page />
  if (state.state === 'no-institution' && state.code !== null) return <UnknownInstitution />
  const code = institution?.code ?? null
  if (!mayRead(session, code)) return <PublicData state={state} institution={institution} />
  return <Desk key={code} state={state} institution={institution} changes={mayDo(session, 'records', code)} />
}

function Desk({
  state,
  institution,
  changes,
}: {
  state: SettingState
  institution: InstitutionFacts | null
  changes: boolean
}) {
  const { say } = useLanguage()
  const { session } = useSession()
  const { view } = useAddress()
  const role = session?.role ?? null
  const offered = TABS.filter(
    (tab) => ((tab !== 'import' && tab !== 'hand') || changes) && (institution !== null || tab === 'import'),
  )
  const wanted = offered.find((tab) => tab === (view.tab === 'paste' ? 'hand' : view.tab))
  // What was begun stays open until it is said what came of it.
  const code = institution?.code ?? null
  const [isUnderWay] = useState(() => readBegun(code) !== null)
  const { draft, report, institution: reported } = useImportState()
  const isBegun = isUnderWay || draft !== null || (report !== null && isOf(reported, code))
  // A college without records has nothing to be missing from: it begins with its first file.
  const open = wanted ?? (changes && (state.state !== 'ready' || isBegun) ? 'import' : (offered[0] ?? null))
  return (
    <>
      <PageHead institution={institution} />
      {changes && institution?.dataDate && <DataDate institution={institution} />}
      {!changes && role !== null && <p className="quiet">{say(DATA_WORDS.readOnly, rightsFacts(role))}</p>}
      <Tabs
        pages
        label={say(DATA_WORDS.tabs)}
        tabs={offered.map((tab) => ({ key: tab, text: say(DATA_WORDS[tab]), to: { page: 'data' }, view: { tab } }))}
        open={open}
      />
      <FailedPart key={open}>
        {open !== null && tabOf(open, state, institution, changes, view.tab === 'paste' ? 'paste' : 'hand')}
      </FailedPart>
    </>
  )
}

/** What the bearer of a role may do, and who may change records. */
function rightsFacts(role: Role) {
  const [own, rights, editor] = [ROLE_WORDS[role], rightsOf(role), rolesWith('records')]
  return {
    ...{ roleZh: own.zh, roleEn: own.en, rightsZh: rights.zh, rightsEn: rights.en },
    ...{ editorZh: editor.zh, editorEn: editor.en },
  }
}

function tabOf(tab: Tab, state: SettingState, institution: InstitutionFacts | null, changes: boolean, way: HandWay) {
  switch (tab) {
    case 'import':
      return <ImportTab institution={institution} />
    case 'hand':
      return <HandTab institution={institution!} way={way} />
    case 'missing':
      return state.state === 'ready' ? (
        <MissingTab setting={state.setting} changes={changes} />
      ) : (
        <NothingYet changes={changes} />
      )
    case 'records':
      return <RecordsTab institution={institution!} changes={changes} />
    case 'batches':
      return <BatchesTab institution={institution!} changes={changes} />
    case 'same':
      return <SameTab institution={institution!} changes={changes} />
    case 'releases':
      return <ReleasesTab institution={institution!} />
    case 'reports':
      return <ReportsTab institution={institution!} />
  }
}

function NothingYet({ changes }: { changes: boolean }) {
  const { say } = useLanguage()
  return (
    <EmptyState title={say(DATA_WORDS.noneYet)}>
      {changes && (
        <Link className="button primary" to={{ page: 'data' }} view={{ tab: 'import' }}>
          {say({ zh: '导入第一份台账', en: 'Import the first file' })}
        </Link>
      )}
    </EmptyState>
  )
}

function UnknownInstitution() {
  const { say } = useLanguage()
  return (
    <EmptyState title={say({ zh: '没有这所院校', en: 'There is no such institution' })} page>
      <Link className="button" to={{ page: 'institutions' }}>
        {say({ zh: '选择院校', en: 'Choose an institution' })}
      </Link>
    </EmptyState>
  )
}

/** What there is for the year and what is not, who owes it, and what looks wrong. */
function MissingTab({ setting, changes }: { setting: Setting; changes: boolean }) {
  const { locale, say } = useLanguage()
  const { institution, year, years } = setting
  const { data, waiting, fault, retry } = useAnswer(MissingQuery, missingVariables(institution.code, year, locale))
  if (!data?.y0) return fault ? <FaultState fault={fault} retry={retry} /> : <Loading rows={8} />
  const names = unitNames(data.units?.edges ?? [])
  const label = periodLabel(years.periodOf(data.y0.year), locale)
  return (
    <div className="data-parts stack-loose" aria-busy={waiting}>
      <p className="data-state">
        {say(MISSING_WORDS.state, { year: label, ...countStates(data.y0) })} {say(owedWords(data.y0.owed))}
        {say({ zh: '。', en: '. ' })}
        {data.y0.partial && <span className="quiet">{say(MISSING_WORDS.partial)}</span>}
      </p>
      {countStates(data.y0).RECORDS === 0 && <p className="note">{say(MISSING_WORDS.nothingHeld)}</p>}
      {fault && <FaultState fault={fault} retry={retry} />}
      <FailedPart>
        <DueList due={listDue(data)} year={data.y0} names={names} institution={institution} changes={changes} />
      </FailedPart>
      {/* Where nothing was ever reported there is nothing to compare. */}
      {yearsOf(data).some(({ completeness }) => completeness.some(({ state }) => state !== 'UNREPORTED')) && (
        <FailedPart>
          <ReportingMatrix data={data} names={names} periodOf={years.periodOf} />
        </FailedPart>
      )}
      <FailedPart>
        <FindingsPanel findings={data.y0.findings} outliers={data.y0.outliers} uncomputed={data.y0.uncomputed} />
      </FailedPart>
    </div>
  )
}
