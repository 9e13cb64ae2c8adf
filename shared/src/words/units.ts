import type { Words } from './words.ts'

/** The units of the catalogue under their Chinese word. English says a plural; a bare count of things has no unit word there. */
export const unitWords = {
  人: { zh: '人', en: 'people' },
  人次: { zh: '人次', en: 'participations' },
  人日: { zh: '人日', en: 'person-days' },
  '%': { zh: '%', en: '%' },
  个: { zh: '个', en: 'items' },
  项: { zh: '项', en: 'items' },
  种: { zh: '种', en: 'kinds' },
  所: { zh: '所', en: 'institutions' },
  家: { zh: '家', en: 'organisations' },
  份: { zh: '份', en: 'agreements' },
  场: { zh: '场', en: 'events' },
  门: { zh: '门', en: 'courses' },
  分: { zh: '分', en: 'points' },
  元: { zh: '元', en: 'yuan' },
  '项/平台': { zh: '项/平台', en: 'items per platform' },
} satisfies Record<string, Words>

const SINGULAR: Record<string, string> = {
  people: 'person',
  participations: 'participation',
  'person-days': 'person-day',
  items: 'item',
  kinds: 'kind',
  institutions: 'institution',
  organisations: 'organisation',
  agreements: 'agreement',
  events: 'event',
  courses: 'course',
  countries: 'country',
  programmes: 'programme',
  standards: 'standard',
  majors: 'major',
  platforms: 'platform',
  awards: 'award',
  students: 'student',
  learners: 'learner',
  stays: 'stay',
  points: 'point',
}

/** The English unit beside a number written as `text`: "1 person", but "1.0 points" and "0 people". */
export function englishUnit(unit: string, text: string): string {
  return text === '1' || text === '−1' ? (SINGULAR[unit] ?? unit) : unit
}
