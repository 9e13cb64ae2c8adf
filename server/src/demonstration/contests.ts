export interface Contest {
  code: string
  series: 'worldskills' | 'other'
  date: string
  country: string
  level: 'nation' | 'international'
  /** Centre of its scale: 500 of the older marking, 700 of today's. */
  scale?: 500 | 700
  online?: true
  /** skill, how many of ours, whether they are one team, what they won. */
  entries: [
    skill: string,
    size: number,
    team: boolean,
    won: '' | 'gold' | 'silver' | 'bronze' | 'medallion' | '一等奖' | '二等奖' | '三等奖',
  ][]
}

const PLOUGHING = '拖拉机耕作 Tractor ploughing'
const SPRAYING = '无人机植保 Drone crop care'
const GREENHOUSE = '温室种植 Greenhouse growing'
const TESTING = '农产品检测 Food testing'
const SELLING = '跨境电商 Cross-border selling'
const SPEAKING = '俄语口语 Spoken Russian'
const GARDENING = '园艺 Landscape gardening'

/**
 * Invented contests. In 2017/18 the series changed its scale, so that year's scores stand on two. 2019/20 had none (said so in a zero
 * report); of 2020/21 nobody handed in anything. The rounds at home of an international series are no awards abroad.
 */
export const CONTESTS: Contest[] = [
  {
    code: 'NB-2016',
    series: 'worldskills',
    date: '2016-05-19',
    country: 'RU',
    level: 'international',
    scale: 500,
    entries: [
      [PLOUGHING, 1, false, 'medallion'],
      [GREENHOUSE, 1, false, ''],
      [GARDENING, 2, true, 'bronze'],
    ],
  },
  {
    code: 'AMU-2017',
    series: 'worldskills',
    date: '2017-04-27',
    country: 'RU',
    level: 'international',
    scale: 500,
    entries: [
      [PLOUGHING, 1, false, 'silver'],
      [GREENHOUSE, 1, false, 'medallion'],
      [TESTING, 1, false, ''],
    ],
  },
  {
    code: 'TALK-2017',
    series: 'other',
    date: '2017-05-18',
    country: 'RU',
    level: 'international',
    entries: [
      [SPEAKING, 1, false, '二等奖'],
      [SPEAKING, 1, false, ''],
    ],
  },
  {
    code: 'AMU-2017B',
    series: 'worldskills',
    date: '2017-10-20',
    country: 'RU',
    level: 'international',
    scale: 500,
    entries: [
      [PLOUGHING, 1, false, 'bronze'],
      [GARDENING, 2, true, 'medallion'],
      [GREENHOUSE, 1, false, ''],
    ],
  },
  {
    code: 'NB-2018',
    series: 'worldskills',
    date: '2018-05-24',
    country: 'RU',
    level: 'international',
    scale: 700,
    entries: [
      [PLOUGHING, 1, false, 'silver'],
      [TESTING, 1, false, 'medallion'],
      [SPRAYING, 3, true, ''],
    ],
  },
  {
    code: 'TALK-2018',
    series: 'other',
    date: '2018-04-12',
    country: 'BY',
    level: 'international',
    entries: [[SPEAKING, 1, false, '一等奖']],
  },
  {
    code: 'AMU-2018',
    series: 'worldskills',
    date: '2018-10-18',
    country: 'RU',
    level: 'international',
    scale: 700,
    entries: [
      [PLOUGHING, 1, false, 'gold'],
      [GREENHOUSE, 1, false, 'bronze'],
      [GARDENING, 2, true, 'medallion'],
      [TESTING, 1, false, ''],
    ],
  },
  {
    code: 'HOME-2018',
    series: 'worldskills',
    date: '2018-11-22',
    country: 'CN',
    level: 'nation',
    scale: 700,
    entries: [
      [SPRAYING, 1, false, 'bronze'],
      [PLOUGHING, 1, false, 'medallion'],
      [GREENHOUSE, 1, false, 'medallion'],
      [TESTING, 1, false, ''],
    ],
  },
  {
    code: 'MO-2019',
    series: 'other',
    date: '2019-04-25',
    country: 'MO',
    level: 'international',
    entries: [[SELLING, 3, true, '二等奖']],
  },
  {
    code: 'TALK-2019',
    series: 'other',
    date: '2019-05-16',
    country: 'RU',
    level: 'international',
    entries: [
      [SPEAKING, 1, false, '一等奖'],
      [SPEAKING, 1, false, '三等奖'],
    ],
  },
  {
    code: 'NET-2022',
    series: 'worldskills',
    date: '2022-04-21',
    country: 'RU',
    level: 'international',
    scale: 700,
    online: true,
    entries: [
      [TESTING, 1, false, 'bronze'],
      [SPRAYING, 2, true, 'medallion'],
      [GREENHOUSE, 1, false, ''],
    ],
  },
  {
    code: 'ECOM-2022',
    series: 'other',
    date: '2022-06-09',
    country: 'TH',
    level: 'international',
    online: true,
    entries: [
      [SELLING, 4, true, '一等奖'],
      [SELLING, 4, true, '三等奖'],
    ],
  },
  {
    code: 'AMU-2023',
    series: 'worldskills',
    date: '2023-04-20',
    country: 'RU',
    level: 'international',
    scale: 700,
    entries: [
      [PLOUGHING, 1, false, 'silver'],
      [GREENHOUSE, 1, false, 'medallion'],
      [TESTING, 1, false, 'medallion'],
      [SPRAYING, 2, true, ''],
    ],
  },
  {
    code: 'ECOM-2023',
    series: 'other',
    date: '2023-06-15',
    country: 'TH',
    level: 'international',
    entries: [
      [SELLING, 4, true, '一等奖'],
      [SELLING, 3, true, '二等奖'],
    ],
  },
  {
    code: 'HOME-2023',
    series: 'worldskills',
    date: '2023-11-16',
    country: 'CN',
    level: 'nation',
    scale: 700,
    entries: [
      [SPRAYING, 2, true, 'silver'],
      [PLOUGHING, 1, false, 'bronze'],
      [GREENHOUSE, 1, false, 'medallion'],
      [TESTING, 1, false, 'medallion'],
      [GARDENING, 2, true, ''],
    ],
  },
  {
    code: 'AMU-2024',
    series: 'worldskills',
    date: '2024-04-18',
    country: 'RU',
    level: 'international',
    scale: 700,
    entries: [
      [PLOUGHING, 1, false, 'gold'],
      [GREENHOUSE, 1, false, 'silver'],
      [TESTING, 1, false, 'bronze'],
      [SPRAYING, 2, true, 'silver'],
      [GARDENING, 2, true, 'medallion'],
      [SELLING, 1, false, ''],
    ],
  },
  {
    code: 'STE-2024',
    series: 'other',
    date: '2024-05-23',
    country: 'KZ',
    level: 'international',
    entries: [
      [PLOUGHING, 1, false, '一等奖'],
      [SPRAYING, 3, true, '二等奖'],
    ],
  },
  {
    code: 'ECOM-2024',
    series: 'other',
    date: '2024-06-13',
    country: 'TH',
    level: 'international',
    entries: [
      [SELLING, 4, true, '一等奖'],
      [SELLING, 4, true, '二等奖'],
      [SELLING, 3, true, '三等奖'],
    ],
  },
  {
    code: 'HOME-2024',
    series: 'worldskills',
    date: '2024-11-14',
    country: 'CN',
    level: 'nation',
    scale: 700,
    entries: [
      [SPRAYING, 2, true, 'gold'],
      [PLOUGHING, 1, false, 'silver'],
      [GREENHOUSE, 1, false, 'bronze'],
      [TESTING, 1, false, 'medallion'],
      [GARDENING, 2, true, 'medallion'],
      [SELLING, 1, false, ''],
    ],
  },
  {
    code: 'AMU-2025',
    series: 'worldskills',
    date: '2025-04-17',
    country: 'RU',
    level: 'international',
    scale: 700,
    entries: [
      [PLOUGHING, 1, false, 'silver'],
      [GREENHOUSE, 1, false, 'gold'],
      [TESTING, 1, false, 'medallion'],
      [SPRAYING, 2, true, 'bronze'],
    ],
  },
  {
    code: 'ECOM-2025',
    series: 'other',
    date: '2025-06-12',
    country: 'TH',
    level: 'international',
    entries: [
      [SELLING, 4, true, '一等奖'],
      [SELLING, 3, true, '二等奖'],
      [SELLING, 4, true, ''],
    ],
  },
  {
    code: 'MO-2025',
    series: 'other',
    date: '2025-05-15',
    country: 'MO',
    level: 'international',
    entries: [[SELLING, 3, true, '一等奖']],
  },
]
