import type { ItemSpot, KeySpot, Layout, Spot, ValueSpot } from '../structure/spot';

/** The mapping that a key or value belongs to. */
export type Container = 'file' | 'group' | 'rule' | 'group-labels' | 'labels' | 'annotations';

/** A list of a rule file. */
export type List = 'groups' | 'rules';

export type RuleSpot = Spot<Container, List>;
export type RuleKeySpot = KeySpot<Container>;
export type RuleItemSpot = ItemSpot<List>;
export type RuleValueSpot = ValueSpot<Container>;

const containers: ReadonlyMap<string, Container> = new Map([
  ['', 'file'],
  ['groups/-', 'group'],
  ['groups/-/labels', 'group-labels'],
  ['groups/-/rules/-', 'rule'],
  ['groups/-/rules/-/labels', 'labels'],
  ['groups/-/rules/-/annotations', 'annotations'],
]);

const lists: ReadonlyMap<string, List> = new Map([
  ['groups', 'groups'],
  ['groups/-/rules', 'rules'],
]);

/** The structure of a rule file. */
export const rulesLayout: Layout<Container, List> = {
  containerAt: (path) => containers.get(path.join('/')),
  listAt: (path) => lists.get(path.join('/')),
};
