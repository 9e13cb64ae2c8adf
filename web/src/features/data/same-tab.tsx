import '../../styles/data.css'
import { useId, useState } from 'react'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import type { InstitutionFacts, Candidate, Decision } from '../../graph/generated.ts'
import { DecidedSame } from '../../ui/decided-same.tsx'
import { FaultState, Loading } from '../../ui/states.tsx'
import { Said } from '../../ui/form-actions.tsx'
import { DecideSame, SameQuery, UndoMutation } from './decide-same.tsx'
import { useDeed } from '../../graph/send-change.ts'
import { NotDone } from '../../ui/not-done.tsx'
import UI_WORDS from '../../ui/words.json' with { type: 'json' }
import { Button } from '../../ui/button.tsx'
import SAME_WORDS from './same-words.json' with { type: 'json' }

/** Decisions that two things are one: those made, and what is spelled so much alike that somebody should decide. */
export function SameTab({ institution, changes }: { institution: InstitutionFacts; changes: boolean }) {
  const { locale, say } = useLanguage()
  const { data, waiting, fault, retry } = useAnswer(SameQuery, { institution: institution.code, locale })
  const [said, setSaid] = useState<string | null>(null)
  const [deciding, setDeciding] = useState<Candidate | 'own' | null>(null)
  const ids = { candidates: useId(), decisions: useId() }
  if (!data) return fault ? <FaultState fault={fault} retry={retry} /> : <Loading rows={8} />
  const types = [...data.recordTypes, { name: 'person', label: say(SAME_WORDS.person) }]
  const candidates = data.sameAsCandidates ?? []
  const tell = (text: string) => {
    setDeciding(null)
    setSaid(text)
  }
  return (
    <div className="data-parts stack-loose" aria-busy={waiting}>
      <p className="quiet">{say(SAME_WORDS.intro)}</p>
      <Said text={said} />
      <section className="card" aria-labelledby={ids.candidates}>
        <header className="card-head">
          <h2 id={ids.candidates}>
            {say(SAME_WORDS.candidates)} {candidates.length > 0 && <span className="count">{candidates.length}</span>}
          </h2>
          {changes && (
            <Button aria-expanded={deciding === 'own'} onClick={() => setDeciding(deciding === 'own' ? null : 'own')}>
              {say(SAME_WORDS.own)}
            </Button>
          )}
        </header>
        {deciding === 'own' && (
          <DecideSame
            institution={institution}
            types={types}
            candidate={null}
            onDone={tell}
            onCancel={() => setDeciding(null)}
          />
        )}
        {candidates.length === 0 && <p className="quiet">{say(SAME_WORDS.candidatesNone)}</p>}
        <ul className="candidates stack">
          {candidates.map((candidate) => (
            <li key={`${candidate.recordType.name} ${candidate.name} ${candidate.code}`}>
              <div>
                <p>
                  <b>{candidate.name}</b> <code>{candidate.code}</code> ≈ <b>{candidate.sameAsName}</b>{' '}
                  <code>{candidate.sameAs}</code>
                </p>
                <p className="quiet">
                  {candidate.recordType.label}
                  {say({ zh: '：', en: ': ' })}
                  {candidate.why}
                </p>
              </div>
              {changes && (
                <Button
                  aria-expanded={deciding === candidate}
                  aria-label={`${say(SAME_WORDS.decide)}${say({ zh: '：', en: ': ' })}${candidate.name} ${candidate.code}`}
                  onClick={() => setDeciding(deciding === candidate ? null : candidate)}
                >
                  {say(SAME_WORDS.decide)}
                </Button>
              )}
              {deciding === candidate && (
                <DecideSame
                  institution={institution}
                  types={types}
                  candidate={candidate}
                  onDone={tell}
                  onCancel={() => setDeciding(null)}
                />
              )}
            </li>
          ))}
        </ul>
      </section>
      <section className="card" aria-labelledby={ids.decisions}>
        <header className="card-head">
          <h2 id={ids.decisions}>{say(SAME_WORDS.decisions)}</h2>
        </header>
        <Decisions
          decisions={data.sameAsDecisions ?? []}
          types={types}
          institution={institution}
          changes={changes}
          onSaid={tell}
        />
      </section>
    </div>
  )
}

interface DecisionsProps {
  decisions: Decision[]
  types: { name: string; label: string }[]
  institution: InstitutionFacts
  changes: boolean
  onSaid: (text: string) => void
}

function Decisions({ decisions, types, institution, changes, onSaid }: DecisionsProps) {
  const { say, formatDay } = useLanguage()
  const comma = say({ zh: '，', en: ', ' })
  if (decisions.length === 0) return <p className="quiet">{say(SAME_WORDS.decisionsNone)}</p>
  return (
    <ul className="candidates stack">
      {decisions.map((one) => (
        <li key={`${one.recordType} ${one.code}`}>
          <div>
            <p>
              <DecidedSame decision={one} />
            </p>
            <p className="quiet">
              {types.find(({ name }) => name === one.recordType)?.label ?? one.recordType}
              {one.from && comma + say(SAME_WORDS.since, { day: formatDay(one.from) })}
              {comma}
              {say(SAME_WORDS.decidedBy, { who: one.decidedBy })}
              {one.reason && `${comma}${one.reason}`}
            </p>
          </div>
          {changes && <UndoSame decision={one} institution={institution} onDone={onSaid} />}
        </li>
      ))}
    </ul>
  )
}

interface Props {
  decision: Decision
  institution: InstitutionFacts
  onDone: (text: string) => void
}

function UndoSame({ decision, institution, onDone }: Props) {
  const { say } = useLanguage()
  const { busy, refused, fault, send, forget } = useDeed()
  const [open, setOpen] = useState(false)

  async function undo() {
    const { recordType, code } = decision
    if (!(await send(UndoMutation, { institution: institution.code, recordType, code }))) return
    onDone(say(SAME_WORDS.undone, { code }))
    forget()
  }

  if (!open)
    return (
      <Button
        aria-label={`${say(SAME_WORDS.undo)}${say({ zh: '：', en: ': ' })}${decision.code}`}
        onClick={() => setOpen(true)}
      >
        {say(SAME_WORDS.undo)}
      </Button>
    )
  return (
    <div className="undo stack-tight">
      <p role="status">{say(SAME_WORDS.undoAsk)}</p>
      <NotDone refused={refused} fault={fault} retry={() => void undo()} />
      <div className="actions">
        {/* Who opened it by keyboard goes on by keyboard. */}
        <Button primary autoFocus disabled={busy} onClick={() => void undo()}>
          {say(SAME_WORDS.undoConfirm)}
        </Button>
        <Button onClick={() => setOpen(false)}>{say(UI_WORDS.cancel)}</Button>
      </div>
    </div>
  )
}
