import { toIso } from '@causeway/shared/day'
import type { Words } from '@causeway/shared/words/words'
import type { Connection } from '../ground/database/database.ts'
import type { BatchPlace } from '../ground/database/doubtful-records.ts'
import {
  listEarlyAdoptions,
  listMissingUnits,
  listMissingVersions,
  listOddWeights,
  listSharedCodes,
  listUnitsWithoutVersion,
  type EarlyAdoption,
  type MissingPart,
  type StandardPlace,
  type WeightSum,
} from '../ground/database/doubtful-standards.ts'
import { tableOf, type RecordType } from './record-type.ts'
import type { RecordWarning } from './record-warning.ts'

/** Names of the fields by which records name a version and a unit of a standard. */
const NAMING: Record<string, { standard: string; version: string | null; unit: string | null }[]> = {
  'standard-unit': [{ standard: 'standard', version: 'version', unit: null }],
  'standard-mapping': [
    { standard: 'standard', version: 'version', unit: 'unit_code' },
    { standard: 'to_standard', version: null, unit: 'to_unit_code' },
  ],
  'assessment-result': [{ standard: 'standard', version: 'standard_version', unit: 'standard_unit' }],
}

/** Of weights that are rounded, as three thirds of 0.33. */
const SLACK = 0.011

/** What does not fit together among standards, their versions, units, mappings and adoptions. */
export async function findStandardWarnings(
  db: Connection,
  place: BatchPlace,
  type: RecordType,
): Promise<RecordWarning[]> {
  const warnings: RecordWarning[] = []
  const { name } = type
  if (name === 'adoption' || name === 'standard-version')
    warnings.push(...(await listEarlyAdoptions(db, place, name)).map((one) => toEarly(name, one)))
  for (const naming of NAMING[name] ?? []) {
    const from: StandardPlace = { table: tableOf(type.name), ...naming }
    const { version, unit } = naming
    if (version !== null)
      warnings.push(
        ...(await listMissingVersions(db, place, { ...from, version })).map((one) => toNoVersion(version, one)),
      )
    if (version !== null && unit !== null)
      warnings.push(
        ...(await listUnitsWithoutVersion(db, place, { ...from, version, unit })).map((one) =>
          toWithoutVersion(version, one),
        ),
      )
    if (unit !== null)
      warnings.push(...(await listMissingUnits(db, place, { ...from, unit })).map((one) => toNoUnit(unit, one)))
  }
  if (type.name === 'standard-unit') warnings.push(...(await findOddWeights(db, place, type)))
  if (type.name === 'resource' || type.name === 'standard') {
    const other = type.name === 'resource' ? 'standard' : 'resource'
    const shared = await listSharedCodes(db, place, { table: tableOf(type.name), other: tableOf(other) })
    warnings.push(...shared.map(({ row, code }) => toSharedCode(row, code)))
  }
  return warnings
}

function toEarly(
  brought: 'adoption' | 'standard-version',
  { row, standard, day, count, first }: EarlyAdoption,
): RecordWarning {
  const [on, from] = [toIso(day), toIso(first)]
  const message: Words =
    brought === 'adoption'
      ? {
          zh: `标准 ${standard} 的第一个版本自 ${from} 生效，而采用日期为 ${on}。请核对日期，或补登更早的版本。`,
          en: `The first version of standard ${standard} is of ${from}, and it was adopted on ${on}. Look at the date, or register the earlier version.`,
        }
      : {
          zh: `标准 ${standard} 的第一个版本自 ${from} 生效，但有 ${count} 条采用记录在其前，最早的为 ${on}。请核对生效日期，或补登更早的版本。`,
          en: `The first version of standard ${standard} is of ${from}, but ${count === 1 ? '1 adoption is' : `${count} adoptions are`} earlier, the first of ${on}. Look at the date, or register the earlier version.`,
        }
  const field = brought === 'adoption' ? 'adopted_on' : 'from'
  return { code: 'BEFORE_FIRST_VERSION', row, field, value: on, message }
}

