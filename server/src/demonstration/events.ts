import type { Row } from './csv-file.ts'
import { CONTESTS } from './contests.ts'
import { internationalOfficeOn, UNIT } from './units.ts'

const FORUM = 'forum'
const CONFERENCE = 'conference'
const EXHIBITION = 'exhibition'

type Held = [
  code: string,
  zh: string,
  en: string,
  kind: string,
  role: string | undefined,
  country: string,
  start: string,
  end: string,
  more?: Row,
]

const CONSORTIUM = { partner: 'RU-NBU', platform: 'PL-CON' }

/** Held with partners, most of them every second year; a few on the screen while the border was shut; at a fair the college only had a stand. */
// prettier-ignore
const HELD: Held[] = [
  ['HY2016-01', '界河流域农业职业教育研讨会', 'Border River seminar on farm training', CONFERENCE, 'host', 'CN', '2016-05-24', '2016-05-25', { partner: 'RU-NBU', platform: 'PL-TEC' }],
  ['HY2016-02', '中俄农业职业教育联合体成立大会', 'Founding of the Sino-Russian consortium', CONFERENCE, 'host', 'CN', '2016-09-20', '2016-09-21', CONSORTIUM],
  ['HY2017-01', '中白农业装备教育展', 'Belarusian exhibition of farm machinery training', EXHIBITION, undefined, 'BY', '2017-06-06', '2017-06-10', { partner: 'BY-LAK' }],
  ['HY2017-02', '界河流域职业教育联盟论坛', 'Forum of the Border River alliance', FORUM, 'co-host', 'RU', '2017-11-17', '2017-11-18', { partner: 'RU-BIR', platform: 'PL-ALL' }],
  ['HY2018-01', '跨境农产品电商人才论坛', 'Forum on talent for cross-border farm trade', FORUM, 'host', 'CN', '2018-04-16', '2018-04-17', { partner: 'TH-RIC', platform: 'PL-TRA' }],
  ['HY2018-02', '中俄农业职业教育联合体年会', 'Annual meeting of the consortium', CONFERENCE, 'host', 'CN', '2018-10-09', '2018-10-10', CONSORTIUM],
  ['HY2019-01', '职业中文与农业技能研讨会', 'Seminar on Chinese for farm work', CONFERENCE, 'host', 'CN', '2019-05-20', '2019-05-21', { platform: 'PL-CHN' }],
  ['HY2019-02', '东盟农业职业教育论坛', 'ASEAN forum on farm training', FORUM, 'co-host', 'LA', '2019-06-18', '2019-06-19', { partner: 'LA-SAV' }],
  ['HY2019-03', '中俄农业职业教育联合体年会', 'Annual meeting of the consortium', CONFERENCE, 'co-host', 'RU', '2019-10-15', '2019-10-16', CONSORTIUM],
  ['HY2020-01', '寒地农业线上论坛', 'Online forum on farming in the cold', FORUM, 'host', 'CN', '2020-11-26', '2020-11-26', CONSORTIUM],
  ['HY2021-01', '疫情下的跨境职业教育线上研讨会', 'Online seminar on training across borders', CONFERENCE, 'host', 'CN', '2021-06-17', '2021-06-17', { platform: 'PL-CHN' }],
  ['HY2021-02', '中俄农业职业教育联合体线上年会', 'Annual meeting of the consortium, online', CONFERENCE, 'host', 'CN', '2021-10-14', '2021-10-14', CONSORTIUM],
  ['HY2023-01', '农机鲁班工坊建设研讨会', 'Seminar on the Luban Workshop', CONFERENCE, 'co-host', 'TZ', '2023-03-21', '2023-03-22', { partner: 'TZ-SAV', platform: 'PL-MEC' }],
  ['HY2023-02', '中亚农业职业教育论坛', 'Forum on farm training in Central Asia', FORUM, 'host', 'CN', '2023-06-08', '2023-06-09', { partner: 'UZ-COT' }],
  ['HY2023-03', '中俄农业职业教育联合体年会', 'Annual meeting of the consortium', CONFERENCE, 'host', 'CN', '2023-10-17', '2023-10-18', CONSORTIUM],
  ['HY2024-01', '农业教育装备展', 'Exhibition of equipment for farm training', EXHIBITION, 'host', 'CN', '2024-05-16', '2024-05-18'],
  ['HY2024-02', '东盟农业职业教育论坛', 'ASEAN forum on farm training', FORUM, 'co-host', 'VN', '2024-04-23', '2024-04-24', { partner: 'VN-RED' }],
  ['HY2024-03', '界河工坊揭牌暨草原农业论坛', 'Opening of the workshop and forum on steppe farming', FORUM, 'co-host', 'KZ', '2024-10-18', '2024-10-19', { partner: 'KZ-STE', platform: 'PL-WOR' }],
  ['HY2025-01', '国际农业职业教育标准研讨会', 'Seminar on standards of farm training', CONFERENCE, 'host', 'CN', '2025-05-22', '2025-05-23', CONSORTIUM],
]

const NAMES: Record<string, [zh: string, en: string]> = {
  AMU: ['黑水国际技能大赛', 'Black Water international skills contest'],
  NB: ['北岸农业技能公开赛', 'North Bank open contest of farm skills'],
  TALK: ['俄语演讲国际大赛', 'International contest of spoken Russian'],
  HOME: ['国际技能大赛国内选拔赛', 'Home round of the international skills contest'],
  MO: ['濠海电商技能邀请赛', 'Harbour invitation contest of e-commerce'],
  NET: ['国际技能大赛线上赛', 'International skills contest, online'],
  ECOM: ['东南亚跨境电商技能赛', 'South-East Asian contest of cross-border selling'],
  STE: ['草原农业技能大赛', 'Steppe contest of farm skills'],
}

export const EVENTS: Row[] = [
  ...HELD.map(([code, title_zh, title_en, kind, role, country, start, end, more]) => ({
    code,
    title_zh,
    title_en,
    kind,
    role,
    country,
    start,
    end,
    ...more,
    unit: internationalOfficeOn(start),
  })),
  ...CONTESTS.map(({ code, country, date }) => {
    const [series, year] = code.split('-') as [string, string]
    const [zh, en] = NAMES[series]!
    return {
      code,
      title_zh: `${year.slice(0, 4)}年${zh}${year.slice(4)}`,
      title_en: `${en} ${year}`,
      kind: 'competition',
      country,
      start: date,
      unit: UNIT.competitions,
    }
  }),
]
