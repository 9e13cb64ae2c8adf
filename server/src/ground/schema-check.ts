import { createRequire } from 'node:module'
import type * as Ajv from 'ajv/dist/2020.js'

const require = createRequire(import.meta.url)

/** Checks values against a JSON Schema of 2020-12. What compiles one takes longer than most commands do: it is loaded at the first check. */
export function schemaCheck(schema: object): () => Ajv.ValidateFunction {
  let compiled: Ajv.ValidateFunction | undefined
  return () => {
    if (compiled) return compiled
    const { Ajv2020 } = require('ajv/dist/2020.js') as typeof Ajv
    compiled = new Ajv2020({ allErrors: true, verbose: true, allowUnionTypes: true, strictTypes: true }).compile(schema)
    return compiled
  }
}
