import type { Command } from 'commander'
import { writtenWords, type Words } from '@causeway/shared/words/words'
import { OPERATOR } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import type { Release, ReleaseStatus } from '../../figures/releases/release.ts'
import { momentWords } from '../../ground/downloads.ts'
import { say } from '../../ground/locale.ts'
import { command } from './command-line.ts'
import { printJson, printLine, sayLine } from './print.ts'
import { inColumns } from './text-table.ts'

export function releaseCommand(): Command {
  return command('release')
    .addCommand(createCommand())
    .addCommand(checkCommand())
    .addCommand(publishCommand())
    .addCommand(recallCommand())
    .addCommand(withdrawCommand())
    .addCommand(listCommand())
    .addCommand(compareCommand())
}

const STATUSES: Record<ReleaseStatus, Words> = {
  DRAFT: { zh: '草稿', en: 'draft' },
  SCHEDULED: { zh: '待发布', en: 'scheduled' },
  PUBLISHED: { zh: '已发布', en: 'published' },
  SUPERSEDED: { zh: '已被取代', en: 'superseded' },
  WITHDRAWN: { zh: '已撤回', en: 'withdrawn' },
}

function createCommand(): Command {
  return command('release create')
    .given('<NAME>')
    .needs('--institution <code>')
    .takes('--year <year>')
    .takes('--note <text>')
    .takes('--again')
    .runs(async (causeway, name, { json, ...options }) => {
      const { createRelease } = await import('../../desk/releases/make-release.ts')
      printRelease(causeway, await createRelease(causeway, OPERATOR, { name, ...options }), json)
    })
}

function checkCommand(): Command {
  return command('release check')
    .given('<NAME>')
    .needs('--institution <code>')
    .runs(async (causeway, name, { institution, json }) => {
      const { findRelease, listReleases } = await import('../../figures/releases/release.ts')
      const { listChecklist } = await import('../../desk/releases/checklist.ts')
      const release = findRelease(await listReleases(causeway.database, institution), name)
      const items = await listChecklist(causeway, OPERATOR, release)
      if (json) {
        return printJson(
          items.map(({ words, places, ...item }) => ({
            ...{ ...item, sentence: say(words) },
            places: places.map(({ words: sentence, href }) => ({ sentence: say(sentence), href })),
          })),
        )
      }
      for (const { blocker, words, places } of items) {
        printLine(`${blocker ? say(STOPS) : say(REMARK)}  ${say(words)}`)
        for (const place of places) printLine(`    ${say(place.words)}`)
      }
      if (items.length === 0) sayLine({ zh: '没有需要留意的。', en: 'There is nothing to look at.' })
    })
}

const STOPS: Words = { zh: '不能发布', en: 'stops it' }
const REMARK: Words = { zh: '提示', en: 'remark' }

function publishCommand(): Command {
  return command('release publish')
    .given('<NAME>')
    .needs('--institution <code>')
    .takes('--at <time>')
    .runs(async (causeway, release, { institution, at, json }) => {
      const { publishRelease } = await import('../../desk/releases/make-release.ts')
      printRelease(causeway, await publishRelease(causeway, OPERATOR, { institution, release, at }), json)
    })
}

function recallCommand(): Command {
  return command('release recall')
    .given('<NAME>')
    .needs('--institution <code>')
    .runs(async (causeway, release, { institution, json }) => {
      const { recallRelease } = await import('../../desk/releases/make-release.ts')
      printRelease(causeway, await recallRelease(causeway, OPERATOR, { institution, release }), json)
    })
}

function withdrawCommand(): Command {
  return command('release withdraw')
    .given('<NAME>')
    .needs('--institution <code>')
    .needs('--reason <text>')
    .runs(async (causeway, release, { institution, reason, json }) => {
      const { withdrawRelease } = await import('../../desk/releases/make-release.ts')
      printRelease(causeway, await withdrawRelease(causeway, OPERATOR, { institution, release, reason }), json)
    })
}

function listCommand(): Command {
  return command('release list')
    .needs('--institution <code>')
    .runs(async (causeway, { institution, json }) => {
      const { listReleases } = await import('../../figures/releases/release.ts')
      const { requireInstitution } = await import('../../records/institutions.ts')
      await requireInstitution(causeway.database, institution)
      const releases = await listReleases(causeway.database, institution)
      if (json) return printJson(releases)
      for (const line of inColumns(releases.map((release) => rowOf(causeway, release)))) printLine(line)
      if (releases.length === 0) sayLine({ zh: '尚无定稿。', en: 'There is no release yet.' })
    })
}

function compareCommand(): Command {
  return command('release compare')
    .given('<A>')
    .given('<B>')
    .needs('--institution <code>')
    .takes('--by <dimension>')
    .runs(async (causeway, from, to, options) => {
      const { printComparison } = await import('./print-comparison.ts')
      await printComparison(causeway, { from, to, ...options })
    })
}

function rowOf(causeway: Causeway, { name, year, status, publishedAt, note }: Release): string[] {
  return [
    name,
    String(year),
    say(STATUSES[status]),
    publishedAt ? momentWords(publishedAt, causeway) : '',
    note ? say(writtenWords(note)) : '',
  ]
}

function printRelease(causeway: Causeway, release: Release, json?: boolean): void {
  if (json) printJson(release)
  else printLine(inColumns([rowOf(causeway, release)])[0]!)
}
