import express from 'express';
import { register } from 'prom-client';
import { find } from './catalog.js';
import { duration, inFlight, requests } from './metrics.js';
import { errorShare } from './report.js';

const app = express();

app.use((request, response, next) => {
  const method = request.method;
  const end = duration.startTimer({ method });
  inFlight.inc();
  response.on('finish', () => {
    const route = request.route?.path ?? 'unknown';
    end({ route });
    inFlight.dec();
    requests.inc({ method, route, status_code: response.statusCode });
  });
  next();
});

app.get('/items/:id', async (request, response) => {
  response.json(await find(request.params.id));
});

app.get('/status', async (_request, response) => {
  response.json({ errorShare: await errorShare('checkout') });
});

app.get('/metrics', async (_request, response) => {
  response.type(register.contentType).send(await register.metrics());
});

app.listen(9464);
