import type { Words } from '@causeway/shared/words/words'

export interface ServedView {
  /** Its name in `/i/…` and `/embed/…`. */
  name: string
  words: Words
  /** What it takes beside institution, lang, mode and size. */
  parameters: string
  /** Of its CSV and JSON. */
  columns: string
  /** It answers those alone who may read the college. */
  closed: boolean
}

const STAGES = 'proposed, adapted, adopted, registered, in_system, used, lapsed'

/** Views that have a name of their own, and what is in their files. A column keeps its name. */
export const SERVED_VIEWS: readonly ServedView[] = [
  {
    name: 'who-learns-from-whom',
    words: {
      zh: '引进来与走出去人数，逐年；可只看一个国家（地区）',
      en: 'People on the introduction and the export side by year; of one country with filter',
    },
    parameters: 'basis, scope, from, to, year, filter=country:VN, profile',
    columns:
      'indicator, institution, basis, year, period, category, value, gap, numerator, denominator, size, low, high, unit, revision, scope, at, across, left_out, partial, target, reason',
    closed: false,
  },
  {
    name: 'who-learns-by-country',
    words: { zh: '同上，某一年分国家（地区）', en: 'The same by country or region, in one year' },
    parameters: 'basis, scope, year, profile',
    columns:
      'institution, basis, scope, year, period, country, name, introduction, introduction_gap, export, export_gap, unit, revision',
    closed: false,
  },
  {
    name: 'peers',
    words: {
      zh: '一个指标与对标院校相比；首行是本校（status 为 OWN）',
      en: 'One indicator beside those of peers; the first row is the college itself (status OWN)',
    },
    parameters: 'indicator, basis, scope, year, group, edition',
    columns:
      'indicator, institution, basis, scope, year, period, peer, name, status, value, gap, numerator, denominator, edition, source, page, compared, incomparable, unit, revision',
    closed: false,
  },
  {
    name: 'scores-before-and-after',
    words: { zh: '前测与后测的平均分', en: 'Mean scores before and after a training' },
    parameters: 'basis, from, to, year',
    columns: 'institution, basis, year, period, instrument, version, pairs, before, after, revision',
    closed: true,
  },
  {
    name: 'adoptions-by-country',
    words: {
      zh: '各国（地区）的采用处于哪一阶段；末行是合计，country 为空',
      en: 'How far adoptions have come by country; the last row, without a country, is the whole',
    },
    parameters: 'on, standard, country',
    columns: `institution, on, country, name, total, ${STAGES}, not_begun, in_force, live, disordered, revision`,
    closed: true,
  },
  {
    name: 'adoption-lives',
    words: { zh: '每项采用进入各阶段的日期', en: 'The days on which each adoption reached its stages' },
    parameters: 'on, standard, country',
    columns: `institution, on, standard, resource, title, country, country_name, adopter, type, state, since, in_force, live, ${STAGES}, record, revision`,
    closed: true,
  },
  {
    name: 'platform-outputs',
    words: {
      zh: '各平台逐年的成果；用 platform 只看一个，分类型',
      en: 'What each platform produced by year; with platform of one, by kinds',
    },
    parameters: 'platform, basis, from, to, on',
    columns:
      'institution, basis, year, period, platform, name, training_sessions, training_sessions_gap, stays, stays_gap, placements, placements_gap, events, events_gap, adoptions, adoptions_gap, outputs, outputs_gap, online_learners, online_learners_gap, counted, counted_gap, revision',
    closed: true,
  },
]
