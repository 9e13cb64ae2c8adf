interface Contest {
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
    won:
      | ''
      | 'gold'
      | 'silver'
      | 'bronze'
      | 'medallion'
      | '一等奖 First prize'
      | '二等奖 Second prize'
      | '三等奖 Third prize',
  ][]
}

const PLOUGHING = '拖拉机耕作 Tractor ploughing'
const SPRAYING = '无人机植保 Drone crop care'
const GREENHOUSE = '温室种植 Greenhouse growing'
const TESTING = '农产品检测 Food testing'
const SELLING = '跨境电商 Cross-border selling'
const SPEAKING = '俄语口语 Spoken Russian'
const GARDENING = '园艺 Landscape gardening'

const worldskills = (
  scale: 500 | 700,
  code: string,
  date: string,
  country: string,
  entries: Contest['entries'],
  more: { online?: true } = {},
): Contest => ({
  code,
  series: 'worldskills',
  date,
  country,
  level: country === 'CN' ? 'nation' : 'international',
  scale,
  entries,
  ...more,
})
const other = (
  code: string,
  date: string,
  country: string,
  entries: Contest['entries'],
  more: { online?: true } = {},
): Contest => ({
  code,
  series: 'other',
  date,
  country,
  level: 'international',
  entries,
  ...more,
})

/**
 * Invented contests. In 2016/17 the series changed its scale, so that year's scores stand on two. 2019/20 had none (said so in a zero
 * report); of 2020/21 nobody handed in anything. The rounds at home of an international series are no awards abroad.
 */
export const CONTESTS: Contest[] = [
  worldskills(500, 'NB-2016', '2016-05-19', 'RU', [
    [PLOUGHING, 1, false, 'medallion'],
    [GREENHOUSE, 1, false, ''],
    [GARDENING, 2, true, 'bronze'],
  ]),
  worldskills(500, 'AMU-2016', '2016-10-20', 'RU', [
    [PLOUGHING, 1, false, 'bronze'],
    [GARDENING, 2, true, 'medallion'],
    [GREENHOUSE, 1, false, ''],
  ]),
  worldskills(700, 'AMU-2017', '2017-04-27', 'RU', [
    [PLOUGHING, 1, false, 'silver'],
    [GREENHOUSE, 1, false, 'medallion'],
    [TESTING, 1, false, ''],
  ]),
  other('TALK-2017', '2017-05-18', 'RU', [
    [SPEAKING, 1, false, '二等奖 Second prize'],
    [SPEAKING, 1, false, ''],
  ]),
  worldskills(700, 'NB-2018', '2018-05-24', 'RU', [
    [PLOUGHING, 1, false, 'silver'],
    [TESTING, 1, false, 'medallion'],
    [SPRAYING, 3, true, ''],
  ]),
  other('TALK-2018', '2018-04-12', 'BY', [[SPEAKING, 1, false, '一等奖 First prize']]),
  worldskills(700, 'AMU-2018', '2018-10-18', 'RU', [
    [PLOUGHING, 1, false, 'gold'],
    [GREENHOUSE, 1, false, 'bronze'],
    [GARDENING, 2, true, 'medallion'],
    [TESTING, 1, false, ''],
  ]),
  worldskills(700, 'HOME-2018', '2018-11-22', 'CN', [
    [SPRAYING, 1, false, 'bronze'],
    [PLOUGHING, 1, false, 'medallion'],
    [GREENHOUSE, 1, false, 'medallion'],
    [TESTING, 1, false, ''],
  ]),
  other('MO-2019', '2019-04-25', 'MO', [[SELLING, 3, true, '二等奖 Second prize']]),
  other('TALK-2019', '2019-05-16', 'RU', [
    [SPEAKING, 1, false, '一等奖 First prize'],
    [SPEAKING, 1, false, '三等奖 Third prize'],
  ]),
  worldskills(
    700,
    'NET-2022',
    '2022-04-21',
    'RU',
    [
      [TESTING, 1, false, 'bronze'],
      [SPRAYING, 2, true, 'medallion'],
      [GREENHOUSE, 1, false, ''],
    ],
    { online: true },
  ),
  other(
    'ECOM-2022',
    '2022-06-09',
    'TH',
    [
      [SELLING, 4, true, '一等奖 First prize'],
      [SELLING, 4, true, '三等奖 Third prize'],
    ],
    { online: true },
  ),
  worldskills(700, 'AMU-2023', '2023-04-20', 'RU', [
    [PLOUGHING, 1, false, 'silver'],
    [GREENHOUSE, 1, false, 'medallion'],
    [TESTING, 1, false, 'medallion'],
    [SPRAYING, 2, true, ''],
  ]),
  other('ECOM-2023', '2023-06-15', 'TH', [
    [SELLING, 4, true, '一等奖 First prize'],
    [SELLING, 3, true, '二等奖 Second prize'],
  ]),
  worldskills(700, 'HOME-2023', '2023-11-16', 'CN', [
    [SPRAYING, 2, true, 'silver'],
    [PLOUGHING, 1, false, 'bronze'],
    [GREENHOUSE, 1, false, 'medallion'],
    [TESTING, 1, false, 'medallion'],
    [GARDENING, 2, true, ''],
  ]),
  worldskills(700, 'AMU-2024', '2024-04-18', 'RU', [
    [PLOUGHING, 1, false, 'gold'],
    [GREENHOUSE, 1, false, 'silver'],
    [TESTING, 1, false, 'bronze'],
    [SPRAYING, 2, true, 'silver'],
    [GARDENING, 2, true, 'medallion'],
    [SELLING, 1, false, ''],
  ]),
  other('STE-2024', '2024-05-23', 'KZ', [
    [PLOUGHING, 1, false, '一等奖 First prize'],
    [SPRAYING, 3, true, '二等奖 Second prize'],
  ]),
  other('ECOM-2024', '2024-06-13', 'TH', [
    [SELLING, 4, true, '一等奖 First prize'],
    [SELLING, 4, true, '二等奖 Second prize'],
    [SELLING, 3, true, '三等奖 Third prize'],
  ]),
  worldskills(700, 'HOME-2024', '2024-11-14', 'CN', [
    [SPRAYING, 2, true, 'gold'],
    [PLOUGHING, 1, false, 'silver'],
    [GREENHOUSE, 1, false, 'bronze'],
    [TESTING, 1, false, 'medallion'],
    [GARDENING, 2, true, 'medallion'],
    [SELLING, 1, false, ''],
  ]),
  worldskills(700, 'AMU-2025', '2025-04-17', 'RU', [
    [PLOUGHING, 1, false, 'silver'],
    [GREENHOUSE, 1, false, 'gold'],
    [TESTING, 1, false, 'medallion'],
    [SPRAYING, 2, true, 'bronze'],
  ]),
  other('ECOM-2025', '2025-06-12', 'TH', [
    [SELLING, 4, true, '一等奖 First prize'],
    [SELLING, 3, true, '二等奖 Second prize'],
    [SELLING, 4, true, ''],
  ]),
  other('MO-2025', '2025-05-15', 'MO', [[SELLING, 3, true, '一等奖 First prize']]),
]
