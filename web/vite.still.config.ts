import { defineConfig } from 'vite'

/** The pages once more, as one module that writes them as files: `causeway publish` runs it, with nothing installed beside it. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  // Nobody sets it where the folder is written, and what watches over the making of pages takes longer than they do.
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  ssr: { noExternal: true },
  build: {
    ssr: 'src/still/write-still-page.tsx',
    outDir: 'dist-still',
    emptyOutDir: true,
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: false } },
  },
})
