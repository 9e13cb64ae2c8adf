import { formatQuantity } from '@causeway/shared/format-figure'
import { Link, go, useAddress } from '../../address/address.tsx'
import { spoken } from '../../language/words.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { SourceLine } from '../../ui/source-line.tsx'
import UI_WORDS from '../../ui/words.json' with { type: 'json' }
import type { StandardRow, Correspondence } from '../../graph/generated.ts'
import type { StandardsAnswer } from './standards-query.ts'
import STANDARDS_WORDS from './words.json' with { type: 'json' }

/** The register: every standard with what is in it, found by a word. */
export function RegisterPanel({
  standards,
  inForce,
  on,
  setting,
}: {
  standards: NonNullable<StandardsAnswer['standards']>
  /** Adoptions in force by the code of their standard. */
  inForce: Map<string, number>
  /** The day that the register is read for. */
  on: string
  setting: Setting
}) {
  const { locale, say, formatDay } = useLanguage()
  const address = useAddress()
  const wanted = address.view.search?.trim().toLowerCase() ?? ''
  const all = standards.edges.map(({ node }) => node)
  const rows = all.filter(({ code, title, typeLabel, directionLabel, countryLabel }) =>
    [code, title, typeLabel, directionLabel, countryLabel ?? ''].some((text) => text.toLowerCase().includes(wanted)),
  )
  const share = (value: number | null) => (value === null ? '—' : formatQuantity(value, 0, spoken('%'), locale))
  const left = (standards.totalCount ?? all.length) - all.length
  return (
    <section className="card" aria-labelledby="register">
      <div className="panel-head row-apart">
        <div>
          <h2 id="register">{say(STANDARDS_WORDS.register)}</h2>
          <p className="cap" role="status">
            {say({ zh: `${rows.length} 项`, en: `${rows.length} of ${standards.totalCount ?? all.length}` })}
            {say(UI_WORDS.asOf, { day: formatDay(on) })}
          </p>
        </div>
        <div className="choice find">
          <label htmlFor="find-standard">{say(STANDARDS_WORDS.search)}</label>
          <input
            id="find-standard"
            type="search"
            value={address.view.search ?? ''}
            onChange={(event) => go(address.with({ search: event.target.value || null }), true)}
          />
        </div>
      </div>
      {rows.length === 0 ? (
        <p className="quiet">{say(STANDARDS_WORDS.nothingFound)}</p>
      ) : (
        <DataTable
          caption={say(STANDARDS_WORDS.register)}
          columns={[
            {
              title: say(STANDARDS_WORDS.standard),
              cell: ({ code, title, withdrawnOn }) => (
                <span className="long-name">
                  <Link to={{ page: 'standard', id: code }}>{title}</Link> <span className="code quiet">{code}</span>
                  {withdrawnOn && <span className="quiet"> {say(STANDARDS_WORDS.withdrawn)}</span>}
                </span>
              ),
            },
            { title: say(STANDARDS_WORDS.type), cell: ({ typeLabel }) => typeLabel },
            {
              title: say(STANDARDS_WORDS.direction),
              cell: ({ directionLabel, countryLabel }) =>
                countryLabel
                  ? say({ zh: `${directionLabel}（${countryLabel}）`, en: `${directionLabel} (${countryLabel})` })
                  : directionLabel,
            },
            {
              title: say(STANDARDS_WORDS.version),
              cell: ({ versions }) =>
                versions
                  .filter((one) => one.inForce)
                  .map((one) => one.version)
                  .join(say({ zh: '、', en: ', ' })) || '—',
            },
            { title: say(STANDARDS_WORDS.units), number: true, cell: ({ coverage }) => coverage.units },
            { title: say(STANDARDS_WORDS.mapped), number: true, cell: ({ coverage }) => share(coverage.mappedShare) },
            {
              title: say(STANDARDS_WORDS.equivalent),
              number: true,
              cell: ({ coverage }) => share(coverage.equivalentShare),
            },
            {
              title: say(STANDARDS_WORDS.programmes),
              number: true,
              cell: ({ programmes }) => new Set(programmes.map((one) => one.programme)).size,
            },
            {
              title: say(STANDARDS_WORDS.adoptions),
              number: true,
              cell: ({ code, direction }) => (direction === 'introduced' ? '—' : (inForce.get(code) ?? 0)),
            },
          ]}
          rows={rows}
          rowKey={({ code }) => code}
        />
      )}
      {left > 0 && <p className="cap">{say(STANDARDS_WORDS.more, { n: left })}</p>}
      <SourceLine institution={setting.institution} />
    </section>
  )
}

interface Pair {
  from: StandardRow
  to: string
  toTitle: string
  counts: Map<Correspondence, number>
  judged: number
}

/** Which standards were compared with which, and what was found; each pair opens its crosswalk. */
export function CrosswalksPanel({ standards }: { standards: StandardRow[] }) {
  const { say } = useLanguage()
  const titles = new Map(standards.map(({ code, title }) => [code, title]))
  const pairs = standards.flatMap((from): Pair[] =>
    [...Map.groupBy(from.mappings, ({ toStandard }) => toStandard)].map(([to, mappings]) => ({
      from,
      to,
      toTitle: titles.get(to) ?? to,
      counts: new Map([...Map.groupBy(mappings, ({ relation }) => relation)].map(([key, own]) => [key, own.length])),
      judged: mappings.length,
    })),
  )
  if (pairs.length === 0) return null
  const count = (relation: Correspondence, zh: string, en: string) => ({
    title: say({ zh, en }),
    number: true,
    cell: ({ counts }: Pair) => counts.get(relation) ?? 0,
  })
  return (
    <section className="card" aria-labelledby="crosswalks">
      <h2 id="crosswalks">{say(STANDARDS_WORDS.crosswalks)}</h2>
      <p className="cap">{say(STANDARDS_WORDS.crosswalksSub)}</p>
      <DataTable
        caption={say(STANDARDS_WORDS.crosswalks)}
        columns={[
          {
            title: say({ zh: '从…到…', en: 'From … to …' }),
            cell: ({ from, to, toTitle }) => (
              <Link className="long-name" to={{ page: 'crosswalk', from: from.code, to }}>
                {from.title} → {toTitle}
              </Link>
            ),
          },
          count('EQUIVALENT', '等值', 'equivalent'),
          count('PARTIAL', '部分对应', 'partial'),
          count('NONE', '无对应', 'none'),
          { title: say(STANDARDS_WORDS.judged), number: true, cell: ({ judged }) => judged },
        ]}
        rows={pairs}
        rowKey={({ from, to }) => `${from.code} ${to}`}
      />
    </section>
  )
}
