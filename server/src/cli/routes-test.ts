/** `alertwright routes test`: who gets an alert with these labels? */
import { formatDuration } from '../languages/promql/format-literals';
import { parseMatcher } from '../languages/matchers/parse';
import type { NamedSpan } from '../formats/alertmanager/model';
import { possibleInhibitors } from '../formats/alertmanager/routing/inhibition';
import { routeAlert, type RoutedAlert } from '../formats/alertmanager/routing/route-alert';
import { drawTree, matchingTree, routeTitle } from '../formats/alertmanager/routing/tree';
import { lookupIn } from '../formats/alertmanager/routing/truth';
import { UsageError, type Arguments } from './args';
import { EXIT } from './exit';
import { write } from './output';
import { configPath, loadConfig, matcherMode, type LoadedConfig } from './routes-config';
import { timeOf } from './routes-time';

/** Prints the receivers that an alert reaches, as `amtool config routes test` does. */
export async function testRoutes(args: Arguments): Promise<number> {
  const { options } = args;
  const labels = labelsOf(args);
  const time = timeOf(args);
  const config = await loadConfig(configPath(args), args);
  if (!config) return EXIT.errors;

  const reached = routeAlert(config.model, labels, { time });
  const receivers = reached.filter(({ muting }) => muting?.isMuted !== true).map(receiverOf);
  if (options.get('format')?.at(-1) === 'json') {
    const answer = {
      receivers,
      routes: reached.map((route) => routeAsJson(route, config)),
      ...inhibitors(config, labels),
    };
    await write(process.stdout, `${JSON.stringify(answer, null, 2)}\n`);
  } else {
    const tree = drawTree(matchingTree(config.model.route, lookupIn(labels)));
    const muted = reached.flatMap(mutedInWords).map((line) => `${line}\n`);
    await write(
      process.stdout,
      `${options.has('tree') ? `Matching routes:\n${tree}\n\n` : ''}${receivers.join(',')}\n${muted.join('')}`,
    );
  }
  return verify(receivers.join(','), options.get('verify.receivers')?.at(-1) ?? '');
}

/** As amtool does, empty expectations aren't verified, and the order counts. */
async function verify(receivers: string, expected: string): Promise<number> {
  if (expected === '' || expected === receivers) return EXIT.ok;
  await write(process.stdout, 'WARNING: Expected receivers did not match resolved receivers.\n');
  return EXIT.errors;
}

/** The labels of the arguments, which are read as matchers, as amtool does; of equal names the last one counts. */
function labelsOf(args: Arguments): ReadonlyMap<string, string> {
  const mode = matcherMode(args);
  return new Map(
    args.positional.map((text) => {
      const matcher = parseMatcher(text, mode);
      if (matcher?.operator !== '=') throw new UsageError(`labels are written as name=value, not ${text}`);
      return [matcher.name, matcher.value];
    }),
  );
}

function receiverOf({ options }: RoutedAlert): string {
  return options.receiver?.value.text ?? '';
}

function mutedInWords(routed: RoutedAlert): string[] {
  const { muting } = routed;
  if (muting?.isMuted === false || !muting) return [];
  const receiver = receiverOf(routed);
  if (muting.mutedBy.length > 0)
    return [`muted: ${receiver} (mute_time_intervals: ${listed(muting.mutedBy)})`];
  if (muting.inactive.length > 0)
    return [`muted: ${receiver} (active_time_intervals: ${listed(muting.inactive)})`];
  return [`maybe muted: ${receiver} (a time interval can't be known here)`];
}

function listed(names: readonly NamedSpan[]): string {
  return names.map(({ text }) => text).join(', ');
}

/** In the words of the configuration, with lines from 1. */
function routeAsJson(routed: RoutedAlert, { lines }: LoadedConfig): object {
  const { path, route, options, muting } = routed;
  const { groupBy, groupWait, groupInterval, repeatInterval } = options;
  return {
    receiver: receiverOf(routed),
    line: lines.positionAt(route.struct.node.span.from).line + 1,
    path: path.map(routeTitle),
    continue: route.continues,
    group_by: groupBy.value.map(({ text }) => text),
    group_wait: formatDuration(groupWait.value),
    group_interval: formatDuration(groupInterval.value),
    repeat_interval: formatDuration(repeatInterval.value),
    ...(muting && {
      muted: muting.isMuted ?? null,
      muted_by: muting.mutedBy.map(({ text }) => text),
      not_active_in: muting.inactive.map(({ text }) => text),
    }),
  };
}

/** The inhibition rules that may hold back the alert: their names, or their lines where they have none. */
function inhibitors({ model, lines }: LoadedConfig, labels: ReadonlyMap<string, string>): object {
  const rules = possibleInhibitors(model, labels).map(({ rule }) => ({
    ...(rule.name && { name: rule.name.text }),
    line: lines.positionAt(rule.struct.node.span.from).line + 1,
  }));
  return { may_be_inhibited_by: rules };
}
