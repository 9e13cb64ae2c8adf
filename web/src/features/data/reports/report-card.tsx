import { periodLabel } from '@causeway/shared/period'
import type { InstitutionFacts, ReportFacts } from '../../../graph/generated.ts'
import { useDeed } from '../../../graph/send-change.ts'
import { useAnswer } from '../../../graph/use-answer.ts'
import { useLanguage } from '../../../language/language.tsx'
import { useSetting } from '../../../setting/setting.tsx'
import { Button } from '../../../ui/button.tsx'
import { FactList } from '../../../ui/fact-list.tsx'
import { NotDone } from '../../../ui/not-done.tsx'
import { FaultState, Loading } from '../../../ui/states.tsx'
import { FiguresTable } from './figures-table.tsx'
import { MakingProgress, useProgressName } from '../making-progress.tsx'
import { RefreshReportMutation, RemoveReportMutation, ReportQuery } from './report-queries.ts'
import { saveDocument } from './save-document.ts'
import WORDS from './words.json' with { type: 'json' }

interface Props {
  report: ReportFacts
  institution: InstitutionFacts
  mayKeep: boolean
  onDone: (said: string) => void
}

/** One report that is kept: of what it is, and what has moved since. */
export function ReportCard({ report, institution: { code }, mayKeep, onDone }: Props) {
  const { locale, say, formatMoment } = useLanguage()
  const setting = useSetting()
  const progress = useProgressName()
  const { busy, refused, fault, send, forget } = useDeed()
  const { id, title, year, release, keptAt, keptBy, fileName, address } = report
  const now = useAnswer(ReportQuery, { institution: code, id, locale })
  const years = setting.state === 'ready' ? setting.setting.years : null

  async function refresh(keepAs: string | null) {
    const done = await send(RefreshReportMutation, { institution: code, report: id, keepAs, progress })
    if (!done) return
    if (keepAs === null) saveDocument(done.document, done.fileName, null)
    const of = (...wanted: string[]) => done.figures.filter(({ outcome }) => wanted.includes(outcome ?? '')).length
    onDone([say(WORDS.refreshed, { written: of('written'), kept: of('kept', 'commented') }), ...done.said].join(' '))
    if (keepAs !== null) forget()
  }

  async function remove() {
    const done = await send(RemoveReportMutation, { institution: code, report: id })
    if (!done) return
    onDone(say(WORDS.removed, { title: done.title }))
    forget()
  }

  const named = (words: (typeof WORDS)['refresh'], onClick: () => void) => (
    <Button disabled={busy} onClick={onClick}>
      {say(words)}
      <span className="for-ears">{say(WORDS.ofReport, { title })}</span>
    </Button>
  )
  return (
    <section className="card stack" aria-label={title} aria-busy={busy}>
      <h2>{title}</h2>
      <FactList
        facts={[
          [WORDS.year, years && periodLabel(years.periodOf(year), locale)],
          [WORDS.release, release ?? say(WORDS.live)],
          [WORDS.keptAt, formatMoment(keptAt)],
          [WORDS.keptBy, keptBy?.name ?? null],
        ]}
      />
      <p>
        <a href={address} download={fileName}>
          {fileName}
        </a>
      </p>
      {now.data?.report ? (
        <FiguresTable figures={now.data.report.figures} />
      ) : now.fault ? (
        <FaultState fault={now.fault} retry={now.retry} />
      ) : (
        <Loading rows={2} />
      )}
      <NotDone refused={refused} fault={fault} retry={() => void refresh(null)} />
      <div className="actions">
        {named(WORDS.refresh, () => void refresh(null))}
        {mayKeep && named(WORDS.keepRefreshed, () => void refresh(title))}
        {mayKeep && named(WORDS.remove, () => void remove())}
      </div>
      {busy && <MakingProgress name={progress} />}
    </section>
  )
}
