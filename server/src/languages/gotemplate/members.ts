import { closest } from '../../text/similar';
import { durationMethods, timeMethods } from './time-types';
import type { Member, TemplateType } from './types';

/**
 * What `.name` of a value gives. `undefined` where it certainly fails (text/template `evalField`): a struct
 * without that field, a value that has no fields at all.
 */
export function fieldType(receiver: TemplateType, name: string): TemplateType | undefined {
  if (receiver === 'any' || receiver === 'nil' || receiver === 'sample value') return 'any';
  const members = membersOf(receiver);
  const known = members?.get(name)?.type;
  if (known !== undefined || typeof receiver === 'string') return known;
  if (receiver.kind === 'map') return receiver.of;
  return receiver.assumed && closest(name, members?.keys() ?? []) === undefined ? 'any' : undefined;
}

/** The fields and methods of a value, if it has a known set of them. */
export function membersOf(type: TemplateType): ReadonlyMap<string, Member> | undefined {
  if (type === 'time') return timeMethods;
  if (type === 'duration') return durationMethods;
  if (typeof type === 'string') return undefined;
  return type.kind === 'struct' ? type.fields : type.methods;
}

/** What `range` goes over, or `undefined` where it certainly fails (text/template `walkRange`). */
export function elementTypes(type: TemplateType): { key: TemplateType; element: TemplateType } | undefined {
  if (typeof type === 'string') {
    if (type === 'any' || type === 'nil') return { key: 'any', element: 'any' };
    return type === 'int' ? { key: 'nil', element: 'int' } : undefined;
  }
  switch (type.kind) {
    case 'map':
      return { key: 'string', element: type.of };
    case 'list':
      return { key: 'int', element: type.of };
    case 'struct':
      return undefined;
  }
}
