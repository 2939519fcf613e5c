// Starts the browser that BrowserIT or scripts/screenshots found.
import { chromium } from 'playwright-core';

export function launch(executablePath) {
  const root = process.getuid && process.getuid() === 0;
  return chromium.launch({ executablePath, args: root ? ['--no-sandbox'] : [] });
}
