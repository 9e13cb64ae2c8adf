import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What a file of each folder takes, in seconds: at the end of a run nobody waits for a long one that began last. */
const SECONDS: Record<string, number> = {
  ...{ browser: 22, database: 10, 'real-data': 9, graph: 5, reports: 2 },
  ...{ architecture: 1, unit: 1 },
}

/** The dearest first, those with a browser beside all others: it waits for much of its time, and what counts does not. */
export default class DearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const folderOf = ({ moduleId }: TestSpecification) =>
      moduleId.slice(this.ctx.config.root.length).split(/[/\\]/)[1] ?? ''
    const secondsOf = (file: TestSpecification) => SECONDS[folderOf(file)] ?? 1
    const sorted = (await super.sort(files)).toSorted((a, b) => secondsOf(b) - secondsOf(a))
    const begins = Object.values(Object.groupBy(sorted, (file) => String(folderOf(file) === 'browser'))).flatMap(
      (side = []) => {
        let before = 0
        const all = side.reduce((sum, file) => sum + secondsOf(file), 0)
        return side.map((file) => ({ file, at: (before += secondsOf(file)) / all }))
      },
    )
    return begins.toSorted((a, b) => a.at - b.at).map(({ file }) => file)
  }
}
