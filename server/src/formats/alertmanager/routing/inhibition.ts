import type { ConfigModel, InhibitRuleModel } from '../model';
import { lookupIn, matchesAll, type Truth } from './truth';

type Labels = ReadonlyMap<string, string>;

/** Why a notification is held back. */
export interface Inhibition {
  readonly rule: InhibitRuleModel;
  /** The firing alert that inhibits, as it was given. */
  readonly source: Labels;
  /** False where the rule has matchers that can't be known. */
  readonly isCertain: boolean;
}

/**
 * The rules and firing alerts that inhibit an alert (inhibit/inhibit.go): its labels match the target side, another alert's
 * match the source side, and both agree in the `equal` labels, where a missing label is an empty one. An alert that
 * matches both sides is not inhibited by others that do, itself included.
 */
export function inhibitedBy(model: ConfigModel, target: Labels, sources: readonly Labels[]): Inhibition[] {
  return model.inhibitRules.flatMap((rule) => {
    const isTarget = targets(rule, target);
    if (isTarget === false) return [];
    const isTargetSource = comesFrom(rule, target);
    return sources.flatMap((source): Inhibition[] => {
      const isSource = comesFrom(rule, source);
      if (
        isSource === false ||
        !rule.equal.every(({ text }) => (source.get(text) ?? '') === (target.get(text) ?? ''))
      ) {
        return [];
      }
      const isTwoSided = and(isTargetSource, targets(rule, source));
      if (isTwoSided === true) return [];
      return [{ rule, source, isCertain: isTarget === true && isSource === true && isTwoSided === false }];
    });
  });
}

/** The rules that may inhibit an alert with these labels, given the right other alert; `isCertain` as above. */
export function possibleInhibitors(
  model: ConfigModel,
  labels: Labels,
): { readonly rule: InhibitRuleModel; readonly isCertain: boolean }[] {
  return model.inhibitRules.flatMap((rule) => {
    const truth = targets(rule, labels);
    return truth === false ? [] : [{ rule, isCertain: truth === true }];
  });
}

function targets({ target, isOpen }: InhibitRuleModel, labels: Labels): Truth {
  return matchesAll(target, isOpen, lookupIn(labels));
}

function comesFrom({ source, isOpen }: InhibitRuleModel, labels: Labels): Truth {
  return matchesAll(source, isOpen, lookupIn(labels));
}

function and(a: Truth, b: Truth): Truth {
  if (a === false || b === false) return false;
  return a === true && b === true ? true : undefined;
}