function toNoVersion(field: string, { row, count, standard, version }: MissingPart): RecordWarning {
  const message = {
    zh: `标准 ${standard} 没有登记版本 ${version}${rows(count).zh}，相关指标可能不会计入它。请先导入 standard-version，或更正版本号。`,
    en: `Standard ${standard} has no version ${version}${rows(count).en}, so that figures may leave it out. Import it first, as standard-version, or mend the version.`,
  }
  return { code: 'UNKNOWN_VERSION', row, field, value: version, message }
}

function toWithoutVersion(field: string, { row, count, standard, unit }: MissingPart): RecordWarning {
  const message = {
    zh: `填了标准 ${standard} 的能力单元 ${unit}，却没有填版本${rows(count).zh}，按单元统计的指标不会计入它。请填写版本。`,
    en: `It names unit ${unit} of standard ${standard} without a version${rows(count).en}, so that figures by unit leave it out. Say the version.`,
  }
  return { code: 'VERSION_MISSING', row, field, value: unit, message }
}

function toNoUnit(field: string, { row, count, standard, version, unit }: MissingPart): RecordWarning {
  const of: Words =
    version === null
      ? { zh: `标准 ${standard}`, en: `Standard ${standard}` }
      : { zh: `标准 ${standard} 的版本 ${version}`, en: `Version ${version} of standard ${standard}` }
  const message = {
    zh: `${of.zh}没有登记能力单元 ${unit}${rows(count).zh}。请先导入 standard-unit，或更正单元编号。`,
    en: `${of.en} has no unit ${unit}${rows(count).en}. Import it first, as standard-unit, or mend the code.`,
  }
  return { code: 'UNKNOWN_UNIT', row, field, value: unit, message }
}

/** How many rows name it, where it is more than the one that is shown. */
function rows(count: number): Words {
  return count === 1 ? { zh: '', en: '' } : { zh: `（共 ${count} 行）`, en: ` (named in ${count} rows)` }
}

async function findOddWeights(db: Connection, place: BatchPlace, type: RecordType): Promise<RecordWarning[]> {
  const factor = type.fields.find(({ name }) => name === 'weight')!.factor!
  const odd = await listOddWeights(db, place, { whole: factor, slack: Math.round(SLACK * factor) })
  return odd.map((one) => toOddWeight(one, factor))
}

function toOddWeight({ row, standard, version, sum, empty }: WeightSum, factor: number): RecordWarning {
  const total = sum / factor
  const without: Words =
    empty === 0
      ? { zh: '', en: '' }
      : {
          zh: `其中 ${empty} 个单元未填权重，在能力单元达成率中不起作用，仅在这些单元上的成绩不计入；请补填，或把各单元的权重都留空。`,
          en: ` ${empty === 1 ? '1 unit has' : `${empty} units have`} none and weighs nothing in the competency attainment: results on such units alone count nothing. Give each unit its weight, or none to any.`,
        }
  const message = {
    zh: `标准 ${standard} 版本 ${version} 各单元的权重合计为 ${total}。计算时按合计为 1 折算；如有误，请更正权重。${without.zh}`,
    en: `The weights of standard ${standard}, version ${version}, add up to ${total}. Figures make them add up to 1; if that is not meant, correct them.${without.en}`,
  }
  return { code: 'WEIGHTS_NOT_ONE', row, field: 'weight', value: String(total), message }
}

function toSharedCode(row: number | null, code: string): RecordWarning {
  const message = {
    zh: `标准和教学资源（装备）都有编号 ${code}，同一机构对两者的采用会被当作一条。请给其中一个换一个编号。`,
    en: `A standard and a resource both have the code ${code}, so that one adopter's adoptions of the two are taken for one. Give one of them another code.`,
  }
  return { code: 'CODE_OF_BOTH', row, field: 'code', value: code, message }
}
