import { startCauseway } from '../browser/running-causeway.ts'
import { launchMeasured, measure } from '../check-web/run-lighthouse.ts'
import { LIMITS } from '../check-web/limits.ts'
import { copyDemonstration } from '../support/demonstration.ts'
import { demonstration, once, rowOf, type Row } from './frame.ts'

/** As somebody finds the overview who is not the very first; the middle of several. */
const overview = once(async (size) => {
  const causeway = await startCauseway(copyDemonstration(await demonstration(size)))
  const browser = await launchMeasured()
  try {
    await (await fetch(causeway.address)).text()
    const { lcp, fcp, scriptBytes } = await measure(causeway.address, 'mobile', size.small ? 1 : 5)
    const note = `the first content after ${fcp} ms`
    return { drawn: { value: lcp / 1000, note }, scripts: { value: scriptBytes / 1000 } }
  } finally {
    await browser.close()
    await causeway.stop()
  }
})

export const pageRows: Row[] = [
  rowOf('overview on Lighthouse’s mobile profile: largest contentful paint', '≤ 1.8 s', overview, 'drawn'),
  rowOf('JavaScript of the overview', `≤ ${LIMITS.overviewScriptKb} kB`, overview, 'scripts'),
]
