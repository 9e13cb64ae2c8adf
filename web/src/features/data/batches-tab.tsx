import '../../styles/data.css'
import { useState } from 'react'
import { formatValue } from '@causeway/shared/format-figure'
import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { useAnswer } from '../../graph/use-answer.ts'
import { useLanguage } from '../../language/language.tsx'
import type { InstitutionFacts, BatchFacts } from '../../graph/generated.ts'
import { batchTitle, madeByWords } from '../../ui/batch-title.ts'
import { EmptyState, FaultState, Loading } from '../../ui/states.tsx'
import { BATCH_WORDS } from './data-words.ts'
import { BATCHES_PER_PAGE, BatchesQuery } from './batches-query.ts'
import { Said } from '../../ui/said.tsx'
import { RevertBatch } from './revert-batch.tsx'

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
  const [said, setTold] = useState<string | null>(null)
  // The former answer stays until the next is there: it may be to the other of the two questions.
  const known = alone ? data?.one !== undefined : data?.batches !== undefined
  const page = data?.batches
  const batches = alone
    ? data?.one && 'batch' in data.one
      ? [data.one]
      : []
    : (page?.edges.map(({ node }) => node) ?? [])
  return (
    <section className="data-parts" aria-label={say(BATCH_WORDS.title)} aria-busy={waiting}>
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
      <ul className="batches">
        {batches.map((batch) => (
          <Batch key={batch.id} batch={batch} institution={institution} changes={changes} onTold={setTold} />
        ))}
      </ul>
      {page && (
        <p className="paging">
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
  onTold: (text: string) => void
}

function Batch({ batch, institution, changes, onTold }: BatchProps) {
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
          {say(batchTitle(batch))} <span className="quiet">{batch.recordType?.label}</span>
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
        <button
          type="button"
          className="button"
          aria-expanded={open}
          aria-label={`${say(BATCH_WORDS.revert)}${say({ zh: '：', en: ': ' })}${say(batchTitle(batch))}`}
          onClick={() => setOpen(!open)}
        >
          {say(BATCH_WORDS.revert)}
        </button>
      )}
      {open && (
        <RevertBatch
          batch={batch}
          onCancel={() => setOpen(false)}
          onDone={(text) => {
            setOpen(false)
            onTold(text)
          }}
        />
      )}
    </li>
  )
}
