import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

const require = createRequire(import.meta.url)

/** What a page shows may be counted for the first time, beside whatever else the machine does. */
const LONGEST_MS = 90_000

/**
 * A real browser with a Chinese font: on Linux the Chromium that comes from npm, elsewhere an installed Chrome. One that cannot
 * start is an error. Close it after the tests. `args`: what else Chromium is to be known.
 */
export async function launchBrowser(args: string[] = []): Promise<Browser> {
  const browser = await launch(args)
  browser.on('context', (context) => context.setDefaultTimeout(LONGEST_MS))
  const newContext = browser.newContext.bind(browser)
  // What moves is drawn sixty times a second. Playwright says of each context that it may, whatever Chromium was told.
  browser.newContext = (options) => newContext({ reducedMotion: 'reduce', ...options })
  return browser
}

async function launch(args: string[]): Promise<Browser> {
  if (process.platform !== 'linux') return chromium.launch({ channel: 'chrome', args })
  const home = await unpackedChromium()
  return chromium.launch({
    executablePath: join(home, 'chromium'),
    // Not the package's own list: its --single-process dies when a page closes.
    args: [
      '--no-sandbox',
      '--disable-setuid-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--font-render-hinting=none',
      '--hide-scrollbars',
      '--in-process-gpu',
      // A process for each page costs as much as loading it.
      '--renderer-process-limit=1',
      '--process-per-site',
      // A page lives for seconds: what would make its scripts quicker later costs a sixth of all that a browser does here.
      '--js-flags=--no-maglev --no-turbofan --single-threaded-gc',
      '--disable-site-isolation-trials',
      ...args,
    ],
    env: {
      ...process.env,
      // Where a machine says nothing of its letters, files cannot have Chinese names.
      LC_ALL: 'C.UTF-8',
      FONTCONFIG_FILE: join(home, 'fonts.conf'),
      ...(lacksLibraries(home) && { LD_LIBRARY_PATH: join(home, 'al2023', 'lib') }),
    },
  })
}

/** Unpacked once per version and user, outside the folder that goes with a run. Unpacking goes beside and is moved into place whole: several runs may begin at once. */
async function unpackedChromium(): Promise<string> {
  const root = packageFolder('@sparticuz/chromium')
  const version = readVersion(root)
  const fonts = join(packageFolder('@embedpdf/fonts-sc'), 'fonts')
  const mark = createHash('sha256')
    .update(`${version} ${fonts} ${import.meta.url}`)
    .digest('hex')
    .slice(0, 10)
  const home = join(process.env.BROWSER_FOLDER ?? tmpdir(), `causeway-chromium-${userInfo().uid}-${mark}`)
  if (existsSync(join(home, 'fonts.conf'))) return home

  const beside = mkdtempSync(`${home}-`)
  execFileSync(process.execPath, [join(import.meta.dirname, 'unpack-chromium.ts'), root], {
    env: { ...process.env, TMPDIR: beside },
  })
  mkdirSync(join(beside, 'font-cache'))
  writeFileSync(join(beside, 'fonts.conf'), fontConfiguration([join(home, 'fonts'), fonts], join(home, 'font-cache')))
  try {
    renameSync(beside, home)
  } catch (error) {
    rmSync(beside, { recursive: true, force: true })
    if (!existsSync(join(home, 'fonts.conf'))) throw error
  }
  return home
}

/** Only these fonts, whatever the machine has: a picture looks the same everywhere, and a Chinese glyph is drawn. */
function fontConfiguration(folders: string[], cache: string): string {
  const families = ['sans-serif', 'serif', 'monospace', 'system-ui', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei']
  const alias = (family: string) =>
    `<alias binding="same"><family>${family}</family><prefer><family>Open Sans</family><family>Noto Sans Hans</family></prefer></alias>`
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((folder) => `  <dir>${folder}</dir>`).join('\n')}
  <cachedir>${cache}</cachedir>
${families.map((family) => `  ${alias(family)}`).join('\n')}
</fontconfig>
`
}

function lacksLibraries(home: string): boolean {
  return execFileSync('ldd', [join(home, 'chromium')], { encoding: 'utf8' }).includes('not found')
}

function packageFolder(name: string): string {
  for (let folder = dirname(require.resolve(name)); folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'LICENSE'))) return folder
  }
  throw new Error(`${name} is not installed.`)
}

function readVersion(folder: string): string {
  return (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version
}
