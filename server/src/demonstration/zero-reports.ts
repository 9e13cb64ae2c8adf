import type { Row } from './csv-file.ts'
import { UNIT } from './units.ts'

const SIGNER = '国际交流处负责人（演示）'

/**
 * Signed statements that there was nothing: no contest in 2019/20, no stays while the border was shut, once the last who were
 * stranded had come home. Of visiting teachers in 2020/21 and of
 * contests in 2020/21 nobody said anything, so those years are gaps and not zeros. The last four speak for one unit alone.
 */
export const ZERO_REPORTS: Row[] = [
  { record_type: 'competition-result', from: '2019-09-01', to: '2020-08-31', signer: '竞赛管理办公室负责人（演示）' },
  {
    record_type: 'mobility',
    direction: 'out',
    audience: 'student',
    from: '2020-10-19',
    to: '2022-12-31',
    signer: SIGNER,
  },
  {
    record_type: 'mobility',
    direction: 'out',
    audience: 'staff',
    from: '2021-01-01',
    to: '2022-12-31',
    signer: SIGNER,
  },
  { record_type: 'mobility', direction: 'in', audience: 'staff', from: '2021-09-01', to: '2022-12-31', signer: SIGNER },
  {
    record_type: 'training-session',
    from: '2015-09-01',
    to: '2016-08-31',
    unit: UNIT.trainingCentre,
    signer: '培训中心负责人（演示）',
  },
  {
    record_type: 'mobility',
    from: '2023-09-01',
    to: '2024-08-31',
    unit: UNIT.animalScience,
    signer: '动物科技系主任（演示）',
  },
  {
    record_type: 'office-held',
    from: '2023-09-01',
    to: '2024-08-31',
    unit: UNIT.animalScience,
    signer: '动物科技系主任（演示）',
  },
  {
    record_type: 'training-session',
    from: '2024-09-01',
    to: '2025-07-31',
    unit: UNIT.tradeAndLanguages,
    signer: '经贸外语系主任（演示）',
  },
]
