import { sql, type RawBuilder } from 'kysely'
import type { Scope } from '@causeway/shared/series'
import type { Key, OnePer, PlainSet } from '../definition.ts'
import { allOf, type Sql, PART } from './compilation.ts'
import { conditions, dependsOnPeriod, inScope } from './conditions.ts'
import { inTime } from './dates.ts'
import { PERSON } from '../../../records/identity/decision.ts'
import { Source } from './source.ts'
import { joined, keyText, valueOf } from './values.ts'
import { COMMON_FIELDS, type RecordType } from '../../../records/record-type.ts'

const OPEN_END = sql.lit(9_999_999)
const LONG_AGO = sql.lit(-9_999_999)

/**
 * The condition that a record of `outer` is the one of its key. `first` is picked over all history, `latest` and `best` among the
 * period's own. Ties: the earlier day and the lower attempt (latest: the later and the higher), then the natural key; an empty
 * attempt is the lowest (domain.md 6.6). Where keys differ by a person's keyed hash, which is another in each college, what the
 * records say decides before them.
 */
export function isPicked(
  outer: Source,
  set: PlainSet,
  onePer: OnePer,
  { field: scopeField, scope }: { field: string | null; scope: Scope | null },
  about?: { key: string; sharing?: Key },
): Sql {
  const source = new Source(outer.compilation, set.of, { joins: set.joins })
  const { pick, by } = onePer
  const perPeriod = picksByPeriod(set, onePer)
  const value = valueOf(source, by).expression
  const conds = [
    source.holds(),
    // Of one record it is enough to rank those of its key.
    ...(about && !about.sharing ? [sharesWith(source, about.key, (one) => pickedKey(one, onePer))] : []),
    ...conditions(source, set.where),
    ...(scope && scopeField ? [inScope(source, scopeField, scope)] : []),
    // A stage not reached is no candidate; any other empty value is the least.
    ...(typeof by === 'object' && 'stage' in by ? [sql`${value} is not null`] : []),
    ...(pick === 'first' ? [] : [inTime(source, set.time)]),
  ]
  const year = perPeriod ? [sql`p.year`] : []
  const partition = sql.join([...year, ...keyParts(source, onePer.key)])
  const columns = sql.join([...(perPeriod ? [sql`p.year as year`] : []), sql`${source.own('key')} as key`])
  const order = orderOf(source, onePer, value)
  const ranked = sql`select ${columns}, row_number() over (partition by ${partition} order by ${order}) as place
    from ${source.from()} ${perPeriod ? sql`cross join period as p` : sql``} where ${allOf(conds)}`
  return perPeriod
    ? sql`(p.year, ${outer.own('key')}) in (select ranked.year, ranked.key from (${ranked}) as ranked where ranked.place = 1)`
    : sql`${outer.own('key')} in (select ranked.key from (${ranked}) as ranked where ranked.place = 1)`
}

/** Whether another record may be the one in another period. */
export const picksByPeriod = (set: PlainSet, { pick }: OnePer): boolean =>
  pick !== 'first' || dependsOnPeriod(set.where)

/** The condition that a record has the same text as the one of a key. */
export function sharesWith(source: Source, key: string, textOf: (source: Source) => Sql): Sql {
  const other = new Source(source.compilation, source.type.name, { joins: source.joins, as: source.as })
  const text = textOf(other)
  const isIt = sql`${other.holds()} and ${other.own('key')} = ${key}`
  return sql`${textOf(source)} in (select ${text} from ${other.from()} where ${isIt})`
}

/** What one record is picked of, as one text. */
export function pickedKey(source: Source, { key }: OnePer): Sql {
  return joined(keyParts(source, key), PART)
}

/** A group row is never taken for another: it has its own key where persons are part of it. */
function keyParts(source: Source, key: Key): Sql[] {
  const parts = Array.isArray(key) ? key : [key]
  const ofPersons = parts.some((part) => part === 'persons' || part === 'person')
  const apart = sql`case when ${source.groupHeads()} is null then '' else ${source.own('key')} end`
  const own = ofPersons && source.field('headcount') ? [apart] : []
  return own.concat(parts.map((part) => (part === 'persons' ? source.person() : keyText(source, [part]))))
}

function orderOf(source: Source, onePer: OnePer, value: Sql): Sql {
  const { pick, best } = onePer
  const attempt = source.field('attempt') ? [sql`coalesce(${source.own('attempt')}, -1)`] : []
  // Said outright: an empty day comes first on SQLite, and last on PostgreSQL.
  const firstDay = sql`coalesce(${source.own('first_day')}, ${LONG_AGO})`
  const lastDay = sql`coalesce(${source.own('last_day')}, ${OPEN_END})`
  const filled = sql`case when ${value} is null then 0 else 1 end`
  const down = (terms: Sql[]) => terms.map((term) => sql`${term} desc`)
  const terms = {
    first: [filled, value, firstDay, ...attempt],
    best: [...down([filled, value]), firstDay, ...attempt],
    latest: down([filled, value, lastDay, ...attempt]),
  }[pick]
  const bestFirst = best === undefined ? [] : [sql`coalesce(${valueOf(source, best).expression}, ${LONG_AGO}) desc`]
  return sql.join([...bestFirst, ...terms, ...contentOf(source, onePer), source.own('key')])
}

/** What records of several persons say decides between them; nothing has to where all are of one person, or of none. */
function contentOf(source: Source, { key }: OnePer): Sql[] {
  const parts = Array.isArray(key) ? key : [key]
  const isOfOne = parts.some((part) => part === 'persons' || part === 'person')
  const areSeveralOne = (source.compilation.asked.identity?.aliases(PERSON).size ?? 0) > 0
  return !source.hasPersons() || (isOfOne && !areSeveralOne)
    ? []
    : contentOrder(source.type, (name) => source.own(name))
}

const NUMBERS: readonly string[] = ['integer', 'decimal', 'flag', 'year', 'level', 'date']
const LEAST = sql.lit(-9_999_999)

/**
 * An order of records that is the same in every college, whatever its key of personal hashes: by source ids, none being the least;
 * then by all that they say but of whom, the fields of the natural key first, an empty one being the least.
 */
export function contentOrder(type: RecordType, column: (name: string) => RawBuilder<unknown>): RawBuilder<unknown>[] {
  const isOfKey = (name: string) => type.key.some((part) => part.split('|').includes(name))
  const fields = [...type.fields, ...COMMON_FIELDS].filter(({ kind }) => kind !== 'person')
  const inOrder = [...fields.filter(({ name }) => isOfKey(name)), ...fields.filter(({ name }) => !isOfKey(name))]
  return [
    sql`case when ${column('source_id')} is null then '' else ${column('key')} end`,
    ...inOrder.map(({ name, kind }) =>
      NUMBERS.includes(kind)
        ? sql`coalesce(${column(kind === 'date' ? `${name}_day` : name)}, ${LEAST})`
        : sql`coalesce(${column(name)}, '')`,
    ),
  ]
}
