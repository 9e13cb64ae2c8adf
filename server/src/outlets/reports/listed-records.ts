import { joinWords, LIST_COMMA, type Words } from '@causeway/shared/words/words'
import { listLivingAdoptions } from '../../answers/adoptions/list-adoptions.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { countryName } from '../../ground/reference/countries.ts'
import { describeRecords } from '../../records/describe-record.ts'
import { readCanonical } from '../../records/identity/canonical-records.ts'

/** A record as a list in a report has it. */
export interface ListedRecord {
  key: string
  label: Words
  /** By field; an empty one is a dash. */
  texts: Map<string, Words>
}

const NOTHING: Words = { zh: '—', en: '—' }

/**
 * The records of one type, as they are on a day, in the order of their keys; with standards the countries that have them in use.
 * @param on YYYY-MM-DD
 */
export async function readListed(
  { database }: Causeway,
  institution: string,
  type: string,
  on: string,
): Promise<ListedRecord[]> {
  const records = (await readCanonical(database, type, institution)).map(({ record }) => record)
  const countries = type === 'standard' ? await countriesOfStandards(database, institution, on) : new Map()
  return (await describeRecords(database, records)).map(({ label, fields }, at) => {
    const texts = new Map(fields.map(({ name, text }) => [name, text.zh === '' ? NOTHING : text]))
    if (type === 'standard') texts.set('countries', countries.get(String(records[at]!.values['code'])) ?? NOTHING)
    return { key: records[at]!.key, label, texts }
  })
}

async function countriesOfStandards(
  database: Causeway['database'],
  institution: string,
  on: string,
): Promise<Map<string, Words>> {
  const adoptions = await listLivingAdoptions(database, { institution, on })
  const codes = Map.groupBy(adoptions, ({ values }) => String(values['standard']))
  return new Map(
    [...codes].map(([standard, list]) => {
      const names = [...new Set(list.map(({ values }) => String(values['country'])))].toSorted().map(countryName)
      return [standard, joinWords(names, LIST_COMMA)]
    }),
  )
}
