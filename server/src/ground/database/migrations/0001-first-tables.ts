import { sql, type Kysely } from 'kysely'
import type { Tables } from '../database.ts'
import { dataType, type ColumnKind, type Kind } from '../columns.ts'

/** `kind?` may be empty. */
type ColumnWord = ColumnKind | `${ColumnKind}?`

interface TableWords {
  key: string[]
  columns: Record<string, ColumnWord>
}

const TABLES: Record<string, TableWords> = {
  institution_state: {
    key: ['institution'],
    columns: { institution: 'text', revision: 'bigint', data_date: 'text?', committed_at: 'text' },
  },
  record_revision: {
    key: ['institution', 'record_type'],
    columns: { institution: 'text', record_type: 'text', revision: 'bigint' },
  },
  batch: {
    key: ['id'],
    columns: {
      id: 'text',
      record_type: 'text',
      file_name: 'text',
      file_hash: 'text',
      encoding: 'text?',
      data_date: 'text',
      created_at: 'text',
      reverted_at: 'text?',
    },
  },
  batch_institution: {
    key: ['institution', 'batch'],
    columns: {
      institution: 'text',
      batch: 'text',
      revision: 'bigint',
      accepted: 'integer',
      updated: 'integer',
      unchanged: 'integer',
      withdrawn: 'integer',
    },
  },
  figure_set: {
    key: ['institution', 'indicator', 'basis', 'at', 'dimension', 'scope'],
    columns: {
      institution: 'text',
      indicator: 'text',
      basis: 'text',
      at: 'text',
      dimension: 'text',
      scope: 'text',
      definition: 'text',
      revision: 'bigint',
      from_year: 'integer',
      to_year: 'integer',
      figures: 'text',
    },
  },
  token: {
    key: ['id'],
    columns: {
      id: 'text',
      hash: 'text',
      role: 'text',
      institution: 'text?',
      expires_on: 'text?',
      created_at: 'text',
      revoked_at: 'text?',
    },
  },
  setting: { key: ['name'], columns: { name: 'text', value: 'text' } },
  country: { key: ['code'], columns: { code: 'text', continent: 'text' } },
  bloc_membership: {
    key: ['bloc', 'country', 'from_day'],
    columns: { bloc: 'text', country: 'text', from_day: 'integer', to_day: 'integer?' },
  },
}

export async function up(db: Kysely<Tables>, kind: Kind): Promise<void> {
  for (const [table, { key, columns }] of Object.entries(TABLES)) {
    let create = db.schema.createTable(table)
    for (const [name, word] of Object.entries(columns)) {
      const empty = word.endsWith('?')
      const column = { kind: word.replace('?', '') as ColumnKind }
      create = create.addColumn(name, dataType(column, kind), (c) => (empty ? c : c.notNull()))
    }
    create = create.addPrimaryKeyConstraint(`${table}_key`, key as never)
    await (kind === 'sqlite' ? create.modifyEnd(sql`strict, without rowid`) : create).execute()
  }
  await db.schema.createIndex('batch_institution_batch').on('batch_institution').column('batch').execute()
  await db.schema.createIndex('token_hash').on('token').column('hash').execute()
}
