import { dayWords } from '@causeway/shared/day'
import type { Causeway } from '../../figures/causeway.ts'
import { over100, targetBackwards, targetTwice, wrongMention } from './plan-rules.ts'
import {
  expiredEvidence,
  lapsingAgreement,
  neverEnded,
  noUnit,
  unknownCountry,
  unusedAdoption,
  withoutEvidence,
} from './record-rules.ts'
import { listRecords, type StoredRecord } from '../../records/list-records.ts'
import { openStart } from './open-starts.ts'
import type { Find, Found, Rule, SchoolYear, Severity } from './school-year.ts'
import rules from './rules.json' with { type: 'json' }

const dataDateBeforeEnd: Find = async (_causeway, { home, end, partial }) => {
  if (!partial) return []
  const message =
    home.dataDate === null
      ? { zh: '尚未导入任何数据。', en: 'Nothing has been imported.' }
      : {
          zh: `数据截至${dayWords(home.dataDate, 'ZH')}，该学年到${dayWords(end, 'ZH')}结束，指标值尚不完整。`,
          en: `The data end on ${dayWords(home.dataDate, 'EN')} and the year on ${dayWords(end, 'EN')}: its figures are not complete.`,
        }
  return [{ recordType: null, count: 0, message, keys: [], records: null, part: '', sort: null }]
}

type Code = keyof typeof rules

const FINDERS: Record<Code, Find> = {
  WRONG_MENTION: wrongMention,
  TARGET_TWICE: targetTwice,
  LAPSING_AGREEMENT: lapsingAgreement,
  DATA_DATE_BEFORE_END: dataDateBeforeEnd,
  UNKNOWN_COUNTRY: unknownCountry,
  OPEN_START: openStart,
  NEVER_ENDED: neverEnded,
  EXPIRED_EVIDENCE: expiredEvidence,
  TARGET_BACKWARDS: targetBackwards,
  OVER_100: over100,
  UNUSED_ADOPTION: unusedAdoption,
  NO_UNIT: noUnit,
}

/** The codes of every rule, the worst first. */
export const RULE_CODES = Object.keys(rules) as Code[]

const RULES = RULE_CODES.map((code): Rule => {
  const { severity, instruction } = rules[code]
  return { code, severity: severity as Severity, instruction, find: FINDERS[code] }
})

export interface Finding extends Found {
  rule: Rule
  /** Names it: the rule, the record type, the part and the school year. */
  id: string
  year: SchoolYear
}

/** What the rules find in the records of an institution. */
export async function checkRules(causeway: Causeway, year: SchoolYear): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const rule of RULES) findings.push(...(await checkRule(causeway, year, rule)))
  return findings
}

async function checkRule(causeway: Causeway, year: SchoolYear, rule: Rule): Promise<Finding[]> {
  const found = await rule.find(causeway, year)
  return found.map((one) => ({
    ...{ rule, year, ...one },
    id: [rule.code, one.recordType ?? '', year.year, one.part].join('/'),
  }))
}

/** Records without evidence are counted by the checklist of a release, and are no finding of a year. */
const UNPROVED: Rule = {
  ...{ code: 'WITHOUT_EVIDENCE', severity: 'HINT', find: withoutEvidence },
  instruction: {
    zh: '在各条记录的页面上传佐证材料，或成批导入佐证材料目录。',
    en: 'Attach evidence on the page of each record, or import a list of it.',
  },
}

/** Returns the records without evidence, one finding a type. */
export const listUnproved = (causeway: Causeway, year: SchoolYear) => checkRule(causeway, year, UNPROVED)

/** Returns what an id of a finding names, as it is now; null if there is nothing of it any more. */
export async function findFinding(causeway: Causeway, year: SchoolYear, id: string): Promise<Finding | null> {
  const rule = [...RULES, UNPROVED].find(({ code }) => id.startsWith(`${code}/`))
  const findings = rule ? await checkRule(causeway, year, rule) : []
  return findings.find((one) => one.id === id) ?? null
}

/** The school year that an id of a finding speaks of; null if it is none. */
export function yearOfFinding(id: string): number | null {
  const year = Number(id.split('/')[2] ?? NaN)
  return Number.isInteger(year) ? year : null
}

/** How many records a sentence names. */
const NAMED = 3

/** Returns the first records of a finding, in the order of its list. */
export async function listNamed({ database }: Causeway, finding: Finding): Promise<StoredRecord[]> {
  const { recordType: type, records: among, sort: field, year } = finding
  if (type === null || among === null) return []
  const sort = field === null ? null : { field }
  return (await listRecords(database, { type, institution: year.institution, among, sort, first: NAMED })).records
}

/** Address on the page of the list of exactly the records that a finding counts, in no language; null if it counts none. */
export function addressOfList({ id, recordType, records, sort, year: { institution, year } }: Finding): string | null {
  if (recordType === null || records === null) return null
  return addressOfRecords({ institution, year, type: recordType, finding: id, ...(sort && { sort }) })
}

interface RecordsAddress {
  institution: string
  year: number
  type: string
  finding?: string
  sort?: string
  filter?: string
}

/** Address on the page of a list of records, in no language. */
export function addressOfRecords({ institution, year, ...asked }: RecordsAddress): string {
  return `/data?${new URLSearchParams({ institution, year: String(year), tab: 'records', ...asked })}`
}
