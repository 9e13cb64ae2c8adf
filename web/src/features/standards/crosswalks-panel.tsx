import { Link } from '../../address/link.tsx'
import { useAddress } from '../../address/use-address.ts'
import { useLanguage } from '../../language/language.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import type { Correspondence, StandardRow } from '../../graph/generated.ts'
import { STANDARDS_WORDS } from './words.ts'

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
  const address = useAddress()
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
    id: relation,
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
            id: 'pair',
            title: say({ zh: '从…到…', en: 'From … to …' }),
            heading: true,
            cell: ({ from, to, toTitle }: Pair) => (
              <Link className="long-name" href={address.to({ page: 'crosswalk', from: from.code, to })}>
                {from.title} → {toTitle}
              </Link>
            ),
          },
          count('EQUIVALENT', '等值', 'equivalent'),
          count('PARTIAL', '部分对应', 'partial'),
          count('NONE', '无对应', 'none'),
          { id: 'judged', title: say(STANDARDS_WORDS.judged), number: true, cell: ({ judged }: Pair) => judged },
        ]}
        rows={pairs}
        rowKey={({ from, to }) => `${from.code} ${to}`}
      />
    </section>
  )
}
