import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where a running Causeway answers while the page is being worked on with `vite`. */
const server = process.env.CAUSEWAY_SERVER ?? 'http://127.0.0.1:4000'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    sourcemap: false,
    reportCompressedSize: false,
    // What seldom changes stays in the browser's cache when the page does.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'chart', test: /node_modules.*chart\.js/ },
            { name: 'react', test: /node_modules/ },
          ],
        },
      },
    },
  },
  server: { proxy: { '/graphql': server, '/session': server, '/i/': server, '/schema.graphql': server } },
})
