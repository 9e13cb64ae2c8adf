import { sayTo } from './say.mjs'
import { setUp } from './set-up.mjs'

/**
 * Sets up, or says in a sentence what went wrong and ends with 2.
 * @param {{ stream: 1 | 2, web?: boolean, tools?: boolean }} options where its steps are said; whether the web app is needed, and
 *   what tests and checks need
 */
export async function prepare({ stream, web = false, tools = false }) {
  const [major] = process.versions.node.split('.').map(Number)
  if (major < 20)
    fail({
      zh: `需要 Node 20 或更高版本，当前为 ${process.version}。`,
      en: `Node 20 or newer is needed; this is ${process.version}.`,
    })
  try {
    await setUp({ say: sayTo(stream), web, tools })
  } catch (error) {
    fail({ zh: `准备未能完成：\n${error.message}`, en: `The set-up could not be completed:\n${error.message}` })
  }
}

function fail(words) {
  sayTo(2)(words)
  process.exit(2)
}
