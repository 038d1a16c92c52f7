#!/usr/bin/env bash
# A HAR file that Playwright records from Chromium shows an NTLM logon as one plain answer of 200.
#
# Packages: playwright-core 1.56.1, @sparticuz/chromium 133.0.0 (a build of Chromium 133.0.6943.0); needs Node.js 16 or later with npm.
#
# The page is behind NTLM. The server is asked three times: without credentials (401), with the first token (401 with the
# challenge), with the third token (200). HAR 1.2 is said to list all exported requests, yet the recording has one entry for the
# three: status 200, no Authorization in the request, no WWW-Authenticate in the answer; and the same again for the next page,
# where the browser begins anew without credentials. With Basic the header is missing for the first page, although it was sent,
# and stands there for the second. So from such a file nobody can tell whether a logon with Windows took place, how often the
# server refused it, or that the very first request had no credentials: an audit must not read "no 401" from it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private": true, "type": "module"}' >package.json
npm install --no-audit --no-fund --silent playwright-core@1.56.1 @sparticuz/chromium@133.0.0

cat >record.js <<'JS'
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';

/** The second message of NTLM (MS-NLMP 2.2.1.2) with the names of a domain and a server. */
function challenge() {
  const domain = Buffer.from('CONTOSO', 'utf16le');
  const pair = (id, value) => Buffer.concat([Buffer.from([id, 0, value.length, 0]), value]);
  const info = Buffer.concat([pair(2, domain), pair(1, Buffer.from('WEB01', 'utf16le')), pair(0, Buffer.alloc(0))]);
  const head = Buffer.alloc(56);
  head.write('NTLMSSP\0', 'latin1');
  head.writeUInt32LE(2, 8);
  head.writeUInt16LE(domain.length, 12);
  head.writeUInt16LE(domain.length, 14);
  head.writeUInt32LE(head.length, 16);
  head.writeUInt32LE(0x628a8215, 20);
  head.write('8-octets', 24, 'latin1');
  head.writeUInt16LE(info.length, 40);
  head.writeUInt16LE(info.length, 42);
  head.writeUInt32LE(head.length + domain.length, 44);
  head[48] = 10;
  head[55] = 15;
  return Buffer.concat([head, domain, info]).toString('base64');
}

function answer(scheme, given) {
  if (!given?.startsWith(scheme)) return [401, scheme === 'Basic' ? 'Basic realm="x"' : scheme];
  const token = Buffer.from(given.slice(scheme.length + 1), 'base64');
  return scheme === 'NTLM' && token.readUInt32LE(8) === 1 ? [401, `NTLM ${challenge()}`] : [200, undefined];
}

async function record(scheme) {
  const asked = [];
  const server = createServer((request, response) => {
    const [status, authenticate] = answer(scheme, request.headers.authorization);
    if (request.url !== '/favicon.ico') asked.push(`${request.url} ${status}`);
    response.writeHead(status, authenticate ? { 'WWW-Authenticate': authenticate } : {}).end('<p>page</p>');
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const site = `http://127.0.0.1:${server.address().port}`;
  const browser = await chromium.launch({ args: sparticuz.args, executablePath: await sparticuz.executablePath() });
  const context = await browser.newContext({
    httpCredentials: { username: 'someone', password: 'anything' },
    recordHar: { path: `${scheme}.har` },
  });
  const page = await context.newPage();
  for (const path of ['/first', '/second']) await page.goto(site + path);
  await context.close();
  await browser.close();
  server.close();
  const has = (headers, name) => headers.some((header) => header.name.toLowerCase() === name);
  const entries = JSON.parse(readFileSync(`${scheme}.har`)).log.entries.map(
    ({ request, response }) =>
      `${request.url.slice(site.length)} ${response.status}` +
      (has(request.headers, 'authorization') ? ' Authorization' : '') +
      (has(response.headers, 'www-authenticate') ? ' WWW-Authenticate' : ''),
  );
  console.log(`${scheme}: the server was asked: ${asked.join(', ')}`);
  console.log(`${scheme}: the HAR says: ${entries.join(', ')}`);
}

await record('NTLM');
await record('Basic');
JS
node record.js | tee seen

cat >expected <<'TEXT'
NTLM: the server was asked: /first 401, /first 401, /first 200, /second 401, /second 401, /second 200
NTLM: the HAR says: /first 200, /second 200
Basic: the server was asked: /first 401, /first 200, /second 200
Basic: the HAR says: /first 200, /second 200 Authorization
TEXT
diff expected seen && echo "as described"
