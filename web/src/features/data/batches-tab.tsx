import '../../styles/data.css'
import { useLayoutEffect, useState, useId, useRef } from 'react'
import { formatValue } from '@causeway/shared/format-figure'
import { Link, useAddress } from '../../address/address.tsx'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import type { InstitutionFacts, BatchFacts } from '../../graph/generated.ts'
import { batchTitle, madeByWords, NotDone } from '../../ui/not-done.tsx'
import { EmptyState, FaultState, Loading } from '../../ui/states.tsx'
import BATCH_WORDS from './batch-words.json' with { type: 'json' }
import { Said } from '../../ui/form-actions.tsx'
import { graph } from '../../graph/graph.ts'
import { BatchInTheWay, Refused, useDeed } from '../../graph/send-change.ts'
import UI_WORDS from '../../ui/words.json' with { type: 'json' }
import { Button } from '../../ui/button.tsx'

/** Every import, what it did, and the way to take it back. One alone where the address names it. */
export function BatchesTab({ institution, changes }: { institution: InstitutionFacts; changes: boolean }) {
  const { locale, say } = useLanguage()
  const address = useAddress()
  const { view } = address
  const alone = view.search !== null
  const { data, waiting, fault, retry } = useAnswer(BatchesQuery, {
    institution: institution.code,
    first: BATCHES_PER_PAGE,
    after: view.after,
    one: view.search ?? '',
    alone,
    locale,
  })
  const [said, setSaid] = useState<string | null>(null)
  // The former answer stays until the next is there: it may be to the other of the two questions.
  const known = alone ? data?.one !== undefined : data?.batches !== undefined
  const page = data?.batches
  const batches = alone
    ? data?.one && 'batch' in data.one
      ? [data.one]
      : []
    : (page?.edges.map(({ node }) => node) ?? [])
  return (
    <section className="data-parts stack-loose" aria-label={say(BATCH_WORDS.title)} aria-busy={waiting}>
      <p className="quiet">{say(BATCH_WORDS.intro)}</p>
      <Said text={said} />
      {alone && (
        <p>
          <Link className="button" view={{ search: null, after: null }}>
            {say(BATCH_WORDS.all)}
          </Link>
        </p>
      )}
      {!known && (fault ? <FaultState fault={fault} retry={retry} /> : <Loading rows={8} />)}
      {known && batches.length === 0 && <EmptyState title={say(alone ? BATCH_WORDS.gone : BATCH_WORDS.none)} />}
      {page?.totalCount != null && page.totalCount > 0 && (
        <p className="quiet">{say(BATCH_WORDS.inAll, { n: formatValue(page.totalCount, 0, locale) })}</p>
      )}
      <ul className="batches stack">
        {batches.map((batch) => (
          <Batch key={batch.id} batch={batch} institution={institution} changes={changes} onSaid={setSaid} />
        ))}
      </ul>
      {page && (
        <p className="paging off-paper">
          {view.after && <Link view={{ after: null }}>{say(BATCH_WORDS.first)}</Link>}
          {page.pageInfo.hasNextPage && <Link view={{ after: page.pageInfo.endCursor }}>{say(BATCH_WORDS.next)}</Link>}
        </p>
      )}
    </section>
  )
}

interface BatchProps {
  batch: BatchFacts
  institution: InstitutionFacts
  changes: boolean
  onSaid: (text: string) => void
}

