import { BaseSequencer, type TestSpecification } from 'vitest/node'
import OF_FILES from './file-seconds.json' with { type: 'json' }

/** What a file takes that is not listed by itself, in seconds, by its folder. */
const OF_FOLDERS: Record<string, number> = {
  ...{ browser: 7, database: 2, 'real-data': 5, graph: 2, reports: 2 },
  ...{ architecture: 1, unit: 1 },
}

/**
 * At the end of a run nobody waits for a long file that began last: the dearest first, those with a browser beside all others, since a
 * browser waits for much of its time. Before all go those that run alone: each ends the process of its worker, which has then neither
 * modules nor a browser to lose, and they need nothing of what a run makes first.
 */
export default class DearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const pathOf = ({ moduleId }: TestSpecification) =>
      moduleId.slice(this.ctx.config.root.length + 1).replace(/\.test\.ts$/, '')
    const secondsOf = (file: TestSpecification) =>
      (OF_FILES as Record<string, number>)[pathOf(file)] ?? OF_FOLDERS[pathOf(file).split('/')[0]!] ?? 1
    const sorted = files.toSorted((a, b) => secondsOf(b) - secondsOf(a) || a.moduleId.localeCompare(b.moduleId))
    const { alone = [], together = [] } = Object.groupBy(sorted, (file) =>
      file.project.config.isolate ? 'alone' : 'together',
    )
    const sides = Object.values(Object.groupBy(together, (file) => String(pathOf(file).startsWith('browser/'))))
    const begins = sides.flatMap((side = []) => {
      let before = 0
      const all = side.reduce((sum, file) => sum + secondsOf(file), 0)
      return side.map((file) => {
        const at = before / all
        before += secondsOf(file)
        return { file, at }
      })
    })
    return [...alone, ...begins.toSorted((a, b) => a.at - b.at).map(({ file }) => file)]
  }
}
