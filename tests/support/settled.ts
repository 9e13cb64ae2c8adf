import type { Page } from 'playwright-core'

/** Everything that the page asked for is answered and drawn, and nothing that is seen is on its way to another look. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('h1') &&
      // What is there before the page: the overview's heading is among it.
      !document.querySelector('.opening-lines, .loading, [aria-busy=true], .import-progress') &&
      document.getAnimations().every(({ playState }) => playState !== 'running'),
    undefined,
    // Each frame of a page that waits would be made for the question alone.
    { polling: 50 },
  )
}

/** A page with charts is settled, and each of them is drawn: what draws them comes after the figures. */
export async function chartsDrawn(page: Page): Promise<void> {
  await settled(page)
  await page.waitForFunction(() => {
    const frames = [...document.querySelectorAll('.chart-frame')]
    return frames.length > 0 && frames.every((frame) => frame.querySelector('canvas[style*=height]'))
  })
}
