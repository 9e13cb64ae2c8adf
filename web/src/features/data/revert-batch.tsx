import { useEffect, useId, useRef, useState } from 'react'
import { formatValue } from '@causeway/shared/format-figure'
import type { Fault } from '../../graph/fault.ts'
import { useForget } from '../../graph/graph-provider.tsx'
import type { Refused, BatchFacts } from '../../graph/generated.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { useChange } from '../../graph/send-change.ts'
import { useLanguage } from '../../language/language.tsx'
import { batchTitle } from '../../ui/batch-title.ts'
import { NotDone } from '../../ui/not-done.tsx'
import { Loading } from '../../ui/states.tsx'
import { BATCH_WORDS } from './data-words.ts'
import { CanRevertQuery, RevertBatchMutation } from './batches-query.ts'
import { UI_WORDS } from '../../ui/words.ts'

interface Props {
  batch: BatchFacts
  onDone: (text: string) => void
  onCancel: () => void
}

/** Says what taking the batch back would do, or what is in the way, before anybody confirms it. */
export function RevertBatch({ batch, onDone, onCancel }: Props) {
  const { locale, say } = useLanguage()
  const change = useChange()
  const forget = useForget()
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const reason = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const asked = useAnswer(CanRevertQuery, { id: batch.id, locale })
  const node = asked.data?.node
  const can = node?.__typename === 'Batch' ? node.canRevert : undefined
  useEffect(() => heading.current?.focus(), [])

  async function revert() {
    setBusy(true)
    setRefused(null)
    setFault(null)
    const { data, fault } = await change(RevertBatchMutation, {
      input: { batch: batch.id, reason: reason.current?.value.trim() || null },
      locale,
    })
    setBusy(false)
    if (fault || !data) return setFault(fault)
    const answer = data.revertBatch
    if (answer.__typename === 'Refused') return setRefused(answer)
    onDone(
      say(BATCH_WORDS.done, {
        file: say(batchTitle(batch)),
        withdrawn: formatValue(answer.withdrawn, 0, locale),
        restored: formatValue(answer.restored, 0, locale),
      }),
    )
    forget()
  }

  return (
    <div className="declare">
      <h3 ref={heading} tabIndex={-1}>
        {say(BATCH_WORDS.ask, { file: say(batchTitle(batch)) })}
      </h3>
      {!can && !asked.fault && <Loading rows={2} />}
      {can && !can.possible && (
        <>
          <p>{say(BATCH_WORDS.cannot)}</p>
          <NotDone
            refused={{
              __typename: 'Refused',
              code: '',
              // The batches are named below.
              message: can.laterBatches.length > 0 ? say(BATCH_WORDS.rests) : (can.message ?? ''),
              problems: [],
              batches: can.laterBatches,
              records: [],
            }}
            fault={null}
            retry={asked.retry}
          />
        </>
      )}
      {can?.possible !== false && (
        <>
          <p>{say(BATCH_WORDS.effect)}</p>
          <label htmlFor={id}>{say(BATCH_WORDS.why)}</label>
          <input id={id} ref={reason} maxLength={500} />
        </>
      )}
      <NotDone
        refused={refused}
        fault={fault ?? (can ? null : asked.fault)}
        retry={fault ? () => void revert() : asked.retry}
      />
      <div className="actions">
        {can?.possible !== false && (
          <button type="button" className="button primary" disabled={busy || !can} onClick={() => void revert()}>
            {say(BATCH_WORDS.confirm)}
          </button>
        )}
        <button type="button" className="button" onClick={onCancel}>
          {say(UI_WORDS.cancel)}
        </button>
      </div>
    </div>
  )
}
