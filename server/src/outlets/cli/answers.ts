import type { Command } from 'commander'
import type { QualityOptions } from './print-quality.ts'
import { command } from './command-line.ts'
import type { AdoptionsOptions } from './print-adoptions.ts'

export function qualityCommand(): Command {
  return command('quality', {
    zh: '数据质量报告：各台账是否填报、何时填报、有无佐证，异常值，待改内容，以及哪些指标算不出、缺哪些台账',
    en: 'how good the records are: what is there and when it came, evidence, outliers, what to correct, and which indicators cannot be computed for want of which records',
  })
    .needs('--institution <code>', { zh: '院校代码', en: 'code of the institution' })
    .takes('--year <year>', {
      zh: '学年开始的年份（默认最近已报齐的完整学年）',
      en: 'year in which the school year begins (default: the last that is complete and reported)',
    })
    .runs(async (causeway, options: QualityOptions) => {
      const { printQuality } = await import('./print-quality.ts')
      await printQuality(causeway, options)
    })
}

export function reconcileCommand(): Command {
  return command('reconcile', {
    zh: '多口径核对：一个指标在一年里的各种数值，以及为何不同',
    en: 'every lawful value of one indicator in one year, and why they differ',
  })
    .given('<INDICATOR>', { zh: '指标的标识或编号，如 EX02', en: 'its id or its code, such as EX02' })
    .needs('--institution <code>', { zh: '院校代码', en: 'code of the institution' })
    .needs('--year <year>', { zh: '时段开始的年份', en: 'year in which the period begins' })
    .runs(async (causeway, indicator: string, options: { institution: string; year: number; json?: boolean }) => {
      const { printReconciliation } = await import('./print-reconciliation.ts')
      await printReconciliation(causeway, { indicator, ...options })
    })
}

export function adoptionsCommand(): Command {
  return command('adoptions', {
    zh: '标准（资源）采用的进展：某日各处于哪一阶段、在各阶段多少天、分国家（地区）计数、日期先后不符的地方',
    en: 'how far adoptions have come on a day: the state of each, the days spent in each stage, counts by country, dates out of order',
  })
    .needs('--institution <code>', { zh: '院校代码', en: 'code of the institution' })
    .takes('--on <date>', {
      zh: '统计日 YYYY-MM-DD（默认数据截止日）',
      en: 'the day, YYYY-MM-DD (default: the data date)',
    })
    .takes('--standard <code>', { zh: '只看此标准', en: 'only of this standard' })
    .takes('--country <code>', { zh: '只看此国家（地区）的采用', en: 'only in this country or region' })
    .runs(async (causeway, options: AdoptionsOptions) => {
      const { printAdoptions } = await import('./print-adoptions.ts')
      await printAdoptions(causeway, options)
    })
}
