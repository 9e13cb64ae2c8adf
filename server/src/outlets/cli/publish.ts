import type { Command } from 'commander'
import { fill, type Words } from '@causeway/shared/words/words'
import type { PublicationPart, PublicationProgress } from '../publish/write-publication.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { command, userPath } from './command-line.ts'
import { printJson, sayLine, sayNote } from './print.ts'
import SAID from './said.json' with { type: 'json' }

export function publishCommand(): Command {
  return command('publish')
    .given('<RELEASE>')
    .needs('--institution <code>')
    .needs('--out <DIR>')
    .runs(async (causeway, release, options) => {
      if (release !== 'live')
        throw new QuestionError('UNKNOWN_RELEASE', {
          zh: `没有名为“${release}”的发布；现有：live。`,
          en: `There is no release "${release}"; there is: live.`,
          facts: { release, nearest: ['live'] },
        })
      const { writePublication } = await import('../publish/write-publication.ts')
      const broken = new AbortController()
      const breakOff = () => broken.abort()
      for (const signal of BREAKS_OFF) process.once(signal, breakOff)
      const report = await writePublication(causeway, {
        institution: options.institution,
        out: userPath(options.out),
        onProgress: sayProgress(),
        signal: broken.signal,
      }).finally(() => BREAKS_OFF.forEach((signal) => process.off(signal, breakOff)))
      if (options.json) return printJson(report)
      const megabytes = (report.bytes / 1_000_000).toFixed(1)
      sayLine({
        zh: `已发布至 ${report.out}：${report.pages} 页，${report.files} 个文件，${megabytes} MB，数据截至 ${report.dataDate}。打开其中的 index.html 即可查看。`,
        en: `Published to ${report.out}: ${report.pages} pages, ${report.files} files, ${megabytes} MB, data up to ${report.dataDate}. Open index.html in it.`,
      })
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
