import { readFile } from 'node:fs/promises'
import { fill } from '@causeway/shared/words/words'
import type { Command } from 'commander'
import { say } from '../../ground/locale.ts'
import type { SavedMapping } from '../../records/import/saved/saved-mapping.ts'
import { command, invalid, userPath } from './command-line.ts'
import { printJson, printLine, sayLine } from './print.ts'
import SAID from './said.json' with { type: 'json' }

export function mappingCommand(): Command {
  return command('mapping')
    .addCommand(checkCommand())
    .addCommand(listCommand())
    .addCommand(showCommand())
    .addCommand(saveCommand())
    .addCommand(removeCommand())
}

function checkCommand(): Command {
  return command('mapping check')
    .given('<FILE>')
    .takes('--with <workbook>')
    .action(async (file: string, { with: workbook, json }: { with?: string; json?: boolean }) => {
      const { checkMappingFile } = await import('./check-mapping-file.ts')
      await checkMappingFile(file, workbook, json ?? false)
    })
}

function listCommand(): Command {
  return command('mapping list')
    .takes('--institution <code>')
    .runs(async ({ database }, { institution, json }) => {
      const { listSavedMappings } = await import('../../records/import/saved/saved-mapping.ts')
      const { listShippedMappings } = await import('../../records/import/mapping/shipped-mappings.ts')
      const { requireInstitution } = await import('../../records/institutions.ts')
      if (institution !== undefined) await requireInstitution(database, institution)
      const saved = await listSavedMappings(database, institution ?? null)
      const shipped = await listShippedMappings()
      if (json)
        return printJson({
          saved: saved.map(toJson),
          shipped: shipped.map(({ name, mapping }) => ({ name, title: mapping.name ?? null })),
        })
      for (const one of saved) printLine(`${institution === undefined ? `${one.institution}  ` : ''}${toLine(one)}`)
      for (const { name, mapping } of shipped)
        printLine(`${name}  ${say(SAID.SHIPS)}${mapping.name ? `  ${say(mapping.name)}` : ''}`)
    })
}

function showCommand(): Command {
  return command('mapping show')
    .given('<NAME>')
    .needs('--institution <code>')
    .takes('--version <number>', parseVersion)
    .runs(async ({ database }, name, { institution, version, json }) => {
      const { listVersions, requireSavedMapping } = await import('../../records/import/saved/saved-mapping.ts')
      const { text, ...saved } = await requireSavedMapping(database, institution, name, version)
      if (!json) return void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
      const versions = await listVersions(database, institution, saved.name)
      printJson({ ...toJson(saved), text, versions: versions.map(({ version, savedAt }) => ({ version, savedAt })) })
    })
}

function saveCommand(): Command {
  return command('mapping save')
    .given('<FILE>')
    .needs('--name <name>')
    .needs('--institution <code>')
    .takes('--unit <code>')
    .takes('--with <workbook>')
    .runs(async ({ database }, file, { name, institution, unit, with: workbook, json }) => {
      const { saveMapping } = await import('../../records/import/saved/saved-mapping.ts')
      const text = await readFile(userPath(file), 'utf8')
      const heads = workbook === undefined ? null : await readHeadsOf(userPath(workbook), text)
      const { changed, ...saved } = await saveMapping(database, { institution, name, unit, text, heads }, null)
      if (json) return printJson({ ...toJson(saved), changed })
      sayLine(fill(changed ? SAID.MAPPING_SAVED : SAID.MAPPING_SAME, { name: saved.name, version: saved.version }))
    })
}

function removeCommand(): Command {
  return command('mapping remove')
    .given('<NAME>')
    .needs('--institution <code>')
    .runs(async ({ database }, name, { institution, json }) => {
      const { removeMapping } = await import('../../records/import/saved/saved-mapping.ts')
      const removed = await removeMapping(database, institution, name, null)
      if (json) return printJson({ name: removed.name, removed: true })
      sayLine(fill(SAID.MAPPING_REMOVED, { name: removed.name }))
    })
}

async function readHeadsOf(workbook: string, text: string): Promise<string[]> {
  const { readFileHeads } = await import('../../records/import/saved/file-heads.ts')
  return readFileHeads(workbook, text)
}

function parseVersion(text: string): number {
  const version = Number(text)
  if (/^\d{1,6}$/.test(text) && version > 0) return version
  throw invalid({ zh: '应为从 1 起的版本号。', en: 'It must be the number of a version, from 1.' })
}

function toJson({ savedBy: _, ...facts }: SavedMapping): object {
  return facts
}

function toLine({ name, version, recordTypes, unit, savedAt }: SavedMapping): string {
  const about = fill(SAID.MAPPING_LISTED, { version, types: recordTypes.join(', '), day: savedAt.slice(0, 10) })
  return `${name}  ${say(about)}${unit === null ? '' : say({ zh: `，部门 ${unit}`, en: `, unit ${unit}` })}`
}
