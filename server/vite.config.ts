import { dirname, join, relative } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import { readShipped, readShippedFolder } from './src/ground/shipped-yaml.ts'

/** What is loaded as it is: machine code, and what few processes use at all. */
const BESIDE = ['better-sqlite3', '@napi-rs/canvas', '@graphql-yoga/render-graphiql']

/** The program and what it uses in few files: a process loads them in a third of the time, and 100 MB, of two thousand. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [readAlready(), besideSources(), shortLetters()],
  ssr: { noExternal: true, external: BESIDE },
  build: {
    ssr: true,
    target: 'node24',
    emptyOutDir: true,
    reportCompressedSize: false,
    rolldownOptions: {
      input: { main: 'src/main.ts', 'start-server': 'src/start-server.ts', command: 'src/outlets/cli/main.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
})

const SHIPPED = /\b(readShipped|readShippedFolder)(?:<[^(]*>)?\(\s*import\.meta\.dirname,\s*'([^']+)',?\s*\)/g

/** To read the YAML that ships takes a third of a second, which each start and each thread would take anew. */
function readAlready(): Plugin {
  const read = { readShipped, readShippedFolder }
  return {
    name: 'read-already',
    enforce: 'pre',
    transform(code, id) {
      if (!code.includes('readShipped')) return null
      return code.replaceAll(SHIPPED, (_, how: keyof typeof read, name: string) => {
        const said = JSON.stringify(read[how](dirname(id), name))
        return `JSON.parse(${JSON.stringify(said)})`
      })
    },
  }
}

const THREAD = /new URL\(['"]\.\/([\w-]+)\.ts['"], import\.meta\.url\)/g
const PLACE = /import\.meta\.(dirname|filename|url)/g

/** Files are found beside the sources that name them, wherever those went. A thread or process that runs a file of ours is one more entry. */
function besideSources(): Plugin {
  return {
    name: 'beside-sources',
    transform(code, id) {
      if (!code.includes('import.meta.') || id.startsWith('\0')) return null
      for (const [, name] of code.matchAll(THREAD))
        this.emitFile({ type: 'chunk', id: join(dirname(id), `${name}.ts`), fileName: `${name}.js` })
      const [file] = id.split('?')
      const toSource = JSON.stringify(relative(join(import.meta.dirname, 'dist'), file!))
      const places: Record<string, string> = {
        url: `new URL(${toSource}, import.meta.url).href`,
        filename: `process.getBuiltinModule('node:path').join(import.meta.dirname, ${toSource})`,
        dirname: `process.getBuiltinModule('node:path').join(import.meta.dirname, ${toSource}, '..')`,
      }
      const parts = code.split(THREAD)
      // Every other part is the name of a thread.
      return parts
        .map((part, at) =>
          at % 2
            ? `new URL('./${part}.js', import.meta.url)`
            : part.replaceAll(PLACE, (_, of) => places[of as string]!),
        )
        .join('')
    },
  }
}

/** A source with one letter beyond Latin 1 takes two bytes for each of its letters, as long as the process lives. */
function shortLetters(): Plugin {
  return {
    name: 'short-letters',
    generateBundle(_options, files) {
      for (const file of Object.values(files)) {
        if (file.type !== 'chunk') continue
        const plain = file.code.replaceAll(
          /(?<!\\)[\u0080-\uffff]/g,
          (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
        )
        if (plain.length < 2 * file.code.length) file.code = plain
      }
    },
  }
}
