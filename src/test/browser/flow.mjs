// A fact-checker's way through the page, with and without JavaScript, in light and in dark.
// node flow.mjs ADDRESS BROWSER: the server must take decisions and hold the articles of BrowserIT.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';
import { launch } from './browser.mjs';

const [address, executable] = process.argv.slice(2);
const base = address.replace(/\/$/, '');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await launch(executable);
let done = 0;

async function step(name, work) {
  try {
    await work();
    done++;
    console.log(`ok   ${name}`);
  } catch (e) {
    console.log(`FAIL ${name}: ${e.message}`);
    process.exitCode = 1;
  }
}

async function visit(options, work) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const complaints = [];
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(error.message));
  page.on('requestfailed', request => { // what a page still loads when it is left is no complaint
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`not loaded: ${request.url()}`);
  });
  await work(page);
  assert.deepEqual(complaints, []);
  await context.close();
}

// search → facet → claim → its sentence in the article → accept → reload
async function review(page, decision, word) {
  await page.goto(base + '/');
  await page.getByRole('searchbox').fill('llama');
  await page.getByRole('button', { name: 'Search' }).click();
  const before = await page.locator('#total').innerText();
  await page.locator('section[aria-labelledby=facet-verdict]').getByRole('link', { name: 'contradicted' }).click();
  assert.notEqual(await page.locator('#total').innerText(), before);
  await page.locator('.chosen').getByRole('link').click();
  assert.equal(await page.locator('#total').innerText(), before);
  await page.locator('section[aria-labelledby=facet-verdict]').getByRole('link', { name: 'contradicted' }).click();

  const sentence = (await page.locator('.said a').first().innerText()).trim();
  await page.locator('.said a').first().click();
  const claim = page.url();
  assert.equal((await page.locator('.paragraph mark').innerText()).trim(), sentence);
  assert.ok(await page.locator('.fact .sources a').count() > 0, 'facts have sources');

  await page.getByRole('link', { name: 'Read it in the article' }).click();
  const anchor = new URL(page.url()).hash;
  assert.match(anchor, /^#s\d+$/);
  assert.equal((await page.locator(anchor).innerText()).trim(), sentence);
  const place = await page.locator(anchor).boundingBox();
  assert.ok(place.y >= 0 && place.y < 900, 'the sentence is in sight');
  await page.locator(`a.chip[href="${new URL(claim).pathname}"]`).click();
  assert.equal(page.url(), claim);

  await page.getByLabel('Your name').fill('Ada');
  await page.getByLabel('Note').fill('read twice');
  await page.getByRole('button', { name: decision, exact: true }).click();
  await page.waitForURL(claim + '#review');
  await page.reload();
  assert.match(await page.locator('#review').innerText(), new RegExp(`It stands as ${word}, decided by Ada`));
  assert.equal(await page.getByLabel('Your name').inputValue(), 'Ada');
  await page.goto(`${base}/?q=decision:${word}`);
  assert.ok(await page.locator(`.said a[href="${new URL(claim).pathname}"]`).count() > 0, 'found by its decision');
}

await step('review with JavaScript', () => visit({}, page => review(page, 'Accept', 'accepted')));
await step('review without JavaScript', () => visit({ javaScriptEnabled: false }, page => review(page, 'Reject', 'rejected')));

await step('by keyboard alone', () => visit({}, async page => {
  await page.goto(base + '/?q=llama');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to the content');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.closest('main') !== null), true);
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  assert.equal(outline, 'solid');
}));

await step('hostile text runs nowhere', () => visit({}, async page => {
  page.on('dialog', dialog => { throw new Error(`a script ran: ${dialog.message()}`); });
  await page.goto(base + '/?q=' + encodeURIComponent('<script>alert(1)</script> "><img src=x onerror=alert(2)>'));
  await page.goto(base + '/?q=hostile');
  await page.locator('.said a').first().click();
  assert.equal(await page.locator('main script, main img').count(), 0);
}).catch(e => { // a query with wrong signs is answered with 400, which the browser's console tells
  if (!e.message.includes('400')) throw e;
}));

const claim = await claimAddress();
async function claimAddress() {
  const found = await (await fetch(base + '/api/claims?q=llama%20verdict:contradicted&limit=1')).json();
  return { claim: '/claim/' + found.items[0].claim_id, article: '/article?id=' + encodeURIComponent(found.items[0].url) };
}

const pages = ['/', '/?q=llama', '/?q=llama&verdict=contradicted', '/?q=a(', claim.claim, claim.article, '/subject/llama-2', '/help',
  '/similar?text=Llama+is+open', '/sign-in', '/nowhere'];

for (const scheme of ['light', 'dark']) {
  for (const path of pages) {
    await step(`axe, ${scheme}: ${path}`, async () => {
      const context = await browser.newContext({ colorScheme: scheme, viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      await page.goto(base + path);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => window.axe.run());
      assert.deepEqual(violations.filter(v => ['serious', 'critical'].includes(v.impact))
        .map(v => `${v.id}: ${v.nodes.map(n => n.target.join(' ')).slice(0, 3).join(', ')}`), []);
      await context.close();
    });
  }
}

for (const path of pages) {
  await step(`fits 360 pixels: ${path}`, async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 780 } });
    const page = await context.newPage();
    await page.goto(base + path);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 360, 'scrolls sideways');
    await context.close();
  });
}

await browser.close();
console.log(`${done} steps passed`);
