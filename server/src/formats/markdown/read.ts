import { PieceMap } from '../../text/piece-map';
import { hostSpan, type Region } from '../../text/region';
import type { Span } from '../../text/span';
import { variablesIn } from '../hosts/grafana-variables';
import { NOTHING_HOSTED, type HostedText, type HostReading, type HostSettings } from '../hosts/host';
import { holedRegion } from '../hosts/regions';
import { expressionsIn } from './expressions';
import { fencesIn, type Fence } from './fences';

/** False for pages that have no fenced block of PromQL; cheap. */
export function mayHoldPromql(text: string): boolean {
  return /promql/i.test(text);
}

/** The PromQL in the fenced code blocks of a page of Markdown that say so: ` ```promql `. */
export function readMarkdown(text: string, { dialect }: HostSettings): HostReading {
  const fences = fencesIn(text).filter(({ language }) => language === 'promql');
  return { ...NOTHING_HOSTED, texts: fences.flatMap((fence) => textsOf(fence, text, dialect)) };
}

/** Blocks that say they are PromQL, and are rules or the signature of a function. */
const NO_PROMQL =
  /^[ \t]*(?:-[ \t]+)?(?:groups|alert|record|expr)[ \t]*:(?:\s|$)|\b(?:instant|range)-vector\b/m;

function textsOf(fence: Fence, text: string, dialect: HostSettings['dialect']): HostedText[] {
  const content = regionOf(fence, text);
  if (NO_PROMQL.test(content.text)) return [];
  const block = holedRegion(content, placeholdersIn(content.text));
  return expressionsIn(block, dialect).map((region) => ({
    region,
    extent: hostSpan(region.map, { from: 0, to: region.text.length }),
    by: { kind: 'document' },
    severity: region.text.trim() === '' ? 'none' : 'warning',
  }));
}

/** The content without its last line break. */
function regionOf({ pieces, from, prefix }: Fence, text: string): Region {
  const content = pieces.map(({ host, length }) => text.slice(host, host + length)).join('');
  const last = /\r?\n$/.exec(content)?.[0].length ?? 0;
  const shortened = pieces.map((piece, index) =>
    index === pieces.length - 1 ? { ...piece, length: piece.length - last } : piece,
  );
  const map = new PieceMap(shortened.length > 0 ? shortened : [{ fragment: 0, host: from, length: 0 }]);
  return {
    language: 'promql',
    text: content.slice(0, content.length - last),
    map,
    // An edit takes the prefixes of the lines that it goes over with it, and brings one for each of its own.
    encode: (edits) =>
      edits.map(({ span, newText }) => ({
        span: { from: map.toHost(span.from), to: map.toHost(span.to) },
        newText: newText.replaceAll('\n', `\n${prefix}`),
      })),
  };
}

/** What is left out or to be replaced (`up{...}`, `rate(<metric>[5m])`, `{job="$job"}`), and a shell's prompt. */
function placeholdersIn(text: string): Span[] {
  const found = variablesIn(text);
  for (const { 0: written, index } of text.matchAll(/\.{3}|…|<[a-z][\w -]{0,60}>|^[ \t]*\$(?=[ \t])/gim)) {
    found.push({ from: index, to: index + written.length });
  }
  return found
    .sort((a, b) => a.from - b.from)
    .filter(({ from }, index, all) => from >= (all[index - 1]?.to ?? 0));
}
