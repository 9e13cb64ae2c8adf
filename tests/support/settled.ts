import type { Page } from 'playwright-core'

/** Everything that the page asked for is answered and drawn, and nothing that is seen is on its way to another look. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('h1') &&
      !document.querySelector('.loading, [aria-busy=true], .import-progress') &&
      document.getAnimations().every(({ playState }) => playState !== 'running'),
  )
}
