import { cacheHits, cacheMisses, connectionErrors } from './metrics.js';

export interface Item {
  id: string;
  name: string;
}

const cache = new Map<string, Item>();

export async function find(id: string): Promise<Item> {
  const known = cache.get(id);
  if (known) {
    cacheHits.inc();
    return known;
  }
  cacheMisses.inc();
  const item = await load(id);
  cache.set(id, item);
  return item;
}

async function load(id: string): Promise<Item> {
  try {
    return { id, name: `Item ${id}` };
  } catch (error) {
    connectionErrors.inc();
    throw error;
  }
}
