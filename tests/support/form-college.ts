import { expect } from 'vitest'
import type { Database } from '@causeway/server/ground/database/database'
import { openFilledCollege, type College } from './college.ts'

/**
 * A college `X` whose school year 2021/22 touches every line of 国际影响表: with Hong Kong beside countries abroad, so that the
 * scopes give different numbers. Nothing is in the year before.
 */
async function fillFormCollege({ put }: College): Promise<void> {
  await put('institution', ['code,name_zh,name_en,country', 'X,甲学院,College X,CN'])
  await put('unit', ['code,name_zh,name_en', 'INT,国际交流处,International office', 'TEA,教务处,Academic affairs'])
  await put('partner', ['code,name_zh,country,going_out', 'P1,金边农场,KH,1', 'P2,香港物流,HK,1'])
  await put('overseas-site', [
    'code,name_zh,type,country,opened_on',
    'S1,柬埔寨学院,school,KH,2020-10-01',
    'S2,香港教学点,teaching-site,HK,2021-01-01',
  ])
  await put('programme', [
    'code,name_zh,name_en,kind,major,site',
    'PA,数控技术,CNC,ordinary,,',
    'PB,作物生产（中俄）,Crops (joint),joint,M1,',
    'PS,海外数控,CNC overseas,ordinary,M2,S1',
  ])
  const learner = (
    person: string,
    programme: string,
    kind: string,
    nationality: string,
    days: string,
    site = '',
    prior = nationality,
  ) =>
    `${person},${programme},${kind},1,${nationality},${site ? '2020-10-01' : '2021-09-01'},2022-07-01,${days},${site},INT,${prior}`
  await put('enrolment', [
    'person,programme,kind,full_time,nationality,start,end,planned_days,site,unit,prior_education',
    ...['A', 'B', 'C', 'D', 'E', 'F'].map((n) => learner(`V${n}`, 'PA', 'degree', 'VN', '400')),
    learner('H1', 'PA', 'degree', 'HK', '400'),
    learner('LA', 'PA', 'non-degree', 'LA', '100'),
    // Of Laos, and went to school in China: not mobile as the UNESCO institute counts.
    learner('LB', 'PA', 'non-degree', 'LA', '100', '', 'CN'),
    ...['A', 'B', 'C'].map((n) => learner(`J${n}`, 'PB', 'joint', 'CN', '')),
    ...['A', 'B', 'C'].map((n) => learner(`S${n}`, 'PS', 'overseas', 'KH', '', 'S1')),
  ])
  await put('training-session', [
    'session,start,end,training_days,headcount,country',
    'T1,2022-03-01,2022-03-05,5,4,TH',
    'T1,2022-03-01,2022-03-05,5,2,HK',
  ])
  await put('mobility', [
    'person,direction,audience,purpose,country,partner,start,end,unit',
    'M1,out,student,practice,KH,P1,2022-05-01,2022-05-10,TEA',
    'M2,out,student,practice,HK,P2,2022-05-01,2022-05-03,TEA',
    'T1,out,staff,guide,RU,,2022-06-01,2022-06-05,INT',
    'T2,out,staff,train,HK,,2022-06-01,2022-06-02,INT',
    'G1,in,staff,visiting-scholar,TH,,2022-04-01,2022-04-20,INT',
  ])
  await put('office-held', [
    'person,organisation,country,post,professional,from',
    'T1,柬埔寨职教协会,KH,理事,1,2020-01-01',
    'T2,香港商会,HK,委员,0,2021-01-01',
  ])
  await put('standard', [
    'code,title_zh,title_en,type,direction',
    'SP1,数控专业教学标准,CNC standard,programme,own',
    'SC1,大豆栽培课程标准,Soya standard,course,own',
  ])
  await put('resource', [
    'code,title_zh,title_en,kind,origin',
    'R1,数控教材,CNC book,textbook,own',
    'R2,播种机,Seeder,equipment,own',
  ])
  await put('adoption', [
    'standard,resource,country,adopter,adopted_on',
    'SP1,,KH,A1,2022-01-10',
    'SP1,,TH,A2,2021-12-01',
    'SC1,,HK,A3,2022-02-01',
    ',R1,LA,A4,2022-02-01',
  ])
  await put('adoption-use', [
    'standard,country,adopter,from,to,learners',
    'SP1,KH,A1,2022-02-01,2022-06-30,40',
    'SP1,KH,A1,2022-07-01,2022-08-31,5',
    'SP1,KH,A1,2022-09-01,2023-06-30,60',
  ])
  await put('event', [
    'code,title_zh,title_en,kind,country,start',
    'AS-22,东盟数控赛,ASEAN CNC contest,competition,TH,2022-05-20',
  ])
  await put('competition-result', [
    'event,series,date,level,country,abroad,skill,team,person,award',
    'AS-22,other,2022-05-20,international,TH,1,CNC,,C1,一等奖',
    '香港技能赛,other,2022-06-20,international,HK,1,CNC,,C2,二等奖',
  ])
  await put('joint-programme', [
    'approval,category,partner,programme,from,first_intake,last_intake,intake_per_cohort',
    'MOE-1,project,P1,PB,2020-09-01,2020,2024,40',
  ])
}

export const VALUE_HEADER = 'form,edition,line,year,status,value,text,in_unit,source,filled_by,filled_on,unit'
export const IIT = 'international-influence'
export const LINE = '{ number value gap text source note }'

/** The college, and the headers of one who may read it. */
export async function openFormCollege(database: Database) {
  const college = await openFilledCollege(database, fillFormCollege)
  const authorization = `Bearer ${await college.tokenFor('reader', 'X')}`
  return { college, reader: { authorization } }
}

export interface FilledLineAnswer {
  number: string
  value: number | null
  gap: string | null
  text: string | null
  source: string
  note: string | null
}

/** Of each line of the influence table its value, gap or source. */
export async function valuesOf(college: College, edition: string, headers: Record<string, string>, year = 2021) {
  const { data, errors } = await college.ask(
    `query ($edition: String!, $year: Int!) { form(id: "${IIT}", edition: $edition, institution: "X", year: $year) { lines ${LINE} } }`,
    { edition, year },
    headers,
  )
  expect(errors).toBeUndefined()
  return Object.fromEntries(
    data.form.lines.map((line: FilledLineAnswer) => [line.number, line.value ?? line.gap ?? line.source]),
  )
}

/** The file of a college's official table of one line. */
export const ownTable = (zh: string, en: string, unit: string, indicator: string) => `id: own-table
name: { zh: 校内表, en: Own table }
authority: { zh: 学校, en: the college }
source: { zh: 校内, en: own }
confidence: VERIFIED
editions:
  - edition: '2024'
    name: { zh: 2024年, en: '2024' }
    from: 2024
    yearOffset: 1
    source: { zh: 校内, en: own }
    confidence: VERIFIED
    lines:
      - number: '1'
        label: { zh: ${zh}, en: ${en} }
        unit: ${unit}
        indicator: ${indicator}
        confidence: VERIFIED
`
