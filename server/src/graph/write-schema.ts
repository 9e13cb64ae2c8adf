import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT_ROOT } from '../project-root.ts'
import { printGraph } from './schema.ts'

writeFileSync(join(PROJECT_ROOT, 'server', 'schema.graphql'), printGraph())
