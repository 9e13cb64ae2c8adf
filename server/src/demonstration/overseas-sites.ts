import type { Row } from './csv-file.ts'
import { UNIT } from './units.ts'

/** Where the college teaches abroad. */
export const SITE = {
  russia: 'OS-RU',
  laos: 'OS-LA',
  mongolia: 'OS-MN',
  uzbekistan: 'OS-UZ',
  tanzania: 'OS-TZ',
  kazakhstan: 'OS-KZ',
} as const

const site = (code: string, name_zh: string, name_en: string, type: string, opened_on: string, more: Row): Row => ({
  code,
  name_zh,
  name_en,
  type,
  country: code.slice(3),
  opened_on,
  unit: UNIT.international,
  ...more,
})

/**
 * A teaching site across the river first; one in Mongolia that the pandemic closed; a licensed Silk-Road college, a licensed Luban
 * Workshop and a school of its own; at last a workshop that has no licence yet.
 */
export const OVERSEAS_SITES: Row[] = [
  site(SITE.russia, '北岸教学点', 'North Bank teaching site', 'teaching-site', '2016-03-28', { host: 'RU-BIR' }),
  site(SITE.mongolia, '蓝天草原教学点', 'Blue Sky steppe site', 'teaching-site', '2017-05-22', {
    host: 'MN-SKY',
    closed_on: '2020-12-31',
  }),
  site(SITE.laos, '湄江丝路学院', 'Mekong Silk-Road College', 'college', '2019-06-18', {
    brand: 'silk-road',
    licensed: 1,
    host: 'LA-SAV',
    equipment_value: 68.2,
  }),
  site(SITE.uzbekistan, '棉原界河农业学校', 'Cotton Plain Border River School', 'school', '2021-12-10', {
    host: 'UZ-COT',
    equipment_value: 215,
  }),
  site(SITE.tanzania, '坦桑尼亚农机鲁班工坊', 'Luban Workshop for farm machinery, Tanzania', 'workshop', '2022-11-07', {
    brand: 'luban',
    licensed: 1,
    host: 'TZ-SAV',
    equipment_value: 386.5,
  }),
  site(SITE.kazakhstan, '界河工坊（草原）', 'Border River Workshop on the Steppe', 'workshop', '2024-10-18', {
    brand: 'other',
    licensed: 0,
    host: 'KZ-STE',
    equipment_value: 124.8,
  }),
]
