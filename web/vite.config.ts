import { join } from 'node:path'
import { defineConfig } from 'vite'
import { opening } from './build/opening-plugin.ts'

/** Where a running Causeway answers while the page is being worked on with `vite`. */
const server = process.env.CAUSEWAY_SERVER ?? 'http://127.0.0.1:4000'

/** What fewer pages share than this is no part of every page. */
const MOST_PAGES = 5

/** What asks for changes and for subjects: no part of every page, so that the overview stays light. */
const OF_SOME_PAGES = 'send-change|subject-query|series-filter|nearest-place'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [opening()],
  // What only reckons with colours in motion and under the pointer, of which our charts have neither.
  resolve: { alias: { '@kurkle/color': join(import.meta.dirname, 'src/charts/no-colors.ts') } },
  build: {
    outDir: 'dist',
    modulePreload: { polyfill: false },
    emptyOutDir: true,
    sourcemap: false,
    reportCompressedSize: false,
    rolldownOptions: {
      // What a chart library has on its shelf is dropped where reading its defaults is all that would happen.
      treeshake: { propertyReadSideEffects: false },
      output: {
        codeSplitting: {
          // Few files rather than many small ones; what seldom changes stays in the browser's cache when the page does.
          // A group takes along what its files import, so the one that everything imports comes first.
          groups: [
            { name: 'runtime', test: /node_modules\/(?!.*(chart\.js|@kurkle))/ },
            {
              name: 'app',
              test: new RegExp(
                `web/src/(pages\\.ts|(address|graph|language|session|setting|shell|still)/(?!${OF_SOME_PAGES})|charts/(light|words)\\.ts)`,
              ),
            },
            {
              name: 'app',
              test: /web\/src\/ui\/(?!figure-list|take-menu|unknown-thing|fact-list|tabs|thing-link|copy-button|source-line).*tsx?$/,
              minShareCount: MOST_PAGES,
            },
            {
              name: 'tables',
              test: /shared\/src\/(table|period-list|period-on-basis|figure|series-facts|unknown)\.ts/,
            },
            {
              name: 'reading',
              test: /web\/src\/charts\/(?!chart-canvas|own-canvas|small-|series-panel|lives-panel|use-chart-form|no-colors)|shared\/src\/(summary|charts\/(pieces|mirrored))\.ts/,
            },
            // The forms of a series: not on the overview, whose charts are of one form.
            {
              name: 'reading-forms',
              test: /shared\/src\/charts\/series-(chart|data)\.ts|charts\/use-chart-form/,
            },
            // Small charts are drawn without the library of charts, and must not bring it.
            { name: 'small', test: /charts\/small-/ },
            { name: 'chart', test: /node_modules|charts\/chart-canvas/ },
            { name: 'chart-own', test: /charts\/own-canvas/ },
          ],
        },
      },
    },
  },
  server: { proxy: { '/graphql': server, '/session': server, '/i/': server, '/schema.graphql': server } },
})
