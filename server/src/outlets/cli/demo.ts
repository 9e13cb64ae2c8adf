import { Command } from 'commander'
import { removeDemonstration } from '../../desk/demonstration/load-demonstration.ts'
import { say } from '../../ground/locale.ts'
import { printJson, printLine } from './print.ts'
import { withCauseway } from './with-causeway.ts'

export function demoCommand(): Command {
  return new Command('demo').description(say({ zh: '演示院校', en: 'the demonstration college' })).addCommand(
    new Command('remove')
      .description(
        say({
          zh: '整体移除演示院校，其他院校不受影响',
          en: 'take the demonstration college out, whole, and nothing else',
        }),
      )
      .action((options: { json?: boolean }) =>
        withCauseway(async ({ database }) => {
          const removed = await removeDemonstration(database)
          if (options.json) return printJson({ removed })
          printLine(
            say(
              removed
                ? { zh: '演示院校已移除。', en: 'The demonstration college is taken out.' }
                : { zh: '库中没有演示院校。', en: 'There is no demonstration college here.' },
            ),
          )
        }),
      ),
  )
}
