import { defineConfig } from 'vitest/config'
import { SMALL_ARENAS } from '../server/setup/project.mjs'
import DearestFirst from './support/dearest-first.ts'
import { SHORT_LIVED, WORKERS } from './support/processes.ts'

const FILES = ['{unit,database,graph,reports,browser,real-data,architecture}/**/*.test.ts']

/** They measure the memory of their process, or load what changes it for good. */
const ALONE = [
  'database/import-{large,many-rejects}.test.ts',
  'graph/hostile-uploads.test.ts',
  'real-data/volume.test.ts',
  'unit/import/hostile-workbooks.test.ts',
  'unit/pictures/time-line-drawn.test.ts',
]

export default defineConfig({
  test: {
    root: import.meta.dirname,
    globalSetup: ['./support/global-setup.ts'],
    reporters: [
      process.stdout.isTTY ? 'default' : ['default', { summary: false }],
      './support/closing-line-reporter.ts',
    ],
    // What is tested runs as it does in use: by Node itself, from its sources.
    server: { deps: { external: [/\/(server|shared)\/src\//] } },
    pool: 'forks',
    projects: [
      // Loading the server again for each file is a tenth of what a run takes.
      {
        extends: true,
        test: {
          name: 'together',
          include: FILES,
          exclude: ALONE,
          isolate: false,
          execArgv: SHORT_LIVED,
          setupFiles: ['./support/one-processor.ts'],
        },
      },
      { extends: true, test: { name: 'alone', env: SMALL_ARENAS, include: ALONE } },
    ],
    maxWorkers: WORKERS,
    sequence: { sequencer: DearestFirst },
    // A test that hangs must end; one that is only slow, on a machine with much else to do, must not.
    testTimeout: 360_000,
    hookTimeout: 360_000,
    teardownTimeout: 60_000,
    expect: { poll: { timeout: 90_000 } },
    // A test that cannot fail because it does not exist is a failure.
    passWithNoTests: false,
  },
})
