import { loadBundle } from './load-bundle';

loadBundle('connection');
