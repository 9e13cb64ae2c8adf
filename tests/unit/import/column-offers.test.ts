import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderOfFile } from '../../support/folders.ts'
import { offersFor } from '../../support/offered-columns.ts'

const folder = folderOfFile()

/** A column: its header, and what is in its rows. */
type Column = [header: string, ...cells: string[]]

async function offersOf(type: string, columns: Column[]) {
  const path = join(folder, `${type}.csv`)
  const lines = columns[0]!.map((_cell, row) => columns.map((column) => `"${column[row] ?? ''}"`).join(','))
  writeFileSync(path, `\ufeff${lines.join('\n')}\n`)
  return (await offersFor(path, type))!
}

const IDS = ['230102200401011234', '23010220040202123X', 'E12345678']
const DAYS = ['2023-10-08', '2023/10/9', '2023.10.10']
const PLACES = ['泰国', '俄罗斯联邦', 'Viet Nam']
const NAMES = ['张伟', '李娜', 'IVANOVA NATALIA']
const SEXES = ['男', '女', '男']
const NUMBERS = ['1', '2', '3']

/** A column that is known, so that the row is found to be the header. */
const known: Column = ['备注', '', '', '']

describe.each<[type: string, rows: [field: string, cells: string[], headers: string][]]>([
  [
    'mobility',
    [
      [
        'person',
        IDS,
        '学号|工号|护照号|护照号码|身份证号|身份证号码|有效证件号|教职工号|学生学号|passport no|Student ID',
      ],
      [
        'country',
        PLACES,
        '国别|派出国家|派出国家（地区）|目的国|目的国家|前往国家|交流国家（地区）|出访国家|留学国家|来源国家|Destination country|Host country',
      ],
      [
        'start',
        DAYS,
        '出国时间|出发时间|出境时间|开始时间|来校时间|出国（境）时间|交流开始时间|派出日期|Start date|Departure date',
      ],
      ['end', DAYS, '回国时间|返回时间|返校时间|结束时间|归国日期|离校时间|交流结束时间|Return date'],
      ['purpose', ['学习', '实习', '参赛'], '交流类型|出访事由|出国目的|交流事由'],
      ['audience', ['学生', '教师', '学生'], '人员类别|师生类别|人员类型'],
      ['headcount', NUMBERS, '人数|参与人数|学生人数|实际人数|人数（人）'],
      ['unit', ['国际处', '农学院', '农学院'], '归口部门|责任单位'],
      ['note', ['', '两国', ''], '备注|备注说明|Remarks'],
    ],
  ],
  [
    'enrolment',
    [
      ['person', IDS, '学号|护照编号|证件号码|留学生学号'],
      ['nationality', PLACES, '国籍|国别|国籍/地区|来源国|生源国别|学生国籍|Country of origin|Citizenship'],
      ['start', DAYS, '入学时间|入学日期|报到时间|来校时间|入学年月|Admission date'],
      ['end', DAYS, '毕业时间|预计毕业时间|结业时间|离校日期|Graduation date'],
      ['sex', SEXES, '性别|学生性别|Gender'],
      ['kind', ['学历', '非学历', '语言生'], '学生类别|留学生类型'],
      ['level', ['专科', '本科', '专科'], '学历层次|培养层次'],
    ],
  ],
  [
    'training-session',
    [
      ['session', ['P1', 'P2', 'P3'], '培训班|培训项目|培训项目名称|班次'],
      ['country', PLACES, '国别|学员国籍|对象国别|参训国家|来源国家'],
      ['start', DAYS, '培训开始时间|开班时间|开始日期'],
      ['end', DAYS, '培训结束时间|结班时间|结束日期|结业时间'],
      ['training_days', ['5', '10', '2.5'], '培训天数|天数|实际天数|Days'],
      ['headcount', NUMBERS, '培训人数|学员人数|受训人数'],
    ],
  ],
  [
    'certificate-award',
    [
      ['date', DAYS, '获证时间|取证时间|发证时间|颁证日期|Date of award'],
      ['person', IDS, '身份证号|考生编号'],
    ],
  ],
  [
    'partner',
    [
      ['country', PLACES, '国别|所在国|所在国家（地区）'],
      ['from', DAYS, '合作开始时间|建立合作时间'],
    ],
  ],
])('%s', (type, rows) => {
  test.each(
    rows.flatMap(([field, cells, headers]) => headers.split('|').map((header) => [header, field, cells] as const)),
  )('%s is %s', async (header, field, cells) => {
    const offers = await offersOf(type, [
      [header, ...cells],
      ...(header === '备注' ? [] : [known]),
      ['序号', ...NUMBERS],
    ])
    expect(offers[0]?.field).toBe(field)
  })
})

