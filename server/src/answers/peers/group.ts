import type { Database } from '../../ground/database/database.ts'
import { QuestionError } from '../../ground/question-error.ts'
import {
  GROUP_FIELDS,
  selectInstitutionsWith,
  type GroupField,
  type HeldAt,
  type InstitutionRow,
  selectInstitutionsNamed,
} from './store.ts'
import { type Words, asIs } from '@causeway/shared/words/words'
import { countryName } from '../../ground/reference/countries.ts'
import { findCountry } from '../../ground/reference/find-country.ts'

/** Which peers: those listed, or those whose own record as an institution says so. */
export type Group = { listed: readonly string[] } | { conditions: { field: GroupField; in: string[] }[] }

const MOST_VALUES = 500

/**
 * `list:4123000001,4123000002` are peers by code or name; `region:黑龙江省`, `type:民办`, `level:专科`, `country:FR` are institutions by
 * their own record, several values after commas, several conditions after semicolons: `region:黑龙江省,吉林省;level:专科`.
 * @throws QuestionError UNKNOWN_GROUP
 */
export function parseGroup(text: string): Group {
  const parts = text.split(';').map((part) => {
    const colon = part.indexOf(':')
    const values = part
      .slice(colon + 1)
      .split(',')
      .map((value) => value.normalize('NFKC').trim())
      .filter((value) => value !== '')
    return { field: part.slice(0, Math.max(colon, 0)).trim(), in: values }
  })
  const total = parts.reduce((sum, part) => sum + part.in.length, 0)
  const [only] = parts
  if (parts.length === 1 && only!.field === 'list' && total > 0 && total <= MOST_VALUES) return { listed: only!.in }
  const conditions = parts.flatMap(({ field, in: values }) => {
    const known = GROUP_FIELDS.find((it) => it === field)
    return known && values.length > 0 ? [{ field: known, in: values }] : []
  })
  if (conditions.length === parts.length && total <= MOST_VALUES) return { conditions }
  throw new QuestionError('UNKNOWN_GROUP', {
    zh: `没有对标范围“${text.slice(0, 100)}”。写法：list:代码,代码，或 ${GROUP_FIELDS.join('、')} 加冒号和取值，如 region:黑龙江省;level:专科。`,
    en: `There is no group "${text.slice(0, 100)}". Write list:CODE,CODE, or ${GROUP_FIELDS.join(', ')} with a colon and values, as region:黑龙江省;level:专科.`,
    facts: { group: text.slice(0, 100), fields: ['list', ...GROUP_FIELDS] },
  })
}

/** Institutions of a group; null: it is a list, which speaks of peers as they were recorded. */
export async function readMembers({ quick }: Database, group: Group, at: HeldAt): Promise<InstitutionRow[] | null> {
  return 'listed' in group ? null : selectInstitutionsWith(quick, group.conditions, at)
}

/** What peers are called: as institutions known here, by code or by name; as countries; else as they were recorded. */
export class PeerNames {
  readonly #byCode = new Map<string, InstitutionRow>()
  /** Null: several have it, and it names none of them. */
  readonly #byName = new Map<string, InstitutionRow | null>()

  static async read({ quick }: Database, peers: readonly string[], at: HeldAt): Promise<PeerNames> {
    const names = new PeerNames()
    names.learn(await selectInstitutionsNamed(quick, [...new Set(peers)], at))
    return names
  }

  learn(institutions: readonly InstitutionRow[]): void {
    for (const row of institutions) {
      this.#byCode.set(row.code, row)
      for (const name of [row.name_en, row.name_zh]) {
        if (name === null) continue
        const known = this.#byName.get(name)
        this.#byName.set(name, known === undefined || known?.code === row.code ? row : null)
      }
    }
  }

  of(peer: string): { name: Words; institution: string | null } {
    const found = this.#byCode.get(peer) ?? this.#byName.get(peer)
    if (found) {
      const { code, name_zh: zh, name_en: en } = found
      return { institution: code, name: { zh: zh ?? en ?? code, en: en ?? zh ?? code } }
    }
    const country = /^[A-Z]{2,3}$/.test(peer) ? findCountry(peer) : undefined
    return { institution: null, name: country ? countryName(country) : asIs(peer) }
  }
}
