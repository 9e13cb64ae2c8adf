import type { Command } from 'commander'

/** Every command, in the order in which help lists them. */
export const COMMANDS: Record<string, () => Promise<Command>> = {
  import: async () => (await import('./import.ts')).importCommand(),
  revert: async () => (await import('./revert.ts')).revertCommand(),
  'data-date': async () => (await import('./data-date.ts')).dataDateCommand(),
  'same-as': async () => (await import('./same-as.ts')).sameAsCommand(),
  unreported: async () => (await import('./unreported.ts')).unreportedCommand(),
  fields: async () => (await import('./fields.ts')).fieldsCommand(),
  template: async () => (await import('./template.ts')).templateCommand(),
  series: async () => (await import('./series.ts')).seriesCommand(),
  reconcile: async () => (await import('./reconcile.ts')).reconcileCommand(),
  indicator: async () => (await import('./indicator.ts')).indicatorCommand(),
  form: async () => (await import('./form.ts')).formCommand(),
  crosswalk: async () => (await import('./crosswalk.ts')).crosswalkCommand(),
  adoptions: async () => (await import('./adoptions.ts')).adoptionsCommand(),
  quality: async () => (await import('./quality.ts')).qualityCommand(),
  publish: async () => (await import('./publish.ts')).publishCommand(),
  report: async () => (await import('./report.ts')).reportCommand(),
  token: async () => (await import('./token.ts')).tokenCommand(),
  demo: async () => (await import('./demo.ts')).demoCommand(),
  backup: async () => (await import('./backup.ts')).backupCommand(),
  restore: async () => (await import('./restore.ts')).restoreCommand(),
  verify: async () => (await import('./verify.ts')).verifyCommand(),
}