/** Headers of columns that are not the field that their letters look like, or that no field holds. */
const NOTHING: Record<string, Column[]> = {
  mobility: [
    ['序号', ...NUMBERS],
    ['姓名', ...NAMES],
    ['性别', ...SEXES],
    ['年级', '2021级', '2022级', '2023级'],
    ['年龄', '19', '20', '21'],
    ['班级', '机电2301', '软件2302', '旅游2301'],
    ['院系', '农学院', '信息学院', '外语学院'],
    ['天数', '14', '30', '5'],
    ['合计', '14', '30', '5'],
    ['出生日期', ...DAYS],
    ['出生时间', ...DAYS],
    ['起止时间', '2023.9-2024.1', '2023.10.8-2023.10.21', '2024.1.15-1.28'],
    ['交流时间', '2023年3月至6月', '2023.9-2024.1', '一学期'],
    ['联系电话', '13800000001', '13800000002', '13800000003'],
    ['学生国家', ...PLACES],
    ['计划人数', ...NUMBERS],
    ['人数（计划）', ...NUMBERS],
    ['交流院校', '清迈大学', '滨海农学院', '河内学院'],
    ['证书号', 'ZS-1', 'ZS-2', 'ZS-3'],
    ['国内联系人', ...NAMES],
    ['2023', '5', '6', '7'],
    ['Date of birth', ...DAYS],
    ['No.', ...NUMBERS],
    ['Full name', ...NAMES],
    ['Country code of phone', '+66', '+84', '+7'],
  ],
  enrolment: [
    ['护照姓名', ...NAMES],
    ['护照有效期', ...DAYS],
    ['签证到期日', ...DAYS],
    ['入职日期', ...DAYS],
    ['获奖学生', ...NAMES],
    ['学费（元）', '5000', '6000', '7000'],
    ['招生计划', '10', '20', '30'],
    ['HSK等级', '4级', '5级', '3级'],
    ['派出国家（地区）', ...PLACES],
  ],
  'competition-result': [
    ['参赛国家', ...PLACES],
    ['获奖学生', '张伟、李娜', '赵强；孙丽', '吴敏'],
    ['指导教师', '陈刚', '林涛 何静', ''],
    ['country_iso', 'TH', 'RU', 'VN'],
  ],
  'training-session': [
    ['培训时间', '2023.5.10-5.24', '2023.9.4—9.8', '10月'],
    ['人日', '300', '275', '420'],
    ['培训国家', ...PLACES],
    ['学员姓名', ...NAMES],
  ],
  'certificate-award': [
    ['获奖日期', ...DAYS],
    ['证书名称及等级', '电工四级', '焊工三级', '钳工'],
  ],
}

test.each(
  Object.entries(NOTHING).flatMap(([type, columns]) => columns.map((column) => [type, column[0], column] as const)),
)('%s: %s is left to the person', async (type, _header, column) => {
  const [offered] = await offersOf(type, [column, known, ['人员编号', ...IDS]])
  expect(offered?.field).toBeNull()
})

describe('what is in a column must speak for the field too', () => {
  test.each<[type: string, header: string, wrong: string[], right: string[], field: string]>([
    ['enrolment', '学生性别', ['1班', '2班', '3班'], SEXES, 'sex'],
    ['mobility', 'Contry', ['+66', '+84', '+7'], PLACES, 'country'],
    ['enrolment', 'Nationnality', ['han', 'hui', 'man'], PLACES, 'nationality'],
    ['training-session', '实际天数', ['约两周', '半个月', '—'], ['5', '6', '7'], 'training_days'],
    ['mobility', '教师工号', NAMES, ['T001', 'T002', 'T003'], 'person'],
    ['training-session', '陪训方式', ['多媒体', '教室', '机房'], ['线上', '线下', '线上'], 'delivery'],
  ])('%s: %s', async (type, header, wrong, right, field) => {
    const offer = async (cells: string[]) =>
      (await offersOf(type, [[header, ...cells], known, ['开始日期', ...DAYS]]))[0]
    expect((await offer(wrong))?.field).toBeNull()
    expect(await offer(right)).toMatchObject({ field, read: false })
    expect((await offer(['', '', '']))?.field).toBeNull()
  })

  test('of two columns that could both be it neither is offered', async () => {
    const offers = await offersOf('mobility', [
      ['学生人数', ...NUMBERS],
      ['教师人数', ...NUMBERS],
      known,
      ['开始日期', ...DAYS],
    ])
    expect(offers.slice(0, 2).map(({ field }) => field)).toEqual([null, null])
  })
})

describe('one value for all rows is wrong where a column may hold the field', () => {
  test.each<[type: string, column: Column, held: string[]]>([
    ['mobility', ['起止时间', '2023.9-2024.1', '2023.10.8-2023.10.21', '2024年3月-6月'], ['start', 'end']],
    ['mobility', ['去往何处', '泰国、老挝', '俄罗斯', '非洲8国'], ['country']],
    ['mobility', ['国籍', ...PLACES], ['country']],
    ['mobility', ['是谁', '学生', '教师', '学生'], ['audience']],
    ['mobility', ['出入', '派出', '来校', '派出'], ['direction']],
    ['enrolment', ['2023年', '5', '6', '7'], ['start']],
    ['enrolment', ['学历生', '5', '6', '7'], ['kind']],
    ['mobility', ['出生日期', ...DAYS], []],
    ['mobility', ['姓名', ...NAMES], []],
    ['mobility', ['费用', '5000', '6000', '7000'], []],
  ])('%s: %j', async (type, column, held) => {
    const offers = await offersOf(type, [column, known, ['人员编号', ...IDS]])
    expect(offers[0]?.mayHold).toEqual(held)
  })
})

test('a file is not refused for a column that many lists have and no field holds', async () => {
  const offers = await offersOf('mobility', [
    ['人员编号', ...IDS],
    ['出生日期', ...DAYS],
    ['证件类型', '护照', '护照', '护照'],
  ])
  expect(offers.map(({ field }) => field)).toEqual(['person', null, null])
})
