import type { PreviewField, PreviewMessage } from '../../../server/src/protocol';

/** The fields of a message by their names, which are paths below the integration: `fields[0].title`. */
export class Fields {
  private readonly byName: ReadonlyMap<string, PreviewField>;

  constructor(message: PreviewMessage) {
    this.byName = new Map(message.fields.map((field) => [nameOf(field.name), field]));
  }

  get(name: string): PreviewField | undefined {
    return this.byName.get(name.toLowerCase());
  }

  /** A field's text, or nothing where it is empty or failed. */
  text(name: string): string | undefined {
    const text = this.get(name)?.text;
    return text === '' ? undefined : text;
  }

  /** The items of a list, each with the names that its fields have inside of it. */
  items(list: string): readonly Fields[] {
    const items = new Map<string, PreviewField[]>();
    for (const [name, field] of this.byName) {
      const [, of, index, inner] = /^([^[]+)\[(\d+)\]\.(.+)$/.exec(name) ?? [];
      if (of !== list || index === undefined || inner === undefined) continue;
      const fields = items.get(index) ?? [];
      items.set(index, [...fields, { ...field, name: inner }]);
    }
    return [...items.values()].map((fields) => new Fields({ kind: list, fields }));
  }
}

/** Names of headers are written in any case; an index may stand between dots. */
function nameOf(name: string): string {
  return name.replace(/\.(\d+)(?=\.|$)/g, '[$1]').toLowerCase();
}
