import { sql } from 'kysely'
import { COMMON_FIELDS, type Field, type RecordType } from '../../../records/record-type.ts'
import type { Join, Key, Path } from '../definition.ts'
import type { Compilation, Sql } from './compilation.ts'

export interface Column {
  expression: Sql
  /** Null of `#key` and `#type`. */
  field: Field | null
}

/** One record type in a FROM clause, and the records it points to, joined as they are asked for. */
export class Source {
  readonly compilation: Compilation
  readonly type: RecordType
  readonly alias: string
  readonly as: Record<string, Key>
  readonly joins: Record<string, Join>
  readonly #joined = new Map<string, Source>()
  readonly #joins: (() => Sql)[]
  readonly #columns = new Set<string>()
  #isWritten = false

  constructor(
    compilation: Compilation,
    typeName: string,
    declared: { joins?: Record<string, Join>; as?: Record<string, Key> } = {},
    joins: (() => Sql)[] = [],
  ) {
    this.compilation = compilation
    this.type = compilation.type(typeName)
    this.alias = compilation.alias('r')
    this.as = declared.as ?? {}
    this.joins = declared.joins ?? {}
    this.#joins = joins
  }

  /** `record_x as r1 left join …`: to be written after every column has been asked for. */
  from(): Sql {
    return sql`${this.#table()} ${sql.join(
      this.#joins.map((join) => join()),
      sql` `,
    )}`
  }

  /** With the columns alone that are asked for: each reference to it is read and planned anew. */
  #table(): Sql {
    this.#isWritten = true
    return this.compilation.table(this.type, this.alias, this.#columns)
  }

  /** The condition that leaves the institution's versions that hold. */
  holds(): Sql {
    return this.compilation.holds(this.alias, this.type)
  }

  own(column: string): Sql {
    if (this.#isWritten && !this.#columns.has(column))
      throw new Error(`${column} of ${this.type.name} is asked for too late`)
    this.#columns.add(column)
    return sql.ref(`${this.alias}.${column}`)
  }

  field(name: string): Field | undefined {
    return this.type.fields.find((f) => f.name === name) ?? COMMON_FIELDS.find((f) => f.name === name)
  }

  /** A path that stays a path under this branch's own names. */
  column(path: Path): Column {
    const renamed = this.as[path]
    if (typeof renamed === 'string' && renamed !== path) return this.column(renamed)
    if (path === '#key') return { expression: this.own('key'), field: null }
    if (path === '#type') return { expression: sql`cast(${this.type.name} as text)`, field: null }
    const dot = path.indexOf('.')
    if (dot > 0) return this.#pointedTo(path.slice(0, dot)).column(path.slice(dot + 1))
    const field = this.field(path)
    if (!field) throw new Error(`${this.type.name} has no field ${path}`)
    return { expression: this.own(field.kind === 'date' ? `${path}_day` : path), field }
  }

  #pointedTo(name: string): Source {
    const known = this.#joined.get(name)
    if (known) return known
    const source = this.joins[name] ? this.#joinDeclared(this.joins[name]) : this.#joinReference(name)
    this.#joined.set(name, source)
    return source
  }

  /** Records that have a `source_id` may share the fields of a natural key: the least key represents them. */
  #joinDeclared(join: Join): Source {
    const target = new Source(this.compilation, join.to, {}, this.#joins)
    const other = new Source(this.compilation, join.to)
    const named = (of: Source) =>
      Object.entries(join.on).map(([theirs, ours]) => alike(of, theirs, this.column(ours).expression))
    const alikes = sql`${other.holds()} and ${sql.join(named(other), sql` and `)}`
    const least = sql`(select min(${other.own('key')}) from ${other.from()} where ${alikes})`
    this.#leftJoin(target, [...named(target), sql`${target.own('key')} = ${least}`])
    return target
  }

  #joinReference(name: string): Source {
    const { expression, field } = this.column(name)
    if (field?.kind !== 'reference' || !field.to) throw new Error(`${this.type.name}.${name} is not a reference`)
    const target = new Source(this.compilation, field.to, {}, this.#joins)
    this.#leftJoin(target, [sql`${target.own('code')} = ${expression}`])
    return target
  }

  #leftJoin(target: Source, on: Sql[]): void {
    this.#joins.push(() => sql`left join ${target.#table()} on ${target.holds()} and ${sql.join(on, sql` and `)}`)
  }

  hasPersons(): boolean {
    return this.field('person') !== undefined
  }

  /** The keyed hash, empty for a group row. */
  person(): Sql {
    return this.hasPersons() ? this.own('person') : sql`cast(null as text)`
  }

  /** How many a row represents: 1, or the headcount of a group row. */
  heads(): Sql {
    return this.field('headcount') ? sql`coalesce(${this.own('headcount')}, 1)` : sql`1`
  }

  /** The headcount of a group row, empty for any other. */
  groupHeads(): Sql {
    return sql`cast(${this.field('headcount') ? this.own('headcount') : null} as bigint)`
  }
}

/** A part of a natural key that may be empty is alike where both are. */
function alike(target: Source, theirs: string, ours: Sql): Sql {
  const value = target.own(theirs)
  return target.field(theirs)?.required
    ? sql`${value} = ${ours}`
    : sql`(${value} = ${ours} or (${value} is null and ${ours} is null))`
}
