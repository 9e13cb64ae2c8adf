import type { Row } from './csv-file.ts'
import { PLATFORMS } from './partners.ts'
import { internationalOfficeOn } from './units.ts'

/** Partners of a platform, in the order in which they joined; the first leads it beside the college. */
const MEMBERS: Record<string, [partner: string, from: string, to?: string][]> = {
  'PL-CON': [
    ['RU-NBU', '2016-09-20'],
    ['RU-BIR', '2016-09-20'],
    ['RU-GOV', '2016-09-20'],
    ['RU-EAR', '2017-03-15'],
    ['BY-LAK', '2018-06-08'],
    ['CN-MIL', '2016-09-20'],
    ['CN-TRA', '2019-05-21'],
  ],
  'PL-TEC': [
    ['RU-NBU', '2015-05-12'],
    ['RU-GOV', '2015-05-12'],
    ['CN-PAR', '2016-05-05'],
  ],
  'PL-TRA': [
    ['TH-RIC', '2018-04-16'],
    ['CN-NET', '2018-04-16'],
    ['CN-COL', '2019-10-11'],
    ['KH-LAK', '2020-09-17'],
  ],
  'PL-FAR': [
    ['RU-GOV', '2015-11-03'],
    ['RU-EAR', '2015-11-03'],
    ['UZ-COT', '2022-11-11'],
  ],
  'PL-CHN': [
    ['KG-PEA', '2019-06-14'],
    ['TJ-VAL', '2022-09-16'],
    ['RU-EAR', '2021-03-01'],
  ],
  'PL-MEC': [
    ['TZ-SAV', '2023-03-21'],
    ['TZ-MAC', '2023-03-21'],
  ],
  'PL-PAR': [
    ['RU-NBU', '2014-08-25', '2021-12-31'],
    ['CN-PAR', '2015-04-02', '2021-12-31'],
  ],
  'PL-ALL': [
    ['RU-BIR', '2017-11-17'],
    ['MN-SKY', '2017-11-17', '2022-11-16'],
  ],
  'PL-WOR': [
    ['KZ-STE', '2024-10-18'],
    ['KZ-OIL', '2024-10-18'],
  ],
}

export const PLATFORM_MEMBERS: Row[] = Object.entries(MEMBERS).flatMap(([platform, members]) =>
  members.map(([partner, from, to], n) => ({
    platform,
    partner,
    role: n === 0 && PLATFORMS.some(({ code, role }) => code === platform && role === 'member') ? 'lead' : 'member',
    from,
    to,
    unit: internationalOfficeOn(from),
  })),
)
