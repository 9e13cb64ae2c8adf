import { toDay, toIso } from '@causeway/shared/day'
import type { Row } from './csv-file.ts'
import { PARTNERS } from './partners.ts'
import { DATA_DATE } from './story.ts'
import { internationalOfficeOn, UNIT } from './units.ts'

interface Signed {
  partner: string
  type: 'mou' | 'moa' | 'contract'
  subject: string
  on: string
  /** Of each of the terms that follow one another. */
  years: number
  /** How often it was renewed. */
  renewed?: number
  programme?: string
}

const MOU = '师生互访与教学交流'
const PRACTICE = '学生岗位实习与员工培训'

const signed = (
  partner: string,
  type: Signed['type'],
  on: string,
  years: number,
  subject: string,
  more: Pick<Signed, 'renewed' | 'programme'> = {},
): Signed => ({ partner, type, on, years, subject, ...more })

/**
 * Some were renewed when they ran out, some were left to lapse though visits went on; the contract of the Thai joint programme ran out
 * in the spring before its approval does.
 */
const SIGNED: Signed[] = [
  signed('RU-NBU', 'mou', '2013-10-15', 5, MOU, { renewed: 2 }),
  signed('RU-NBU', 'contract', '2014-03-20', 6, '作物生产专业合作办学', { renewed: 1, programme: 'J-CROP' }),
  signed('DE-LIN', 'moa', '2014-03-01', 4, '农机机电职业标准引进', { renewed: 1 }),
  signed('RU-BIR', 'moa', '2014-05-20', 4, '共建北岸教学点', { renewed: 2 }),
  signed('CN-MIL', 'contract', '2014-09-10', 5, PRACTICE, { renewed: 2 }),
  signed('CN-TRA', 'contract', '2014-06-20', 5, PRACTICE, { renewed: 2 }),
  signed('JP-SNO', 'moa', '2014-09-18', 4, '农业研修生派遣', { renewed: 1 }),
  signed('RU-GOV', 'mou', '2015-03-10', 5, '新型职业农民培训', { renewed: 2 }),
  signed('RU-EAR', 'contract', '2015-06-01', 3, PRACTICE, { renewed: 3 }),
  signed('BY-LAK', 'mou', '2015-06-18', 5, MOU, { renewed: 2 }),
  signed('NZ-WCD', 'moa', '2015-08-01', 5, '奶牛饲养课程引进'),
  signed('MN-SKY', 'moa', '2015-08-20', 5, '草原教学点与师资培训'),
  signed('CN-COL', 'contract', '2015-09-15', 4, PRACTICE, { renewed: 2 }),
  signed('RU-BIR', 'contract', '2016-04-11', 5, '食品加工专业合作办学', { programme: 'J-FOOD' }),
  signed('BY-LIN', 'contract', '2017-03-06', 6, '农业装备专业合作办学', { renewed: 1, programme: 'J-MACH' }),
  signed('CN-NET', 'contract', '2017-04-18', 4, PRACTICE, { renewed: 2 }),
  signed('HK-GRN', 'mou', '2017-06-11', 5, '农业科技研习', { renewed: 1 }),
  signed('TH-RIC', 'mou', '2017-08-25', 5, MOU, { renewed: 1 }),
  signed('KZ-STE', 'moa', '2017-09-07', 5, MOU, { renewed: 1 }),
  signed('LA-SAV', 'moa', '2018-04-20', 5, '共建湄江丝路学院', { renewed: 1 }),
  signed('VN-RED', 'mou', '2018-10-12', 5, MOU),
  signed('KH-LAK', 'mou', '2019-03-28', 5, MOU, { renewed: 1 }),
  signed('TH-RIC', 'contract', '2019-04-22', 6, '农村电子商务专业合作办学', { programme: 'J-ECOM' }),
  signed('KG-PEA', 'mou', '2019-06-14', 5, MOU),
  signed('KZ-OIL', 'contract', '2019-08-30', 4, PRACTICE, { renewed: 1 }),
  signed('MO-HAR', 'moa', '2019-11-22', 5, '电商技能研习', { renewed: 1 }),
  signed('UZ-COT', 'moa', '2021-11-30', 6, '合办棉原界河农业学校'),
  signed('KZ-STE', 'contract', '2022-03-15', 6, '设施农业专业合作办学', { programme: 'J-HORT' }),
  signed('TZ-SAV', 'moa', '2022-06-15', 5, '共建农机鲁班工坊'),
  signed('TJ-VAL', 'mou', '2022-09-16', 5, MOU),
  signed('TZ-MAC', 'contract', '2022-10-08', 4, PRACTICE),
  signed('LA-FRU', 'contract', '2023-05-19', 4, PRACTICE),
  signed('PK-IND', 'mou', '2024-04-12', 5, MOU),
]

/** One row a term; a renewal is signed some weeks before the term before it ends. */
export const AGREEMENTS: Row[] = SIGNED.flatMap((one, n) => {
  const rows: Row[] = []
  for (let term = 0; term <= (one.renewed ?? 0); term++) {
    const from = plusYears(one.on, term * one.years)
    if (from > DATA_DATE) break
    const before = rows.at(-1)
    const signed_on = before ? toIso(toDay(from) - 20 - (n % 5) * 7) : from
    rows.push({
      code: `XY${signed_on.slice(0, 4)}-${String(n + 1).padStart(2, '0')}`,
      partner: one.partner,
      type: one.type,
      signed_on,
      from,
      to: toIso(toDay(plusYears(from, one.years)) - 1),
      subject: one.subject,
      programme: one.programme,
      renewal_of: before?.['code'],
      unit: isOfEnterprise(one.partner) ? UNIT.employment : internationalOfficeOn(signed_on),
    })
  }
  return rows
})

function isOfEnterprise(partner: string): boolean {
  return PARTNERS.some(({ code, type }) => code === partner && type === 'enterprise')
}

function plusYears(date: string, years: number): string {
  return `${Number(date.slice(0, 4)) + years}${date.slice(4)}`
}
