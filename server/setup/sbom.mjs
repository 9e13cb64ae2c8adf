import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { judgeLicences } from './licences.mjs'
import { prepare, sayTo } from './prepare.mjs'
import { FOR_SERVING, PNPM, ROOT } from './project.mjs'

// `sbom.mjs` writes what a server runs with as CycloneDX JSON; `sbom.mjs --licences` lists the licence of every package, those of
// tests and tools too, and ends with 1 where one may not be used.
const licences = process.argv.includes('--licences')
await prepare({ stream: 2, tools: licences })
const args = ['--yes', PNPM, 'sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application']
const { stdout } = await promisify(execFile)('npx', licences ? args : [...args, ...FOR_SERVING], {
  cwd: ROOT,
  maxBuffer: 64 * 1024 * 1024,
})
if (!licences) process.stdout.write(stdout)
else {
  const { byLicence, unfit } = judgeLicences(JSON.parse(stdout).components)
  for (const [licence, packages] of [...byLicence].sort(([a], [b]) => a.localeCompare(b)))
    process.stdout.write(`${licence} (${packages.length}): ${packages.sort().join(', ')}\n`)
  if (unfit.length > 0) {
    const names = unfit.join('; ')
    sayTo(2)({
      zh: `以下依赖包的许可证不可使用：${names}。请换用其他包，或在 server/setup/licences.mjs 中说明理由。`,
      en: `These packages have a licence that may not be used: ${names}. Use others, or give the reason in server/setup/licences.mjs.`,
    })
    process.exitCode = 1
  }
}
