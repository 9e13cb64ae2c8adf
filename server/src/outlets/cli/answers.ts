import type { Command } from 'commander'
import type { QualityOptions } from './print-quality.ts'
import { command } from './command-line.ts'
import type { AdoptionsOptions } from './print-adoptions.ts'

export function qualityCommand(): Command {
  return command('quality')
    .needs('--institution <code>')
    .takes('--year <year>')
    .runs(async (causeway, options: QualityOptions) => {
      const { printQuality } = await import('./print-quality.ts')
      await printQuality(causeway, options)
    })
}

export function reconcileCommand(): Command {
  return command('reconcile')
    .given('<INDICATOR>')
    .needs('--institution <code>')
    .needs('--year <year>')
    .takes('--release <name>')
    .takes('--as-of <time>')
    .runs(async (causeway, indicator, options) => {
      const { printReconciliation } = await import('./print-reconciliation.ts')
      await printReconciliation(causeway, { indicator, ...options })
    })
}

export function adoptionsCommand(): Command {
  return command('adoptions')
    .needs('--institution <code>')
    .takes('--on <date>')
    .takes('--standard <code>')
    .takes('--country <code>')
    .runs(async (causeway, options: AdoptionsOptions) => {
      const { printAdoptions } = await import('./print-adoptions.ts')
      await printAdoptions(causeway, options)
    })
}
