import { join } from 'node:path'
import chromiumPackage, { inflate } from '@sparticuz/chromium'

// Its own program, run with the package's folder: it unpacks to TMPDIR, and no other work of a test may see that changed.
const [root] = process.argv.slice(2)
await chromiumPackage.executablePath()
await inflate(join(root!, 'bin', 'al2023.tar.br'))
