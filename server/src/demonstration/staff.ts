import type { Row } from './csv-file.ts'
import { createRandom } from './random.ts'
import { internationalOfficeOn, UNIT } from './units.ts'

const TEACHERS = 105
/** Those of the first years; five more join each August after 2015. */
const FIRST_TEACHERS = 60

/** Everybody who works here: teachers, foreign teachers, administrators, masters from enterprises who teach some hours. */
export function employStaff(stays: Row[]): Row[] {
  const random = createRandom('staff')
  const lastDays = lastDaysNeeded(stays)
  const rows: Row[] = []
  for (let n = 1; n <= TEACHERS; n++) {
    const person = toTeacher(n)
    const from = n <= FIRST_TEACHERS ? `2013-0${6 + (n % 3)}-20` : `${2015 + Math.ceil((n - FIRST_TEACHERS) / 5)}-08-20`
    const isDual = random.chance(n <= FIRST_TEACHERS ? 0.62 : 0.5)
    const leaves = random.chance(0.1) ? `${random.whole(2019, 2024)}-07-31` : undefined
    const sex = random.chance(0.48) ? 'female' : 'male'
    const to = leaves && leaves > (lastDays.get(person) ?? '') && leaves > from ? leaves : undefined
    rows.push({ person, full_time: 1, teaching: 1, dual_qualified: isDual ? 1 : 0, nationality: 'CN', sex, from, to })
  }
  for (let n = 1; n <= 16; n++)
    rows.push({
      person: `A${String(n).padStart(4, '0')}`,
      full_time: 1,
      teaching: 0,
      nationality: 'CN',
      sex: n % 3 === 0 ? 'male' : 'female',
      from: n < 11 ? '2013-06-20' : `${2012 + n - 7}-03-01`,
    })
  for (let n = 1; n <= 8; n++)
    rows.push({
      person: `Q${String(n).padStart(4, '0')}`,
      full_time: 0,
      teaching: 1,
      dual_qualified: 1,
      nationality: 'CN',
      sex: n === 5 ? 'female' : 'male',
      from: `${2015 + n}-09-01`,
    })
  rows.push(
    ...FOREIGN.map(([nationality, sex, from, to], n) => ({
      person: `F${String(n + 1).padStart(4, '0')}`,
      full_time: 1,
      teaching: 1,
      dual_qualified: 0,
      nationality,
      sex,
      from,
      to,
    })),
  )
  return rows.map((row) => ({ ...row, unit: UNIT.personnel }))
}

/** Foreign teachers on contracts of some years; nobody new came while the border was shut. */
const FOREIGN: [nationality: string, sex: string, from: string, to?: string][] = [
  ['RU', 'female', '2014-09-01', '2020-07-31'],
  ['RU', 'male', '2015-09-01', '2018-07-31'],
  ['DE', 'male', '2015-09-01', '2019-07-31'],
  ['RU', 'female', '2016-09-01'],
  ['BY', 'male', '2017-09-01', '2020-06-30'],
  ['RU', 'male', '2018-09-01', '2021-07-31'],
  ['TH', 'female', '2019-09-01', '2020-03-31'],
  ['RU', 'female', '2023-03-01'],
  ['BY', 'male', '2023-03-01'],
  ['KZ', 'male', '2023-09-01'],
  ['TH', 'female', '2023-09-01'],
  ['RU', 'male', '2024-09-01'],
  ['HK', 'female', '2024-09-01'],
]

function toTeacher(number: number): string {
  return `T${String(number).padStart(4, '0')}`
}

/** Up to when somebody is still here: the end of the last stay, or of the last post. */
function lastDaysNeeded(stays: Row[]): Map<string, string> {
  const days = new Map<string, string>()
  const need = (person: Row[string], day: Row[string]) => {
    if (String(day) > (days.get(String(person)) ?? '')) days.set(String(person), String(day))
  }
  for (const stay of stays) need(stay['person'], stay['end'])
  for (const held of OFFICES_HELD) need(held['person'], held['to'] ?? '9999-12-31')
  return days
}

type Post = [
  teacher: number,
  organisation: string,
  country: string,
  post: string,
  professional: 0 | 1,
  from: string,
  to?: string,
]

/** Posts of teachers in organisations abroad; one in an association of Hong Kong, which is outside the border and not abroad. */
// prettier-ignore
const POSTS: Post[] = [
  [3, '北岸农业教育协会 Northbank Society for Agricultural Education', 'RU', '理事 Board member', 1, '2015-04-10', '2021-04-09'],
  [11, '林湖农业机械学会 Forest Lake Society of Farm Machinery', 'BY', '会员代表 Delegate', 1, '2016-09-15'],
  [7, '中俄农业职业教育联合体秘书处 Secretariat of the Sino-Russian Consortium of Agricultural Colleges', 'RU', '副秘书长 Deputy secretary', 0, '2016-09-20'],
  [24, '北岸大豆学会 Northbank Soybean Society', 'RU', '技术委员 Technical committee', 1, '2017-05-12', '2022-05-11'],
  [31, '草原农业技术协会 Steppe Association of Farm Technology', 'KZ', '理事 Board member', 1, '2018-03-21'],
  [15, '绿野农业科技协会 Green Field Association of Agricultural Science', 'HK', '顾问 Adviser', 1, '2018-06-11', '2024-06-10'],
  [42, '稻香电商商会 Rice Fragrance Chamber of E-commerce', 'TH', '培训顾问 Training adviser', 0, '2019-01-15', '2023-01-14'],
  [52, '湄江农林教育联盟 Mekong Alliance for Agricultural and Forestry Education', 'LA', '专家委员 Expert', 1, '2019-07-01'],
  [63, '国际大豆育种网 International Soybean Breeding Network', 'BR', '通讯委员 Corresponding member', 1, '2020-10-12'],
  [3, '北岸农业教育协会 Northbank Society for Agricultural Education', 'RU', '副会长 Vice president', 1, '2021-04-10'],
  [58, '红土农业推广会 Red Earth Agricultural Extension Society', 'VN', '顾问 Adviser', 0, '2021-11-05', '2024-11-04'],
  [71, '棉原农业学校校董会 Governing Board of the Cotton Plain Agricultural School', 'UZ', '校董 Governor', 0, '2022-01-10'],
  [66, '坦桑尼亚农机维修标准委员会 Tanzanian Committee of Farm Machinery Repair Standards', 'TZ', '委员 Member', 1, '2023-02-17'],
  [80, '坦桑尼亚农机维修标准委员会 Tanzanian Committee of Farm Machinery Repair Standards', 'TZ', '秘书 Secretary', 1, '2023-02-17'],
  [84, '东盟植保无人机协会 ASEAN Association of Crop-Spraying Drones', 'TH', '理事 Board member', 1, '2023-09-08'],
  [31, '国际旱作农业学会 International Society of Dryland Farming', 'KZ', '分会主席 Section chair', 1, '2024-03-15'],
  [92, '界河工坊理事会 Council of the Border River Workshop', 'KZ', '理事 Board member', 0, '2024-10-18'],
]

export const OFFICES_HELD: Row[] = POSTS.map(([teacher, organisation, country, post, professional, from, to]) => ({
  person: toTeacher(teacher),
  organisation,
  country,
  post,
  professional,
  from,
  to,
  unit: internationalOfficeOn(from),
}))
