import { globSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './project.mjs'

// Run by the project's Node after an install: of a few large packages most is never read here.

const { arch, platform } = process

/** Folders and files below `node_modules/.pnpm`, and which of those that a pattern finds are kept. */
const UNREAD = [
  // Headers and manuals: nothing is built against this Node.
  { at: 'node@*/node_modules/node/node_modules/node-*/{include,share}' },
  // Pictures are drawn with two weights of whole scripts in one format (`pictures/fonts.ts`).
  {
    at: '@fontsource+noto-sans-sc@*/node_modules/@fontsource/noto-sans-sc/files/*',
    keeps: /sans-sc-[a-z-]+-(400|600)-normal\.woff2$/,
  },
  // Sources, and what runs on other machines.
  { at: 'better-sqlite3@*/node_modules/better-sqlite3/{deps,src}' },
  {
    at: 'better-sqlite3@*/node_modules/better-sqlite3/prebuilds/*',
    keeps: new RegExp(`${platform}(musl)?-${arch}\\.node$`),
  },
]

const packages = join(ROOT, 'node_modules', '.pnpm')
for (const { at, keeps } of UNREAD)
  for (const path of globSync(at, { cwd: packages }))
    if (!keeps?.test(path)) rmSync(join(packages, path), { recursive: true, force: true })
