// report.html as readers open it: on a phone and on a desk, in light and in dark, without script, and printed.
// node report.mjs FILE BROWSER
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import assert from 'node:assert/strict';
import { launch } from './browser.mjs';

const [file, executable] = process.argv.slice(2);
const address = pathToFileURL(resolve(file)).href;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await launch(executable);
let done = 0;

async function step(name, options, work) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints = [];
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
  page.on('request', request => request.url() !== address && complaints.push(`loads ${request.url()}`));
  try {
    await page.goto(address);
    await work(page);
    assert.deepEqual(complaints, []);
    done++;
    console.log(`ok   ${name}`);
  } catch (e) {
    console.log(`FAIL ${name}: ${e.message}`);
    process.exitCode = 1;
  }
  await context.close();
}

for (const colorScheme of ['light', 'dark']) {
  for (const width of [360, 1280]) {
    const viewport = { width, height: 900 };
    await step(`axe, ${colorScheme}, ${width}`, { viewport, colorScheme }, async page => {
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run());
      assert.deepEqual(violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).slice(0, 3).join(' ')}`), []);
    });
    await step(`nothing is cut off, ${colorScheme}, ${width}`, { viewport, colorScheme }, async page => {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${wide} pixels wide`);
      // text of a chart stays within it
      const outside = await page.evaluate(() => [...document.querySelectorAll('svg[role=img]')].flatMap(svg => {
        const box = svg.getBoundingClientRect();
        return [...svg.querySelectorAll('text')].filter(t => {
          const r = t.getBoundingClientRect();
          return r.left < box.left - 1 || r.right > box.right + 1;
        }).map(t => t.textContent);
      }));
      assert.deepEqual(outside, []);
      // labels on the same line do not overlap
      const overlaps = await page.evaluate(() => [...document.querySelectorAll('svg[role=img]')].flatMap(svg => {
        const boxes = [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]);
        return boxes.flatMap(([a, r], i) => boxes.slice(i + 1)
          .filter(([, s]) => r.left < s.right && s.left < r.right && Math.abs(r.top - s.top) < 4)
          .map(([b]) => `${a} | ${b}`));
      }));
      assert.deepEqual(overlaps, []);
    });
  }
}
await step('without script', { javaScriptEnabled: false }, async page => {
  assert.equal(await page.locator('svg[role=img]').first().isVisible(), true);
});
await step('printed', { viewport: { width: 1280, height: 900 } }, async page => {
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  assert.ok(pdf.length > 10_000);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 680, height: 900 }); // A4 without its margins
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 680, `${wide} pixels wide on paper`);
});

console.log(`${done} steps passed`);
await browser.close();
