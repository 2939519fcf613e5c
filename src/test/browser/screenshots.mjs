// Takes the pictures of the documentation. node screenshots.mjs ADDRESS BROWSER FOLDER REPORT.html
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch } from './browser.mjs';

const [address, executable, folder, report] = process.argv.slice(2);
const base = address.replace(/\/$/, '');
const browser = await launch(executable);
const found = await (await fetch(base + '/api/claims?q=subject:llama-2%20flagged:true&limit=1')).json();
const reportPage = pathToFileURL(resolve(report)).href;
const pages = {
  search: base + '/?q=open+source',
  claim: base + '/claim/' + found.items[0].claim_id,
  report: reportPage,
  'report-charts': reportPage + '#charts',
};

for (const [name, path] of Object.entries(pages)) {
  for (const [width, height, colorScheme] of [[1280, 860, 'light'], [360, 780, 'dark']]) {
    const context = await browser.newContext({ viewport: { width, height }, colorScheme });
    const page = await context.newPage();
    await page.goto(path);
    await page.screenshot({ path: `${folder}/${name}-${width}.png` });
    await context.close();
  }
}
await browser.close();
