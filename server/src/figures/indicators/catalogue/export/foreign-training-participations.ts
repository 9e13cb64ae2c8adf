import type { Declaration } from '../../definition.ts'
import { trainingDimensions } from '../dimension-sets.ts'

export const foreignTrainingParticipations: Declaration = {
  id: 'foreign-training-participations',
  code: 'EX08',
  name: { zh: '国（境）外人员培训人次', en: 'Foreign trainees' },
  definition: {
    zh: '本期内开班的培训中，国（境）外人员参加的人次，含中国香港、中国澳门、中国台湾学员。一人参加两个班计两人次；跨期的班计入开班所在的一期。',
    en: 'Participations of persons from outside the border in training that began in the period, those from Hong Kong, Macao and Taiwan included. Someone who joins two courses is two; a course belongs to the period it began in.',
  },
  fillingNote: {
    zh: '在“国（境）外人员培训”台账填报，一人一班一行，或按国家（地区）、身份分组填“人数”。“学员国家（地区）”填学员国籍，不是培训地点；线上、线下都填报。留学生的学历教育不在此填报。',
    en: "Fill in “Training session”, one row for each person and course, or groups by country and role with a “Headcount”. “Participants' country or region” is theirs, not the place of training; online and on-site both count. Degree studies of foreign students do not belong here.",
  },
  theme: 'EXPORT',
  kind: 'FLOW',
  unit: { zh: '人次', en: 'participations' },
  decimals: 0,
  betterWhen: 'HIGHER',
  version: 1,
  bases: ['SCHOOL_YEAR', 'CALENDAR_YEAR'],
  base: ['training-session'],
  scope: { numerator: 'country', denominator: 'country', default: 'BORDER' },
  set: { of: 'training-session', time: { fallsIn: 'start' } },
  measure: { count: 'participations' },
  dimensions: trainingDimensions,
  example: {
    words: {
      zh: 'T1 参加两个班，计 2 人次；一个 15 人的班计 15 人次；8 月 30 日开的班属上学年：共 17 人次。',
      en: 'T1 joined two courses, 2; a course of 15 is 15; the one that began on 30 August belongs to the year before: 17.',
    },
    records: {
      'training-session': [
        { session: 'S1', start: '2022-10-10', end: '2022-10-14', training_days: 5, person: 'T1', country: 'RU' },
        { session: 'S2', start: '2023-04-10', end: '2023-04-11', training_days: 2, person: 'T1', country: 'RU' },
        { session: 'S3', start: '2023-05-08', end: '2023-05-12', training_days: 5, headcount: 15, country: 'HK' },
        { session: 'S4', start: '2022-08-30', end: '2022-09-05', training_days: 6, headcount: 30, country: 'LA' },
      ],
    },
    ask: { basis: 'SCHOOL_YEAR', year: 2022 },
    expect: 17,
  },
}
