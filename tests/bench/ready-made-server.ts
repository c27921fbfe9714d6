/** An Express server that reads a body and returns a JSON text made beforehand: what an annotating server is measured against. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';

/** Path of the answer: it may be longer than a variable of the environment. */
const answer = readFileSync(process.env.ANSWER ?? '', 'utf8');

const app = express();
app.disable('x-powered-by');
app.set('etag', false);
app.post('/v1/annotate', express.raw({ type: 'text/plain', limit: '2mb' }), (_request, response) => {
  response.type('application/json').send(answer);
});
const server = createServer(app);
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
