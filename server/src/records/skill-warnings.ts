import { toIso } from '@causeway/shared/day'
import type { Connection } from '../ground/database/database.ts'
import type { BatchPlace } from '../ground/database/doubtful-records.ts'
import {
  listAwardedLevels,
  listDoubtfulTeams,
  listIssuers,
  listOffScale,
  listScales,
  listUnknownCompetitions,
  type DoubtfulTeam,
  type ScaledTable,
  type UsedScale,
} from '../ground/database/doubtful-skills.ts'
import { findIssuer } from '../ground/reference/certificate-issuers.ts'
import { COMPETITION_SCALES } from '../ground/reference/competition-scales.ts'
import { countryName } from '../ground/reference/countries.ts'
import { findLanguageScale } from '../ground/reference/language-scales.ts'
import { tableOf, type RecordType } from './record-type.ts'
import type { RecordWarning } from './record-warning.ts'

/** Levels that a certificate has not, issuers seated elsewhere, scales not in force on the day, competitions that are no event, teams whose rows contradict one another. */
export async function findSkillWarnings(
  db: Connection,
  place: BatchPlace,
  { name }: RecordType,
): Promise<RecordWarning[]> {
  switch (name) {
    case 'certificate-award':
      return findLevels(db, place)
    case 'certificate-type':
      return [...(await findLevels(db, place)), ...(await findIssuers(db, place))]
    case 'language-result':
      return findScales(db, place, {
        ...{ table: tableOf(name), scale: 'scale', version: 'scale_version', field: 'scale_version' },
        inForce: languageScaleInForce,
      })
    case 'competition-result':
      return [
        ...(await findScales(db, place, {
          ...{ table: tableOf(name), scale: 'series', version: 'scale', field: 'scale' },
          inForce: competitionScaleInForce,
        })),
        ...(await findCompetitions(db, place)),
        ...(await listDoubtfulTeams(db, place)).map(toDoubtfulTeam),
      ]
    default:
      return []
  }
}

async function findLevels(db: Connection, place: BatchPlace): Promise<RecordWarning[]> {
  const awarded = await listAwardedLevels(db, place)
  return awarded
    .filter(({ level, levels }) => !splitLevels(levels).includes(fold(level)))
    .map(({ row, certificate, level, levels }) => {
      const message = {
        zh: `证书 ${certificate} 没有“${level}”这一等级；其等级为 ${levels}。请改正等级，或补充证书的等级。`,
        en: `The certificate ${certificate} has no level "${level}"; it has ${levels}. Mend the level, or add it to the certificate.`,
      }
      return { code: 'NO_SUCH_LEVEL', row, field: 'level', value: level, message }
    })
}

function splitLevels(levels: string): string[] {
  return levels.split(/[、,，;；/]/).map(fold)
}

function fold(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

async function findIssuers(db: Connection, place: BatchPlace): Promise<RecordWarning[]> {
  const warnings: RecordWarning[] = []
  for (const { row, issuer, country } of await listIssuers(db, place)) {
    const known = findIssuer(issuer)
    if (!known || known.country === country) continue
    const [seat, said] = [countryName(known.country), countryName(country)]
    const message = {
      zh: `发证机构${known.name.zh}设在${seat.zh}，此处填的是${said.zh}。请核对。`,
      en: `${known.name.en} has its seat in ${seat.en}; here it says ${said.en}. Look at both.`,
    }
    warnings.push({ code: 'ISSUER_ELSEWHERE', row, field: 'country', value: country, message })
  }
  return warnings
}

interface Scales extends ScaledTable {
  /** Where a doubt is shown. */
  field: string
  /** When a version was in force; null: nobody knows it; undefined: it is not ours to know. */
  inForce(used: UsedScale): { from: number; to: number | null } | null | undefined
}

function languageScaleInForce({ scale, version }: UsedScale) {
  const found = findLanguageScale(scale)?.versions.find((one) => one.version === version)
  return found ? { from: found.from, to: null } : null
}

function competitionScaleInForce({ scale, version }: UsedScale) {
  const scales = COMPETITION_SCALES.filter(({ series }) => series === scale)
  if (scales.length === 0) return undefined
  const found = scales.find((one) => one.scale === version)
  return found ? { from: found.from, to: found.to } : null
}

async function findScales(db: Connection, place: BatchPlace, scales: Scales): Promise<RecordWarning[]> {
  const warnings: RecordWarning[] = []
  for (const used of await listScales(db, place, scales)) {
    const inForce = scales.inForce(used)
    if (inForce === null) warnings.push(unknownScale(used, scales.field))
    if (!inForce) continue
    if (used.first >= inForce.from && (inForce.to === null || used.last <= inForce.to)) continue
    for (const { row, day } of await listOffScale(db, place, scales, used, inForce)) {
      const early = day < inForce.from
      const message = {
        zh: `${toIso(day)} 时 ${used.scale} ${used.version} ${early ? `尚未启用（${toIso(inForce.from)} 起）` : `已停用（至 ${toIso(inForce.to!)}）`}。请核对日期和版本。`,
        en: `On ${toIso(day)} ${used.scale} ${used.version} was ${early ? `not in force yet (from ${toIso(inForce.from)})` : `no longer in force (until ${toIso(inForce.to!)})`}. Look at the date and the version.`,
      }
      warnings.push({ code: 'SCALE_NOT_IN_FORCE', row, field: scales.field, value: used.version, message })
    }
  }
  return warnings
}

function unknownScale({ row, scale, version }: UsedScale, field: string): RecordWarning {
  const message = {
    zh: `量表 ${scale} 没有已知的版本“${version}”；已照原样收下，不同版本的成绩不会合并比较。请核对版本。`,
    en: `No version "${version}" of ${scale} is known; it was taken as it is, and results of several versions are never compared. Look at the version.`,
  }
  return { code: 'UNKNOWN_SCALE_VERSION', row, field, value: version, message }
}

function toDoubtfulTeam({ row, event, skill, team, medals, scores, scales }: DoubtfulTeam): RecordWarning {
  const differ = [
    { count: medals, field: 'medal', zh: '奖牌', en: 'medals' },
    { count: scores, field: 'score', zh: '得分', en: 'scores' },
    { count: scales, field: 'scale', zh: '计分制', en: 'scales' },
  ].filter(({ count }) => Number(count) > 1)
  const message = {
    zh: `“${event}”赛项 ${skill} 的参赛队 ${team} 各行的${differ.map(({ zh }) => zh).join('、')}不一致。一支队只计一次：奖牌积分取最高的奖牌，标准分取最高的得分。请核对，使各行一致。`,
    en: `The rows of team ${team} in skill ${skill} of "${event}" name several ${differ.map(({ en }) => en).join(' and ')}. A team counts once: its best medal for the medal points, its highest score for the mean score. Look at them and make the rows agree.`,
  }
  return { code: 'TEAM_CONTRADICTS', row, field: differ[0]!.field, value: team, message }
}

async function findCompetitions(db: Connection, place: BatchPlace): Promise<RecordWarning[]> {
  return (await listUnknownCompetitions(db, place)).map(({ row, event }) => {
    const message = {
      zh: `“国际会议与活动”中没有名称或编号为“${event}”的竞赛。请核对赛事名称，或补登该赛事。`,
      en: `No event of kind competition is called "${event}", or has it as its code. Look at the name, or register the event.`,
    }
    return { code: 'NO_SUCH_COMPETITION', row, field: 'event', value: event, message }
  })
}
