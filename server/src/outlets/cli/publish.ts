import type { Command } from 'commander'
import { fill, type Words } from '@causeway/shared/words/words'
import type { PublicationProgress } from '../publish/write-publication.ts'
import type { PublicationPart } from '../publish/write-site.ts'
import { command, userPath } from './command-line.ts'
import { printJson, sayLine, sayNote } from './print.ts'
import SAID from './said.json' with { type: 'json' }

export function publishCommand(): Command {
  return command('publish')
    .given('<RELEASE>')
    .needs('--institution <code>')
    .needs('--out <DIR>')
    .takes('--earlier')
    .runs(async (causeway, release, options) => {
      const { writePublication } = await import('../publish/write-publication.ts')
      const broken = new AbortController()
      const breakOff = () => broken.abort()
      for (const signal of BREAKS_OFF) process.once(signal, breakOff)
      const report = await writePublication(causeway, {
        institution: options.institution,
        release,
        earlier: options.earlier === true,
        out: userPath(options.out),
        onProgress: sayProgress(),
        signal: broken.signal,
      }).finally(() => BREAKS_OFF.forEach((signal) => process.off(signal, breakOff)))
      if (report.notOut) sayNote(report.notOut)
      if (options.json) return printJson(report)
      const megabytes = (report.bytes / 1_000_000).toFixed(1)
      const what = report.release ? fill(SAID.OF_RELEASE, report.release) : SAID.OF_LIVE
      const { out, pages, files, dataDate } = report
      sayLine(fill(SAID.PUBLISHED, { out, pages, files, megabytes, dataDate, whatZh: what.zh, whatEn: what.en }))
      if (report.replacedAt !== null) sayNote(fill(SAID.NOT_REMOVED, { replacedAt: report.replacedAt }))
    })
}

const BREAKS_OFF = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const PARTS: Record<PublicationPart, Words> = {
  figures: { zh: '计算指标值', en: 'counting figures' },
  pages: { zh: '写出网页', en: 'writing pages' },
  files: { zh: '写出数据和图片文件', en: 'writing files of data and pictures' },
}
const QUIET_MS = 5_000

/** Each part when it begins, and how far it is every few seconds. */
function sayProgress(): (progress: PublicationProgress) => void {
  let [last, at] = ['', 0]
  return ({ part, done, of }) => {
    if (part === last && performance.now() - at < QUIET_MS) return
    ;[last, at] = [part, performance.now()]
    sayNote({ zh: `${PARTS[part].zh}：${done} / ${of}……`, en: `${PARTS[part].en}: ${done} of ${of} …` })
  }
}
