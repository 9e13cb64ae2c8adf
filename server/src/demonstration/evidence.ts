import { toDay, toIso } from '@causeway/shared/day'
import { AGREEMENTS } from './agreements.ts'
import type { Row } from './csv-file.ts'
import { PARTNERS } from './partners.ts'
import { RECOGNITIONS } from './recognitions.ts'
import { RESOURCE_ADOPTIONS } from './resources.ts'
import { ADOPTIONS } from './standards.ts'
import { UNIT } from './units.ts'

/** About four in five have a paper: of the first adoptions nobody asked for one, and now and then one is still on its way. */
const hasPaper = (n: number) => n % 6 !== 4
const ASKED_SINCE = '2016-06-01'

const after = (day: Row[string], days: number) => toIso(toDay(String(day)) + days)

const OF_ADOPTIONS: Row[] = [...ADOPTIONS, ...RESOURCE_ADOPTIONS]
  .filter(({ adopted_on }, n) => adopted_on && adopted_on >= ASKED_SINCE && hasPaper(n))
  .map(({ standard, resource, country, adopter, adopted_on, lapsed_on }, n) => ({
    code: `ZM-C${String(n + 1).padStart(3, '0')}`,
    title: `${adopter}采用证明`,
    kind: 'certificate',
    issued_by: adopter,
    issued_on: after(adopted_on, 14 + (n % 7) * 9),
    expires_on: lapsed_on,
    record_type: 'adoption',
    record: [standard ?? resource, country, adopter].join('/'),
  }))

const OF_AGREEMENTS: Row[] = AGREEMENTS.filter((_, n) => hasPaper(n)).map(
  ({ code, partner, signed_on, subject }, n) => ({
    code: `ZM-X${String(n + 1).padStart(3, '0')}`,
    title: `${PARTNERS.find((one) => one['code'] === partner)!['name_zh']}协议扫描件：${subject}`,
    kind: 'contract',
    issued_on: signed_on,
    record_type: 'agreement',
    record: code,
  }),
)

const OF_RECOGNITIONS: Row[] = RECOGNITIONS.filter((_, n) => hasPaper(n)).map(
  ({ title_zh, issuer, awarded_on, programme, site, kind }, n) => ({
    code: `ZM-R${String(n + 1).padStart(3, '0')}`,
    title: `${title_zh}${kind === 'licence' ? '授权书' : '证书'}`,
    kind: kind === 'ranking' ? 'press' : 'certificate',
    issued_by: issuer,
    issued_on: awarded_on,
    record_type: 'recognition',
    record: [title_zh, issuer, awarded_on, programme ?? '', site ?? ''].join('/').replace(/\/+$/, ''),
  }),
)

/** What proves adoptions, agreements and recognitions. */
export const EVIDENCE: Row[] = [...OF_ADOPTIONS, ...OF_AGREEMENTS, ...OF_RECOGNITIONS].map((row) => ({
  ...row,
  unit: UNIT.quality,
}))

/** Certificates of contests abroad: of all that was won, but for what nobody brought home. */
export function proveAwards(contests: Row[]): Row[] {
  const seen = new Set<string>()
  return contests.flatMap(({ event, skill, team, person, award, medal, abroad, date }) => {
    const won = `${event} ${skill} ${team ?? person}`
    if (!(award ?? medal) || abroad !== 1 || seen.has(won)) return []
    seen.add(won)
    if (!hasPaper(seen.size)) return []
    return [
      {
        code: `ZM-J${String(seen.size).padStart(3, '0')}`,
        title: `${String(skill).split(' ')[0]}获奖证书`,
        kind: 'certificate',
        issued_on: date,
        record_type: 'competition-result',
        record: [event, skill, team ?? '', person].join('/'),
        unit: UNIT.competitions,
      },
    ]
  })
}
