import { Command } from 'commander'
import { QuestionError } from '../question-error.ts'
import { say } from './locale.ts'
import { printJson, printLine, printNote } from './print.ts'
import { userPath } from './user-path.ts'
import { withCauseway } from './with-causeway.ts'

interface PublishOptions {
  institution: string
  out: string
  json?: boolean
}

export function publishCommand(): Command {
  return new Command('publish')
    .description(
      say({
        zh: '把一所院校的公开指标值写成静态站点（网页、CSV、JSON、图片），任何网站空间或 U 盘都能打开，不需要服务器',
        en: "write an institution's public figures as a static site (pages, CSV, JSON, pictures) that any web space or USB stick can hold and no server is needed for",
      }),
    )
    .argument('<RELEASE>', say({ zh: 'live，即当前的数据', en: 'live: the figures as they stand' }))
    .requiredOption('--institution <code>', say({ zh: '院校代码', en: 'code of the institution' }))
    .requiredOption(
      '--out <DIR>',
      say({
        zh: '要写出的文件夹；其中以前发布的站点会被替换',
        en: 'the folder to write; an earlier publication in it is replaced',
      }),
    )
    .action((release: string, options: PublishOptions) =>
      withCauseway(async (causeway) => {
        if (release !== 'live')
          throw new QuestionError(
            'UNKNOWN_RELEASE',
            { zh: `没有名为“${release}”的发布；现有：live。`, en: `There is no release "${release}"; there is: live.` },
            { release, nearest: ['live'] },
          )
        const { writePublication } = await import('../publish/write-publication.ts')
        let told = 0
        const report = await writePublication(causeway, {
          institution: options.institution,
          out: userPath(options.out),
          onProgress({ done, of }) {
            const tenth = Math.floor((done / of) * 10)
            if (tenth <= told || done === of) return
            told = tenth
            printNote(say({ zh: `已写出 ${done} / ${of}……`, en: `${done} of ${of} written …` }))
          },
        })
        if (options.json) return printJson(report)
        const megabytes = (report.bytes / 1_000_000).toFixed(1)
        printLine(
          say({
            zh: `已发布至 ${report.out}：${report.pages} 页，${report.files} 个文件，${megabytes} MB，数据截至 ${report.dataDate}。打开其中的 index.html 即可查看。`,
            en: `Published to ${report.out}: ${report.pages} pages, ${report.files} files, ${megabytes} MB, data up to ${report.dataDate}. Open index.html in it.`,
          }),
        )
      }),
    )
}
