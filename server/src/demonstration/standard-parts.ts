import type { Row } from './csv-file.ts'
import { UNIT } from './units.ts'

interface Version {
  standard: string
  version: string
  from: string
  to?: string
  /** Every version is to be reviewed after five years. */
  reviewed?: string
}

const version = (
  standard: string,
  number: string,
  from: string,
  more: Pick<Version, 'to' | 'reviewed'> = {},
): Version => ({
  standard,
  version: number,
  from,
  ...more,
})

/** Two standards were rewritten; of those that came due, some were reviewed, two of them late, and some are overdue. */
const VERSIONS: Version[] = [
  version('SI-DE-01', '1', '2014-01-15', { reviewed: '2019-03-20' }),
  version('SI-NZ-01', '1', '2015-02-10', { to: '2021-08-31', reviewed: '2020-06-18' }),
  version('SI-RU-01', '1', '2016-01-20', { reviewed: '2021-04-15' }),
  version('SI-BY-01', '1', '2017-09-01'),
  version('SO-CROP', '1', '2014-03-12', { to: '2019-08-31', reviewed: '2019-04-10' }),
  version('SO-CROP', '2', '2019-09-01', { reviewed: '2024-11-08' }),
  version('SO-MACH', '1', '2015-09-01', { to: '2022-08-31', reviewed: '2021-01-14' }),
  version('SO-MACH', '2', '2022-09-01'),
  version('SO-HORT', '1', '2017-03-02', { reviewed: '2022-06-16' }),
  version('SO-ECOM', '1', '2018-03-14'),
  version('SO-FOOD', '1', '2019-09-01', { reviewed: '2024-12-20' }),
  version('SO-VET', '1', '2019-05-15'),
  version('SJ-PLANT', '1', '2018-05-22', { reviewed: '2023-09-26' }),
  version('SC-SOY', '1', '2015-03-18', { reviewed: '2020-05-28' }),
  version('SC-DRONE', '1', '2019-11-06', { reviewed: '2025-01-17' }),
  version('SC-GREEN', '1', '2017-06-08'),
  version('SC-LIVE', '1', '2020-04-09'),
  version('SJ-TZ-MEC', '1', '2022-06-15'),
]

export const STANDARD_VERSIONS: Row[] = VERSIONS.map(({ reviewed, ...one }) => ({
  ...one,
  review_due: `${Number(one.from.slice(0, 4)) + 5}${one.from.slice(4)}`,
  reviewed_on: reviewed,
  unit: UNIT.academicAffairs,
}))

type Unit = [code: string, zh: string, en: string, weight: number, eqf: number]

// prettier-ignore
const UNITS_OF: Record<string, Unit[]> = {
  'SO-MACH 1': [
    ['U1', '操作与驾驶', 'Driving and operating', 0.3, 4],
    ['U2', '日常维护', 'Routine maintenance', 0.3, 4],
    ['U3', '机械修理', 'Mechanical repair', 0.25, 4],
    ['U4', '作业安全', 'Safety at work', 0.15, 4],
  ],
  'SO-MACH 2': [
    ['U1', '操作与驾驶', 'Driving and operating', 0.2, 4],
    ['U2', '日常维护', 'Routine maintenance', 0.2, 4],
    ['U3', '机械修理', 'Mechanical repair', 0.2, 5],
    ['U4', '作业安全', 'Safety at work', 0.1, 4],
    ['U5', '导航与变量作业', 'Guidance and variable rates', 0.15, 5],
    ['U6', '电液故障诊断', 'Faults of hydraulics and electronics', 0.15, 5],
  ],
  'SO-CROP 1': [
    ['U1', '整地与播种', 'Tillage and sowing', 0.35, 4],
    ['U2', '田间管理', 'Field care', 0.35, 4],
    ['U3', '收获与贮藏', 'Harvest and storage', 0.3, 4],
  ],
  'SO-CROP 2': [
    ['U1', '整地与播种', 'Tillage and sowing', 0.25, 4],
    ['U2', '田间管理', 'Field care', 0.3, 5],
    ['U3', '收获与贮藏', 'Harvest and storage', 0.25, 4],
    ['U4', '黑土地保护', 'Keeping black soil', 0.2, 5],
  ],
  'SO-HORT 1': [
    ['U1', '温室环境调控', 'Climate of a greenhouse', 0.4, 5],
    ['U2', '育苗', 'Seedlings', 0.3, 4],
    ['U3', '水肥一体化', 'Water and feed', 0.3, 4],
  ],
  'SO-ECOM 1': [
    ['U1', '选品与定价', 'Choosing and pricing', 0.3, 4],
    ['U2', '店铺运营', 'Running a shop', 0.4, 4],
    ['U3', '跨境物流', 'Logistics across borders', 0.3, 5],
  ],
  'SO-FOOD 1': [
    ['U1', '原料检验', 'Testing raw material', 0.4, 4],
    ['U2', '加工操作', 'Processing', 0.35, 4],
    ['U3', '质量体系', 'Systems of quality', 0.25, 5],
  ],
  'SC-DRONE 1': [
    ['U1', '起降与航线', 'Flight and routes', 0.5, 4],
    ['U2', '配药与喷洒', 'Mixing and spraying', 0.5, 4],
  ],
  'SJ-TZ-MEC 1': [
    ['U1', '拖拉机保养', 'Tractor service', 0.4, 3],
    ['U2', '脱粒机修理', 'Thresher repair', 0.35, 3],
    ['U3', '焊接与修补', 'Welding and mending', 0.25, 3],
  ],
  'SI-DE-01 1': [
    ['M1', '驾驶与操作', 'Operating machinery', 0.3, 4],
    ['M2', '保养与检查', 'Service and inspection', 0.3, 4],
    ['M3', '故障诊断', 'Finding faults', 0.4, 5],
  ],
  'SI-RU-01 1': [
    ['K1', '土壤耕作', 'Tillage', 0.4, 4],
    ['K2', '植株管理', 'Care of the crop', 0.3, 4],
    ['K3', '收获', 'Harvest', 0.3, 4],
  ],
}

export const STANDARD_UNITS: Row[] = Object.entries(UNITS_OF).flatMap(([edition, units]) => {
  const [standard, number] = edition.split(' ')
  return units.map(([code, title_zh, title_en, weight, eqf_level]) => ({
    standard,
    version: number,
    code,
    title_zh,
    title_en,
    weight,
    eqf_level,
    unit: UNIT.academicAffairs,
  }))
})

/** The codes of the units of one version of a standard. */
export function unitCodesOf(standard: string, number: string): string[] {
  return UNITS_OF[`${standard} ${number}`]!.map(([code]) => code)
}
