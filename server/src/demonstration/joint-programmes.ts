import type { Row } from './csv-file.ts'
import { UNIT } from './units.ts'

const approval = (
  number: string,
  partner: string,
  programme: string,
  from: string,
  intake: number,
  more: Row,
): Row => ({
  approval: number,
  category: 'project',
  partner,
  programme,
  from,
  intake_per_cohort: intake,
  unit: UNIT.academicAffairs,
  ...more,
})

/**
 * Four approvals that stand, the first renewed under a new number, and one that was closed: its courses never came near the third
 * that the law asks for.
 */
export const JOINT_PROGRAMMES: Row[] = [
  approval('BH23RU3A2014001N', 'RU-NBU', 'J-CROP', '2014-09-01', 30, {
    to: '2020-08-31',
    first_intake: 2014,
    last_intake: 2019,
  }),
  approval('BH23RU3A2020007N', 'RU-NBU', 'J-CROP', '2020-09-01', 30, { to: '2026-08-31', first_intake: 2020 }),
  approval('BH23RU3A2016002N', 'RU-BIR', 'J-FOOD', '2016-09-01', 30, {
    to: '2021-07-31',
    first_intake: 2016,
    last_intake: 2018,
  }),
  approval('BH23BY3A2017003N', 'BY-LAK', 'J-MACH', '2017-09-01', 30, { to: '2027-08-31', first_intake: 2017 }),
  approval('BH23TH3A2019005N', 'TH-RIC', 'J-ECOM', '2019-09-01', 30, { to: '2025-08-31', first_intake: 2019 }),
  approval('BH23KZ3A2022008N', 'KZ-STE', 'J-HORT', '2022-09-01', 35, { to: '2028-08-31', first_intake: 2022 }),
]
