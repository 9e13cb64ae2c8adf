import { toDay } from '@causeway/shared/day'
import type { Words } from '@causeway/shared/words/words'
import type { Database } from '../../ground/database/database.ts'
import { readCanonical, type CanonicalRecord } from '../../records/identity/canonical-records.ts'
import type { StoredRecord } from '../../records/list-records.ts'
import { readNames } from '../../records/record-names.ts'
import { recordTypeOf } from '../../records/record-types.ts'
import type { Platform } from './platform.ts'

/** A partner that is, or was, a member of a platform without a break. */
export interface PlatformMember {
  platform: string
  partner: string
  /** Its code where it is in no register. */
  name: Words
  /** lead or member, as the last of the records says; null: not said. */
  role: string | null
  from: string
  /** The last day; null: still a member. */
  to: string | null
  /** Several where one partner was entered more than once. */
  records: StoredRecord[]
}

const TYPE = recordTypeOf('platform-member')
export const MEMBER_ROLES = TYPE.fields.find(({ name }) => name === 'role')!.choices!

/**
 * The members of some platforms, the earliest first. Memberships of one partner that overlap or follow each other, as those of two
 * codes of it may, are one.
 */
export async function readMembers(database: Database, platforms: readonly Platform[]): Promise<PlatformMember[]> {
  const { institution } = platforms[0]!
  const codes = platforms.map(({ code }) => code)
  const records = await readCanonical(database, TYPE.name, institution, { platform: codes })
  const partners = [...new Set(records.map(({ values }) => String(values['partner'])))]
  const names = await readNames(database.quick, recordTypeOf('partner'), institution, partners)
  const order = ({ from, partner }: PlatformMember) => `${from}\n${partner}`
  return [...Map.groupBy(records, ({ values }) => `${values['platform']}\n${values['partner']}`).values()]
    .flatMap((own) => joinStretches(own.map((it) => toMember(it, names))))
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
}

export function isMemberOn({ from, to }: PlatformMember, on: string): boolean {
  return from <= on && (to === null || to >= on)
}

function joinStretches(members: PlatformMember[]): PlatformMember[] {
  const joined: PlatformMember[] = []
  for (const member of members.sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const before = joined.at(-1)
    if (!before || (before.to !== null && toDay(member.from) > toDay(before.to) + 1)) joined.push(member)
    else {
      before.to = before.to === null || member.to === null ? null : before.to > member.to ? before.to : member.to
      before.role = member.role ?? before.role
      before.records.push(...member.records)
    }
  }
  return joined
}

function toMember({ record, values }: CanonicalRecord, names: Map<string, Words>): PlatformMember {
  const partner = String(values['partner'])
  return {
    platform: String(values['platform']),
    partner,
    name: names.get(partner) ?? { zh: partner, en: partner },
    role: values['role'] ? String(values['role']) : null,
    from: String(values['from']),
    to: values['to'] ? String(values['to']) : null,
    records: [record],
  }
}
