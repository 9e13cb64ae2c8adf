import { useState } from 'react'
import type { Fault } from '../../graph/fault.ts'
import { useForget } from '../../graph/graph-provider.tsx'
import type { Refused, InstitutionFacts, Decision } from '../../graph/generated.ts'
import { useChange } from '../../graph/use-change.ts'
import { useLanguage } from '../../language/language.tsx'
import { NotDone } from '../../ui/not-done.tsx'
import { fill } from '../../language/fill.ts'
import { UI_WORDS } from '../../ui/words.ts'
import { UndoMutation } from './same-query.ts'
import { SAME_WORDS } from './same-words.ts'

interface Props {
  decision: Decision
  institution: InstitutionFacts
  onDone: (text: string) => void
}

export function UndoSame({ decision, institution, onDone }: Props) {
  const { locale, say } = useLanguage()
  const change = useChange()
  const forget = useForget()
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)

  async function undo() {
    setBusy(true)
    setRefused(null)
    setFault(null)
    const { recordType, code } = decision
    const { data, fault } = await change(UndoMutation, {
      input: { institution: institution.code, recordType, code },
      locale,
    })
    setBusy(false)
    if (fault || !data) return setFault(fault)
    if (data.undoSameAs.__typename === 'Refused') return setRefused(data.undoSameAs)
    onDone(say(fill(SAME_WORDS.undone, { code })))
    forget()
  }

  if (!open)
    return (
      <button
        type="button"
        className="button"
        aria-label={`${say(SAME_WORDS.undo)}${say({ zh: '：', en: ': ' })}${decision.code}`}
        onClick={() => setOpen(true)}
      >
        {say(SAME_WORDS.undo)}
      </button>
    )
  return (
    <div className="undo">
      <p role="status">{say(SAME_WORDS.undoAsk)}</p>
      <NotDone refused={refused} fault={fault} retry={() => void undo()} />
      <div className="actions">
        {/* Who opened it by keyboard goes on by keyboard. */}
        <button type="button" className="button primary" autoFocus disabled={busy} onClick={() => void undo()}>
          {say(SAME_WORDS.undoConfirm)}
        </button>
        <button type="button" className="button" onClick={() => setOpen(false)}>
          {say(UI_WORDS.cancel)}
        </button>
      </div>
    </div>
  )
}
