import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Folders by how long their files take: at the end of a run nobody waits for a long one that began last. */
const FOLDERS = ['real-data', 'browser', 'architecture', 'database', 'graph', 'reports', 'unit']

export default class DearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) =>
      FOLDERS.indexOf(moduleId.slice(this.ctx.config.root.length).split(/[/\\]/)[1] ?? '')
    return (await super.sort(files)).toSorted((a, b) => placeOf(a) - placeOf(b))
  }
}
