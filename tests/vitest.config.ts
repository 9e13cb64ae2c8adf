import { defineConfig } from 'vitest/config'
import DearestFirst from './support/dearest-first.ts'

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['{unit,database,graph,reports,browser,real-data,architecture}/**/*.test.ts'],
    globalSetup: ['./support/global-setup.ts'],
    reporters: [
      process.stdout.isTTY ? 'default' : ['default', { summary: false }],
      './support/closing-line-reporter.ts',
    ],
    // What is tested runs as it does in use: by Node itself, from its sources.
    server: { deps: { external: [/\/(server|shared)\/src\//] } },
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: DearestFirst },
    // A test that hangs must end; one that is only slow, on a machine with much else to do, must not.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    teardownTimeout: 60_000,
    expect: { poll: { timeout: 90_000 } },
    // A test that cannot fail because it does not exist is a failure.
    passWithNoTests: false,
  },
})
