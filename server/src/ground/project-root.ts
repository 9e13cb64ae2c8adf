import { resolve } from 'node:path'

/** The project's folder: where relative paths of settings begin. */
export const PROJECT_ROOT = resolve(import.meta.dirname, '..', '..', '..')