function Batch({ batch, institution, changes, onSaid }: BatchProps) {
  const { locale, say, formatMoment, formatDay } = useLanguage()
  const [open, setOpen] = useState(false)
  const comma = say({ zh: '，', en: ', ' })
  const counts = (['accepted', 'updated', 'unchanged', 'withdrawn'] as const)
    .filter((name) => batch[name] > 0)
    .map((name) => say(BATCH_WORDS[name], { n: formatValue(batch[name], 0, locale) }))
  const others = batch.institutions.filter(({ code }) => code !== institution.code)
  return (
    <li className="card batch" data-batch={batch.batch}>
      <div>
        <h2>
          {say(batchTitle(batch))}{' '}
          <span className="quiet">{batch.recordTypes.map(({ label }) => label).join(say({ zh: '、', en: ', ' }))}</span>
        </h2>
        {batch.revertedAt && (
          <p>
            <strong>
              {say(BATCH_WORDS.reverted, { at: formatMoment(batch.revertedAt) })}
              {batch.revertedBy && comma + say(BATCH_WORDS.revertedBy, { who: say(madeByWords(batch.revertedBy)) })}
            </strong>
          </p>
        )}
        <p className="batch-did">{counts.length > 0 ? counts.join(comma) : say(BATCH_WORDS.nothing)}</p>
        <p className="quiet">
          {say(batch.byHand ? BATCH_WORDS.byHandAt : BATCH_WORDS.at, { at: formatMoment(batch.createdAt) })}
          {comma}
          {say(BATCH_WORDS.by, { who: say(madeByWords(batch.by)) })}
          {batch.dataDate && comma + say(BATCH_WORDS.dataDate, { day: formatDay(batch.dataDate) })}
          {others.length > 0 && comma + say(BATCH_WORDS.also, { names: others.map(({ name }) => name).join(comma) })}
          {' · '}
          <code>{batch.batch}</code>
        </p>
        {batch.reason && <p className="quiet">{say(BATCH_WORDS.reason, { text: batch.reason })}</p>}
      </div>
      {changes && !batch.revertedAt && (
        <Button
          aria-expanded={open}
          aria-label={`${say(BATCH_WORDS.revert)}${say({ zh: '：', en: ': ' })}${say(batchTitle(batch))}`}
          onClick={() => setOpen(!open)}
        >
          {say(BATCH_WORDS.revert)}
        </Button>
      )}
      {open && (
        <RevertBatch
          batch={batch}
          onCancel={() => setOpen(false)}
          onDone={(text) => {
            setOpen(false)
            onSaid(text)
          }}
        />
      )}
    </li>
  )
}

/** How many batches a page lists. */
const BATCHES_PER_PAGE = 20

const BatchesQuery = graph(`
  query Batches($institution: ID!, $first: Int!, $after: String, $one: ID!, $alone: Boolean!, $locale: Locale!) {
    batches(institution: $institution, first: $first, after: $after) @skip(if: $alone) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { ...BatchFacts } }
    }
    one: node(id: $one) @include(if: $alone) { __typename ...BatchFacts }
  }
  fragment BatchFacts on Batch {
    __typename id batch recordTypes { name label(locale: $locale) } fileName dataDate createdAt revertedAt
    accepted updated unchanged withdrawn by { ...MadeBy } revertedBy { ...MadeBy } reason byHand
    institutions { code name(locale: $locale) }
  }
  fragment MadeBy on MadeBy { token name role }
`)

/** Asked of one batch, when somebody thinks of taking it back. */
const CanRevertQuery = graph(
  `
  query CanRevert($id: ID!, $locale: Locale!) {
    node(id: $id) { __typename id ... on Batch { canRevert { ...CanRevert } } }
  }
  fragment CanRevert on CanRevert { possible message(locale: $locale) laterBatches { ...BatchInTheWay } }
`,
  { BatchInTheWay },
)

const RevertBatchMutation = graph(
  `
  mutation RevertBatch($input: RevertBatchInput!, $locale: Locale!) {
    revertBatch(input: $input) { __typename ... on BatchReverted { withdrawn restored } ...Refused }
  }
`,
  { Refused },
)

interface Props {
  batch: BatchFacts
  onDone: (text: string) => void
  onCancel: () => void
}

/** Says what taking the batch back would do, or what is in the way, before anybody confirms it. */
function RevertBatch({ batch, onDone, onCancel }: Props) {
  const { locale, say } = useLanguage()
  const { busy, refused, fault, send, forget } = useDeed()
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  const reason = useRef<HTMLInputElement>(null)
  const asked = useAnswer(CanRevertQuery, { id: batch.id, locale })
  const node = asked.data?.node
  const can = node?.__typename === 'Batch' ? node.canRevert : undefined
  useLayoutEffect(() => heading.current?.focus(), [])

  async function revert() {
    const input = { batch: batch.id, reason: reason.current?.value.trim() || null }
    const done = await send(RevertBatchMutation, input)
    if (!done) return
    const [withdrawn, restored] = [done.withdrawn, done.restored].map((count) => formatValue(count, 0, locale))
    onDone(say(BATCH_WORDS.done, { file: say(batchTitle(batch)), withdrawn, restored }))
    forget()
  }

  return (
    <div className="declare stack-tight">
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
          <Button primary disabled={busy || !can} onClick={() => void revert()}>
            {say(BATCH_WORDS.confirm)}
          </Button>
        )}
        <Button onClick={onCancel}>{say(UI_WORDS.cancel)}</Button>
      </div>
    </div>
  )
}
