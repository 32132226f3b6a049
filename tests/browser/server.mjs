// Serves a folder on this machine alone, as a plain web server would, without compression.
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const kinds = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml',
  '.csv': 'text/csv; charset=utf-8', '.json': 'application/json', '.woff2': 'font/woff2', '.pdf': 'application/pdf',
};

function find(folder, address) {
  const file = join(folder, normalize(decodeURIComponent(new URL(address, 'http://x').pathname)));
  const page = existsSync(file) && statSync(file).isDirectory() ? join(file, 'index.html') : file;
  return existsSync(page) ? page : null;
}

// Gives the address, and how to stop.
export async function serve(folder) {
  const server = createServer((request, response) => {
    const file = find(folder, request.url);
    response.writeHead(file ? 200 : 404, { 'Content-Type': kinds[extname(file ?? '')] ?? 'application/octet-stream' });
    if (file) createReadStream(file).pipe(response);
    else response.end();
  });
  await new Promise((ready) => { server.listen(0, '127.0.0.1', ready); });
  return { address: `http://127.0.0.1:${server.address().port}`, stop: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }) };
}
